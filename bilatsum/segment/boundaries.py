"""Where sentences end: Punkt's decision, overruled where our field knows better.

Every full stop, question mark, exclamation mark or ellipsis that white space follows is a
candidate. The rules of RULES are asked in turn; the first that answers decides. Where none does,
Punkt's decision stands (T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary
Detection", Computational Linguistics 32(4), 2006; parameters trained by training/punkt.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import abbreviations, punkt_parameters

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2014": " ", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
})  # fmt: skip
"""One character for one: typographic quotes, dashes and blanks as Punkt was trained on them."""

_CLOSERS = "\"'”’»)\\]}"
_CANDIDATE = re.compile(
    rf"(?P<mark>\.(?: \.)+|[.?!…]+)(?P<closers>[{_CLOSERS}]*(?: ?\[\d{{1,3}}\])*)(?=\s|$)"
)
# "... ended.The next ...": a blank was lost between two sentences.
_GLUED = re.compile(r"(?<=[a-z]{3})(?P<mark>[.?!])(?P<closers>[\"'”’)]*)(?=[A-Z][a-z]+ )")
# A photo credit follows a caption that has no full stop.
_CREDIT = re.compile(r"(?<=\w)(?P<mark>)(?P<closers>)(?= (?:Image|Photo|File photo|Credit): [A-Z])")
_MARKER = re.compile(r"(?:(?:\d{1,3}\.){1,4}|[ivxIVX]{1,5}\.|[a-zA-Z]\.)")
_NUMBERED = frozenset({"Figure", "Table", "Box", "Chart", "Map", "Section", "Chapter", "Annex"})
_SPEAKER = re.compile(
    r"(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) "
    r"(?:said|says|asked|asks|added|replied|called|cried|shouted|wrote|thought|told|wondered|"
    r"answered|warned|insisted|demanded|exclaimed|declared)\b"
)
_DASHES = frozenset({"-", "--", "–", "—"})
_OPENERS = "\"'“‘«([{*_-—–•"
_INITIAL = re.compile(r"[^\W\d_]\.?$")
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


@dataclass(frozen=True, slots=True)
class Candidate:
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
    """ "Yahoo! in", '"This is great." she said', "well ... then" go on; "Why? because" does not."""
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
    """'... a long game." - Matthew Ingram' belongs together."""
    return False if at.closers and at.dashed and at.after[:1].isupper() else None


def _attributed(at: Candidate) -> bool | None:
    """'"Will it hold?" Karaduman asked' is one sentence; after a full stop a new one begins."""
    if at.mark == "." or not set(at.closers) & set("\"'”’»"):
        return None
    return False if _SPEAKER.match(at.follows) else None


def _exclaimed(at: Candidate) -> bool | None:
    """'... shouted "March! March!" but' goes on: one exclaimed word is no sentence."""
    return False if at.mark == "!" and at.quoting and not at.closers and not at.first else None


def _year_of_a_work(at: Candidate) -> bool | None:
    """'... for "Viva Maria!" (1965)' goes on."""
    return False if at.bracketed and at.after[:1].isdigit() else None


def _title(at: Candidate) -> bool | None:
    """ "Lt. Gen. Asim Munir", "St. Petersburg"."""
    if _kind(at.before) == "title" and not at.closers:
        return False if at.after[:1].isalnum() else None
    return None


def _number(at: Candidate) -> bool | None:
    """ "No. 2", "Art. 5", "p. 55", but "He said no. Two days later"."""
    if _kind(at.before) == "number" and not at.closers:
        if at.after[:1].isdigit() or re.fullmatch(r"[IVXLC]+[.,;]?", at.after):
            return False
        return None if at.before.lower() in {"no.", "art."} else _starter(at)
    return None


def _latin(at: Candidate) -> bool | None:
    """ "e.g. Pakistan", "v. Jones"."""
    if _kind(at.before) == "latin" and not at.closers:
        return None if at.before == at.before.upper() else False
    return None


def _month(at: Candidate) -> bool | None:
    """ "Jan. 5", "Sept. 11", but "since Jan. The ministers"."""
    if _kind(at.before) == "month" and at.before[0].isupper():
        return False if at.after[:1].isdigit() else _starter(at)
    return None


def _initial(at: Candidate) -> bool | None:
    """ "E. Smith", "J. R. R. Tolkien", but "you and I. Did", "plan B. The"."""
    if len(at.before) != 2 or not _INITIAL.match(at.before) or at.closers:  # noqa: PLR2004
        return None
    if not at.before[0].isupper():
        return None
    if at.before == "I." and not at.previous[:1].isupper():
        return True
    if at.after[:1].isupper() and at.after.lower() not in _STARTERS:
        return False
    if at.previous[:1].isupper() and at.after.lower() in _STARTERS:
        return None
    return None


def _dotted(at: Candidate) -> bool | None:
    """ "U.S. Secretary of State" goes on, "in the U.S. The ministers" does not."""
    if at.mark != "." or not _DOTTED.fullmatch(at.before):
        return None
    if at.opened or at.closers:
        return True
    return _starter(at)


def _tail(at: Candidate) -> bool | None:
    """ "Pitt, Briggs & Co. It closed", "at 6 p.m. Mr. Smith", but "Corp. Chief Executive"."""
    if _kind(at.before) == "tail" and at.mark == ".":
        return None if at.closers else _starter(at) or _kind(at.after) == "title"
    return None


def _list_marker(at: Candidate) -> bool | None:
    """ "1. The first item", "2.1. Trade", "Figure 1. Exports" at the start of a paragraph go on."""
    if at.first and _MARKER.fullmatch(at.before):
        return False
    if at.second and at.before[:1].isdigit() and at.previous in _NUMBERED:
        return False
    return None


def _starter(at: Candidate) -> bool:
    """After an abbreviation only a word that seldom stands within a sentence in capitals ends it."""
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


def boundaries(text: str) -> list[int]:
    """Return the offsets in `text` at which its sentences end, the last one left out.

    `text` is one paragraph with its white space folded. Linear in its length.
    """
    plain = text.translate(PLAIN)
    candidates = sorted(
        (match.start(), pattern is _GLUED, match)
        for pattern in (_CANDIDATE, _GLUED, _CREDIT)
        for match in pattern.finditer(text)
    )
    if not candidates:
        return []
    punkt_ends = {end for _, end in _punkt().span_tokenize(plain)}
    ends: list[int] = []
    for _, glued, match in candidates:
        if match.end() >= len(text.rstrip()):
            continue
        verdict = _ask(_candidate(text, match, glued=glued))
        if verdict is None:
            verdict = any(end in punkt_ends for end in range(match.start() + 1, match.end() + 1))
        if verdict:
            ends.append(match.end())
    return ends


def _ask(candidate: Candidate) -> bool | None:
    for rule in RULES:
        verdict = rule(candidate)
        if verdict is not None:
            return verdict
    return None


def _candidate(text: str, match: re.Match[str], *, glued: bool) -> Candidate:
    start = text.rfind(" ", 0, match.start()) + 1
    earlier = text.rfind(" ", 0, max(0, start - 1)) + 1
    follow = match.end() + (0 if glued else 1)
    after = _word_at(text, follow)
    bare = after.lstrip(_OPENERS) or _word_at(text, follow + len(after) + 1)
    mark = match["mark"]
    return Candidate(
        mark=mark,
        closers=match["closers"],
        before=text[start : match.start() + 1].lstrip(_OPENERS),
        previous=text[earlier : max(0, start - 1)],
        after=bare,
        first=start == 0,
        second=earlier == 0 and start > 0,
        opened=len(bare) < len(after),
        bracketed=after.startswith("("),
        dashed=after in _DASHES,
        quoting=text[start] in "\"“‘'«",
        glued=glued,
        follows=text[follow : follow + 60],
    )


def _word_at(text: str, start: int) -> str:
    stop = text.find(" ", start)
    return text[start : stop if stop >= 0 else len(text)]


def _kind(word: str) -> str | None:
    """Return the kind of abbreviation that `word` with its full stop is."""
    return abbreviations().get(word[:-1]) if word.endswith(".") else None


@cache
def _punkt() -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415

    stored = punkt_parameters()
    parameters = PunktParameters()
    parameters.abbrev_types = set(stored["abbrev_types"])
    parameters.collocations = {(first, second) for first, second in stored["collocations"]}
    parameters.sent_starters = set(stored["sent_starters"])
    parameters.ortho_context.update(stored["ortho_context"])
    return PunktSentenceTokenizer(parameters)
