"""What decides whether a sentence ends at a mark: rules of our field, each with its examples."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bilatsum.data import abbreviations

_MARKER = re.compile(r"(?:(?:\d{1,3}\.){1,4}|[ivxIVX]{1,5}\.|[a-zA-Z]\.)")
_NUMBERED = frozenset({"Figure", "Table", "Box", "Chart", "Map", "Section", "Chapter", "Annex"})
_SPEAKER = re.compile(
    r"(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) "
    r"(?:said|says|asked|asks|added|replied|called|cried|shouted|wrote|thought|told|wondered|"
    r"answered|warned|insisted|demanded|exclaimed|declared)\b"
)
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_DOTTED = re.compile(
    r"(?:[\w'’.]{1,40}[-–/])?(?:(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]{2,3}\.)"
)

# Words that begin a sentence far more often than a name or a title.
_STARTERS = frozenset(
    "the a an this that these those there here it its he she his her they their we our i my you "
    "your in on at by for from to of with as if when while where after before since during under "
    "over despite although though because but and or so yet also however meanwhile moreover "
    "what why who how which whether both each every all some any many most several no not nor "
    "one two three another other others is are was were do does did has have had will would can "
    "could should may might must let please according earlier later last next now then today "
    "yesterday tomorrow such only even still just once until unless among between within without "
    "through about against along more few first".split()
)


class Candidate(NamedTuple):
    """A place where a sentence may end.

    `before` is the word that ends there with its full stop and no closing marks, `previous` the
    word before it, `after` the word that follows without opening marks. `first` and `second` say
    that `before` is that word of the paragraph; `opened`, `bracketed` and `dashed` that a quotation
    mark, a bracket or a dash stands before `after`; `quoting` that
    a quotation mark stands before `before`; `glued` that no blank stands before `after`.
    `follows` is how the text goes on.
    """

    mark: str
    closers: str
    before: str
    previous: str
    after: str
    first: bool
    second: bool
    opened: bool
    bracketed: bool
    dashed: bool
    quoting: bool
    glued: bool
    follows: str


Rule = Callable[[Candidate], bool | None]


def _glued(at: Candidate) -> bool | None:
    return True if at.glued else None


def _credit(at: Candidate) -> bool | None:
    return None if at.mark else True


def _lower_case_follows(at: Candidate) -> bool | None:
    """Let "Yahoo! in", '"Great." she said' and "well ... then" go on, not "Why? because"."""
    if not at.after[:1].islower() or at.after[1:2].isupper():  # "iPhone" may begin a sentence
        return None
    if at.mark == "." or not at.mark.strip("?"):
        return False if at.closers or _kind(at.before) or at.opened else None
    if at.mark.strip("?!"):
        return False
    return False if at.closers or at.before[:1].isupper() else None


def _ellipsis(at: Candidate) -> bool | None:
    """Before a capital an ellipsis ends a sentence, but not before "I" or "(Smith 55)"."""
    if at.mark == "." or not at.mark.strip("?!"):
        return None
    if at.bracketed or at.after.split("'")[0] == "I":
        return False
    return True if at.after[:1].isupper() else None


def _attribution(at: Candidate) -> bool | None:
    """Keep '... a long game." - Matthew Ingram' together."""
    return False if at.closers and at.dashed and at.after[:1].isupper() else None


def _attributed(at: Candidate) -> bool | None:
    """Keep '"Will it hold?" Karaduman asked' in one; after a full stop a new sentence begins."""
    if at.mark == "." or not set(at.closers) & set("\"'”’»"):
        return None
    return False if _SPEAKER.match(at.follows) else None


def _exclaimed(at: Candidate) -> bool | None:
    """Let 'shouted "March! March!" but' go on: one exclaimed word is no sentence."""
    return False if at.mark == "!" and at.quoting and not at.closers and not at.first else None


def _year_of_a_work(at: Candidate) -> bool | None:
    """Let '... for "Viva Maria!" (1965)' go on."""
    return False if at.bracketed and at.after[:1].isdigit() else None


def _title(at: Candidate) -> bool | None:
    """Join "Lt. Gen. Asim Munir" and "St. Petersburg"."""
    if _kind(at.before) == "title" and not at.closers:
        return False if at.after[:1].isalnum() else None
    return None


def _number(at: Candidate) -> bool | None:
    """Join "No. 2", "Art. 5", "p. 55", but not "He said no. Two days later"."""
    if _kind(at.before) == "number" and not at.closers:
        if at.after[:1].isdigit() or re.fullmatch(r"[IVXLC]+[.,;]?", at.after):
            return False
        return None if at.before.lower() in {"no.", "art."} else _starter(at)
    return None


def _latin(at: Candidate) -> bool | None:
    """Join "e.g. Pakistan" and "v. Jones"."""
    if _kind(at.before) == "latin" and not at.closers:
        return None if at.before == at.before.upper() else False
    return None


def _month(at: Candidate) -> bool | None:
    """Join "Jan. 5" and "Sept. 11", but not "since Jan. The ministers"."""
    if _kind(at.before) == "month" and at.before[0].isupper():
        return False if at.after[:1].isdigit() else _starter(at)
    return None


def _initial(at: Candidate) -> bool | None:
    """Join "E. Smith" and "J. R. R. Tolkien", but not "you and I. Did" or "plan B. The"."""
    if not _INITIAL.fullmatch(at.before) or at.closers:
        return None
    if at.before == "I." and not at.previous[:1].isupper():
        return True
    if at.after[:1].isupper() and at.after.lower() not in _STARTERS:
        return False
    if at.previous[:1].isupper() and at.after.lower() in _STARTERS:
        return None
    return None


def _dotted(at: Candidate) -> bool | None:
    """Join "U.S. Secretary of State", but not "in the U.S. The ministers"."""
    if at.mark != "." or not _DOTTED.fullmatch(at.before):
        return None
    if at.opened or at.closers:
        return True
    return _starter(at)


def _tail(at: Candidate) -> bool | None:
    """Part "Briggs & Co. It closed" and "at 6 p.m. Mr. Smith", not "Corp. Chief Executive"."""
    if _kind(at.before) == "tail" and at.mark == ".":
        return None if at.closers else _starter(at) or _kind(at.after) == "title"
    return None


def _list_marker(at: Candidate) -> bool | None:
    """Let "1. The first", "2.1. Trade", "Figure 1. Exports" at a paragraph's start go on."""
    if at.first and _MARKER.fullmatch(at.before):
        return False
    if at.second and at.before[:1].isdigit() and at.previous in _NUMBERED:
        return False
    return None


def _starter(at: Candidate) -> bool:
    """Whether a word follows that within a sentence is seldom written with a capital."""
    return at.after[:1].isupper() and at.after.lower().rstrip(",.;:") in _STARTERS


RULES: tuple[Rule, ...] = (
    _glued,
    _credit,
    _list_marker,
    _lower_case_follows,
    _ellipsis,
    _attribution,
    _attributed,
    _exclaimed,
    _year_of_a_work,
    _title,  # before the others: "St." is also the end of a street, "Gen." never
    _number,
    _month,
    _latin,
    _tail,
    _initial,
    _dotted,
)


def _kind(word: str) -> str | None:
    """Return the kind of abbreviation that `word` with its full stop is."""
    return abbreviations().get(word[:-1]) if word.endswith(".") else None
