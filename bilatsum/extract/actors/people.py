"""People: a run of name words with evidence beside it that it names a person.

The evidence is looked for in the order of EVIDENCE. A name without any is left alone: better to
say nothing than to call a ship a minister.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bilatsum.data import given_names

from .lexicon import Token
from .name_runs import name_end
from .roles import Role, role_before, role_behind
from .salience import country_of_body
from .tokens import Line
from .vocabulary import ACTS_IN_HEADLINES, NOT_SURNAMES, PARTICLES, SAYS

_PLURAL_OFFICES = frozenset(
    "Presidents Ministers Secretaries Ambassadors Chancellors Premiers Kings Senators Generals "
    "Governors Representatives Spokespersons".split()
)
_LONGEST_LIST = 8
_TAGGED_WORDS = 2


class PersonFound(NamedTuple):
    """A person's name at a place in a text, with what stands beside it.

    `role` is where the text states the role, None where it states none; `countries` are the codes
    of the state named in or beside it; `organisation` is a body of the gazetteer in the role.
    """

    start: int
    end: int
    name: str
    rule: str
    role: tuple[int, int] | None = None
    countries: tuple[str, ...] = ()
    organisation: str | None = None


class Candidate(NamedTuple):
    """A run of name words, the tokens `at` to `end`, and the roles before and behind it."""

    line: Line
    at: int
    end: int
    before: Role | None
    behind: Role | None

    @property
    def run(self) -> Sequence[Token]:
        """The words of the name."""
        return self.line.tokens[self.at : self.end]

    @property
    def previous(self) -> Token | None:
        """The token before the name."""
        return self.line.tokens[self.at - 1] if self.at else None

    @property
    def following(self) -> Token | None:
        """The token behind the name."""
        tokens = self.line.tokens
        return tokens[self.end] if self.end < len(tokens) else None


def _has_honorific(candidate: Candidate) -> bool:
    return candidate.previous is not None and candidate.previous.label == "honorific"


def _has_given_name(candidate: Candidate) -> bool:
    words = [t for t in candidate.run if not t.initial and t.text not in PARTICLES]
    return bool(words) and words[0].text in given_names()


def _speaks(candidate: Candidate) -> bool:
    follows = candidate.following is not None and candidate.following.text in SAYS
    precedes = candidate.previous is not None and candidate.previous.text in {
        "said",
        "says",
        "told",
    }
    return follows or precedes


def _follows_offices(candidate: Candidate) -> bool:
    """Whether the name is one of several behind their office: "Presidents Biden and Erdogan"."""
    at = candidate.at - 1
    while at >= 0 and candidate.at - at <= _LONGEST_LIST:
        token = candidate.line.tokens[at]
        if token.text in _PLURAL_OFFICES:
            return True
        if token.text not in {"and", ","} and not (token.capitalised and not token.common):
            return False
        at -= 1
    return False


# The rule's name, whether one word is enough of a name for it, and what must be true.
EVIDENCE: tuple[tuple[str, bool, Callable[[Candidate], bool]], ...] = (
    ("actors.person.office_before", True, lambda candidate: candidate.before is not None),
    ("actors.person.honorific", True, _has_honorific),
    ("actors.person.office_behind", False, lambda candidate: candidate.behind is not None),
    ("actors.person.given_name", False, _has_given_name),
    ("actors.person.speech", False, _speaks),
    ("actors.person.of_state", False, lambda candidate: bool(_state_behind(candidate))),
    ("actors.person.of_offices", True, _follows_offices),
    ("actors.person.counterpart", False, lambda candidate: _counterpart(candidate) is not None),
)


def find_people(
    line: Line, *, headline: bool, tagged: Sequence[tuple[int, int]] = ()
) -> Sequence[PersonFound]:
    """Return the people named in `line`, in order.

    `headline` says that every word may be capitalised, so that capitals prove nothing; `tagged`
    are the places that the tagger takes for names of people.
    """
    found: list[PersonFound] = []
    ends = dict(tagged)
    tokens = line.tokens
    free = 0
    for at in _with_tagged(line, ends) if ends else line.large:
        if at < free or not (tokens[at].opens_name or ends or (at and tokens[at - 1].introduces)):
            continue
        end = name_end(line, at, headline=headline)
        stop = ends.get(line.starts[at])
        by_tagger = _tagged_end(line, at, stop) if stop else at
        end = max(end, by_tagger)
        if end > at:
            free = end
            person = _person_at(line, at, end, headline=headline, tagged=end == by_tagger)
            if person:
                found.append(person)
    return tuple(found)


def _with_tagged(line: Line, starts: Iterable[int]) -> list[int]:
    """Return the tokens with which a name may begin; the tagger's `starts` may be small ones."""
    places = {at for start in starts if line.starts[at := bisect_left(line.starts, start)] == start}
    return sorted(places.union(line.large))


def _person_at(
    line: Line, at: int, end: int, *, headline: bool, tagged: bool
) -> PersonFound | None:
    """Return the person whose name are the tokens `at` to `end`, None if nothing says so."""
    is_none = _is_no_person(line, at, end)
    if is_none and not tagged:
        return None
    behind = None if headline else role_behind(line, end)
    candidate = Candidate(line, at, end, role_before(line, at), behind)
    rule = None if is_none else _evidence(candidate)
    if rule is None and tagged:
        rule = "actors.person.tagger"
    if rule is None and headline and _opens_headline(candidate):
        rule = "actors.person.headline"
    return _person(candidate, rule) if rule else None


def _tagged_end(line: Line, at: int, stop: int) -> int:
    """Return the index behind a name of two words or more that ends at the character `stop`.

    Names of the gazetteer and offices in it make it none: `at` is returned. A first or last name
    may be a state's that has another meaning too ("Jordan Reyes").
    """
    end = at
    while end < len(line.tokens) and line.end(end) <= stop:
        token = line.tokens[end]
        doubtful = token.form is not None and token.form.ambiguous
        if not (token.label in {"", "decoy"} or doubtful) or not token.text[0].isalpha():
            return at
        end += 1
    return end if end - at >= _TAGGED_WORDS else at


def _opens_headline(candidate: Candidate) -> bool:
    """Whether a headline opens with the name of who acts: "Ana Brito call with Chile's leader"."""
    following, run = candidate.following, candidate.run
    if candidate.at or len(run) < _TAGGED_WORDS or following is None:
        return False
    if not all(token.capitalised for token in run):
        return False
    return run[-1].possessive or following.text in ACTS_IN_HEADLINES


def _is_no_person(line: Line, at: int, end: int) -> bool:
    """Whether the run is, or goes on as, the name of a body or a place; or is one letter."""
    tokens = line.tokens
    last = tokens[end - 1]
    if last.text in NOT_SURNAMES or all(token.suffix for token in tokens[at:end]):
        return True
    if end - at == 1 and len(last.text.rstrip(".")) == 1:
        return True
    return end < len(tokens) and tokens[end].text in NOT_SURNAMES and line.gap(end) == " "


def _evidence(candidate: Candidate) -> str | None:
    """Return the name of the first rule that takes the run for a person."""
    for rule, one_word, holds in EVIDENCE:
        if (one_word or candidate.end - candidate.at > 1) and holds(candidate):
            return rule
    return None


def _person(candidate: Candidate, rule: str) -> PersonFound:
    line, run = candidate.line, candidate.run
    role = _most_telling(candidate.before, candidate.behind)
    beside = role.tokens if role else ()
    body = next((t.form.keys[0] for t in beside if t.label == "organisation" and t.form), None)
    return PersonFound(
        start=line.starts[candidate.at],
        end=line.end(candidate.end - 1),
        name=" ".join([token.text for token in run]).replace(" ,", ","),
        rule=rule,
        role=(role.start, role.end) if role else None,
        countries=_countries(candidate, role),
        organisation=body,
    )


def _most_telling(before: Role | None, behind: Role | None) -> Role | None:
    """Return the role to show: the one before the name, unless it is a bare title ("Sheikh")."""
    if before and behind and len(before.tokens) == 1 < len(behind.tokens):
        return behind
    role = before or behind
    return None if role is None or role.says_little else role


def _countries(candidate: Candidate, role: Role | None) -> tuple[str, ...]:
    """Return the state that a person speaks for, as the words beside the name have it."""
    beside = role.tokens if role else ()
    for i, token in enumerate(beside):
        # "Special Representative for Afghanistan", "ambassador to Canada" speak for another.
        if token.states and not (i and beside[i - 1].text in {"for", "to"}):
            return token.states
    if role and _is_american(candidate.line.text[role.start : role.end]):
        return ("USA",)
    return _counterpart(candidate) or _state_behind(candidate)


def _is_american(role: str) -> bool:
    """Whether a role is an office of one country only: Secretary of State, not "for" a field."""
    return "Secretary of State" in role and "Secretary of State for" not in role


def _counterpart(candidate: Candidate) -> tuple[str, ...] | None:
    """Return the state of "his Iraqi counterpart, Laith al-Saffar", None if there is none such."""
    last = candidate.at - 1
    if last >= 0 and candidate.line.tokens[last].text == ",":
        last -= 1
    if last < 1 or candidate.line.tokens[last].text != "counterpart":
        return None
    return candidate.line.tokens[last - 1].states


def _state_behind(candidate: Candidate) -> tuple[str, ...]:
    """Return the state of "Ignacio Robledo Paz of Argentina"."""
    words = [t for t in candidate.line.tokens[candidate.end : candidate.end + 3] if t.text != "the"]
    if len(words) < 2 or words[0].text != "of" or words[1].form is None:  # noqa: PLR2004
        return ()
    home = country_of_body(words[1].form.keys[0])
    if words[1].label == "organisation" and home:
        return (home,)
    # "King Abdullah II of Jordan": an office before the name leaves no doubt.
    sure = candidate.before is not None or not words[1].form.ambiguous
    return words[1].states if sure else ()
