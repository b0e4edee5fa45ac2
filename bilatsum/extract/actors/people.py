"""People: a run of name words with evidence beside it that it names a person.

The evidence is, in this order: an office or an honorific before the name, an office behind it in
apposition, a known given name, or a verb of saying. A name without evidence is left alone: better
to say nothing than to call a ship a minister.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bilatsum.data import given_names

from .tokens import PARTICLES, Token

_SAYS = frozenset(
    "said says told added asked replied warned insisted argued announced stated noted claimed "
    "denied declared confirmed urged stressed called met visited arrived spoke".split()
)
_MAX_NAME_WORDS = 6
_MAX_ROLE_WORDS = 16
_CONNECTORS = frozenset("of the for and on in to & at".split())
_MODIFIERS = frozenset(
    "former acting outgoing incumbent interim deputy senior late vice ex current new then "
    "assistant chief special top caretaker veteran permanent executive principal hereditary "
    "federal national regional associate incoming exiled ousted deposed de facto".split()
)
_VERBS = frozenset(
    "sat stood met led had was were is are be been has have with by as from that which who whom "
    "when where while after before into over under between against about or but not than then "
    "would will could should may might can did does do during including such like also".split()
)
_MAX_FIELD_WORDS = 3
_MAX_PLACE_WORDS = 4
_NO_NAMES = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "your", "my"})
_ORGANISATION_ENDS = frozenset(
    "Party Council Agency Ministry Department Bank Court Union University Institute Commission "
    "Committee Agreement Treaty Act Convention Initiative Conference Summit Organization "
    "Organisation Group Fund Forum Street Square Palace House River Sea Island Islands Airport "
    "Province State City Times Post News Press Army Force Forces Front Movement Church Airlines "
    "Company Corporation Inc Ltd Co Foundation Center Centre Office Authority Association Valley "
    "Mountains Bridge Square Strait Gulf Bay Declaration Protocol Accord Accords Plan Pact Games "
    "Cup Prize Building Hotel Base Station County District Region Republic Kingdom Emirates "
    "Minister Nations States Alliance Dialogue Programme Program Corps Service Stadium Hospital "
    "Parliament Assembly Senate Congress Ocean Peninsula Coast Desert Dam Canal Port".split()
)


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person's name at a place in a text, with what stands beside it.

    `role` is the span of the role as the text states it, None where it states none;
    `country` a state's code named beside the role, `country_why` where that was.
    """

    start: int
    end: int
    name: str
    rule: str
    role: tuple[int, int] | None = None
    countries: tuple[str, ...] = ()
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class _Role:
    start: int
    end: int
    tokens: tuple[Token, ...]


def find_people(text: str, tokens: Sequence[Token], *, headline: bool) -> list[PersonFound]:
    """Return the people named in `text`, in order.

    `headline` says that every word may be capitalised, so that capitals prove nothing.
    """
    found: list[PersonFound] = []
    at = 0
    while at < len(tokens):
        end = _name_end(text, tokens, at, headline=headline)
        if end > at:
            person = _person(text, tokens, at, end, headline=headline)
            if person:
                found.append(person)
            at = end
        else:
            at += 1
    return found


def _name_end(text: str, tokens: Sequence[Token], at: int, *, headline: bool) -> int:
    """Return the index behind the run of name words that begins at `at`, `at` if none does."""
    first = tokens[at]
    if not (_starts_name(first) or _introduced(text, tokens, at)) or (headline and first.common):
        return at
    end = at + 1
    while end < len(tokens) and end - at < _MAX_NAME_WORDS and not tokens[end - 1].possessive:
        token = tokens[end]
        gap = text[tokens[end - 1].end : token.start]
        if token.suffix and gap in {" ", ", "}:
            return end + 1
        if gap == "," or (token.text == "," and _suffix_follows(tokens, end)):
            end += 1
            continue
        if gap != " ":
            break
        if token.text in PARTICLES and _capital_after_particles(tokens, end):
            end += 1
            continue
        if not _continues_name(token, tokens[at:end], headline=headline):
            break
        end += 1
    while end > at and tokens[end - 1].text in PARTICLES | {","}:
        end -= 1
    return end


def _capital_after_particles(tokens: Sequence[Token], at: int) -> bool:
    """Whether "van der" and the like lead to a name word."""
    for token in tokens[at + 1 : at + 3]:
        if token.capitalised:
            return True
        if token.text not in PARTICLES and not token.text.startswith(("al-", "el-")):
            return False
    return at + 1 < len(tokens) and tokens[at + 1].text.startswith(("al-", "el-"))


def _suffix_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text.rstrip(".") in {"Jr", "Sr"}


def _introduced(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether an ordinary word is a name where it stands: "said Clay Jordan", "Minister April Hollins"."""
    if at == 0 or at + 1 >= len(tokens) or not tokens[at].capitalised or tokens[at].label:
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if text[tokens[at].end : following.start] != " " or not following.capitalised:
        return False
    if before.text in {"said", "says", "told", "added", "asked"}:
        return following.label in {"", "state", "decoy"} and not following.common
    leads = before.label in {"office", "honorific"} or (
        before.capitalised and before.common and before.text.lower() not in _CONNECTORS | _VERBS
    )
    named = not following.label and not following.common and following.text != "I"
    return leads and tokens[at].text in _NO_NAMES and named


def _starts_name(token: Token) -> bool:
    if token.label or token.text in _NO_NAMES:
        return False
    if token.initial:
        return True
    if token.text.lower().startswith(("al-", "el-")) and len(token.text) > 3:  # noqa: PLR2004
        return token.text[3:4].isupper() or token.capitalised
    return token.capitalised and not token.text.isdigit() and not token.common and (
        not token.text.isupper() or len(token.text) > 4  # noqa: PLR2004 - acronyms
    )


def _continues_name(token: Token, run: Sequence[Token], *, headline: bool) -> bool:
    if token.label == "decoy" or (token.label == "state" and token.name and token.name.form.ambiguous):
        return len(run) == 1 and (  # "Clay Jordan", "Harlan Washington"
            run[0].text in given_names() or run[0].initial or run[0].common or bool(run[0].text)
        )
    if token.label and token.label != "honorific":
        return False
    if token.initial or token.text.lower().startswith(("al-", "el-")):
        return True
    if not token.capitalised or token.text in _NO_NAMES or token.text in _ORGANISATION_ENDS:
        return False
    if headline and token.common:
        return False
    return not token.text.isupper() or len(token.text) > 3 or token.text.istitle()  # noqa: PLR2004


def _person(
    text: str, tokens: Sequence[Token], at: int, end: int, *, headline: bool
) -> PersonFound | None:
    """Return the person whose name the tokens `at` to `end` are, None without evidence."""
    run = tokens[at:end]
    if run[-1].text in _ORGANISATION_ENDS or (
        end < len(tokens)
        and tokens[end].text in _ORGANISATION_ENDS
        and text[run[-1].end : tokens[end].start] == " "
    ):
        return None
    name = " ".join(token.text for token in run).replace(" ,", ",")
    words = [token for token in run if not token.initial and token.text not in PARTICLES]
    before = _role_before(text, tokens, at)
    after = _role_behind(text, tokens, end) if not headline else None
    if before:
        rule = "actors.person.office_before"
    elif at and tokens[at - 1].label == "honorific":
        rule = "actors.person.honorific"
    elif after and len(run) > 1:
        rule = "actors.person.office_behind"
    elif len(run) > 1 and words and words[0].text in given_names():
        rule = "actors.person.given_name"
    elif len(run) > 1 and _said(tokens, at, end):
        rule = "actors.person.speech"
    elif len(run) > 1 and _of_country(text, tokens, end):
        rule = "actors.person.of_state"
    elif len(run) > 1 and _counterpart(tokens, at) is not None:
        rule = "actors.person.counterpart"
    else:
        return None
    if len(run) == 1 and (run[0].initial or len(name) < 2):  # noqa: PLR2004
        return None
    role = before or after
    beside = role.tokens if role else ()
    countries = _countries(beside)
    if role and not countries and _american_office(text[role.start : role.end]):
        countries = ("USA",)
    if not countries:
        countries = _counterpart(tokens, at) or _of_country(text, tokens, end)
    organisation = next((t.name.form.keys[0] for t in beside if t.label == "organisation" and t.name), None)
    return PersonFound(
        start=run[0].start,
        end=run[-1].end,
        name=name,
        rule=rule,
        role=(role.start, role.end) if role else None,
        countries=countries,
        organisation=organisation,
    )


def _said(tokens: Sequence[Token], at: int, end: int) -> bool:
    follows = tokens[end].text if end < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    return follows in _SAYS or before in {"said", "says", "told"}


def _counterpart(tokens: Sequence[Token], at: int) -> tuple[str, ...] | None:
    """Return the state of "his Iraqi counterpart, Laith al-Saffar", None if there is none such."""
    last = at - 1
    if last >= 0 and tokens[last].text == ",":
        last -= 1
    if last < 1 or tokens[last].text != "counterpart":
        return None
    before = tokens[last - 1]
    return before.name.form.keys if before.label == "demonym" and before.name else ()


def _role_before(text: str, tokens: Sequence[Token], at: int) -> _Role | None:
    """Return the role that ends right before the token `at`, with or without a comma between."""
    last = at - 1
    while last >= 0 and tokens[last].label == "honorific":
        last -= 1
    comma = last >= 0 and tokens[last].text == ","
    if comma:
        last -= 1
    first = last + 1
    words = 0
    while first > 0 and words < _MAX_ROLE_WORDS:
        token = tokens[first - 1]
        gap = text[token.end : tokens[first].start] if first < len(tokens) else " "
        if first <= last and gap.strip("'’s") not in {" ", ""}:
            break
        if not _belongs_to_role(tokens, first - 1, last) and not (
            comma and _place_of_office(tokens, first - 1)
        ):
            break
        first -= 1
        words += 1
    first = _with_field(tokens, first, last)
    return _trimmed(tokens, first, last + 1, needs_last=comma)


def _with_field(tokens: Sequence[Token], first: int, last: int) -> int:
    """Take in the small words of a role: "South Korea's vice oceans minister"."""
    at = first
    while at > 0 and first - at < _MAX_FIELD_WORDS and _small_word(tokens[at - 1]):
        at -= 1
    if at == first or first > last:
        return first
    before = tokens[at - 1] if at else None
    owned = before is not None and before.label in {"state", "demonym", "organisation"}
    return at - 1 if owned else first


def _small_word(token: Token) -> bool:
    return not token.label and token.common and not token.capitalised and (
        not token.text.endswith("ed") and token.text not in _SAYS | _ARTICLES | _VERBS and token.text not in _CONNECTORS - {"of", "for", "and"}
    )


def _place_of_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word ends "Chief Minister of West Bengal"."""
    start = at
    while start > 0 and at - start < _MAX_PLACE_WORDS and tokens[start].capitalised:
        start -= 1
    joint = tokens[start].text in {"of", "for", "the"}
    return joint and any(token.label == "office" for token in tokens[max(0, start - 3) : start])


def _belongs_to_role(tokens: Sequence[Token], i: int, last: int) -> bool:
    token = tokens[i]
    if token.label in {"office", "state", "demonym", "organisation"}:
        return True
    word = token.text
    if word in {",", "/"}:  # "Health Services, Regulations, and Coordination"
        following = tokens[i + 2] if i + 2 <= last and tokens[i + 1].text == "and" else tokens[i + 1]
        return i < last and i > 0 and all(
            token.common and token.capitalised for token in (following, tokens[i - 1])
        )
    if word in {"(", ")"}:  # "Agency for International Development (USAID) Assistant Administrator"
        return i < last and i > 0 and (tokens[i + 1].label == "organisation" or tokens[i - 1].label == "organisation" or tokens[i - 1].text.isupper() or tokens[i + 1].text.isupper())
    if word == "and":  # "The Secretary and King Abdullah" are two
        offices_meet = tokens[i - 1].label == "office" == tokens[i + 1].label if i < last else True
        return i > 0 and not offices_meet and (
            tokens[i - 1].common or tokens[i - 1].label == "office"
        )
    if word.lower() in _CONNECTORS:
        return i < last
    if word.lower() in _MODIFIERS:
        return True
    if token.possessive and not token.label:
        return False  # "President Biden's National Security Advisor": his, not the role
    return token.capitalised and (token.common or token.text.isupper())


def _trimmed(tokens: Sequence[Token], first: int, end: int, *, needs_last: bool) -> _Role | None:
    """Return the tokens `first` to `end` as a role if they hold an office where one must be."""
    while first < end and (
        tokens[first].text.lower() in _CONNECTORS | _ARTICLES or tokens[first].text in {",", "/"}
    ):
        first += 1
    part = tokens[first:end]
    held = [i for i, token in enumerate(part) if token.label == "office"]
    if not held:
        return None
    if len(held) == 1 and part[held[0]].text.lower() in _WEAK_ALONE and len(part) == 1:
        return None
    behind = part[held[-1] + 1 :]
    if behind and behind[0].text.lower() not in {"of", "for", "to", "on", "in", "at", "and", "/"}:
        return None
    if needs_last and not behind and part[-1].possessive:
        return None
    return _Role(part[0].start, part[-1].end, tuple(part))


_WEAK_ALONE = frozenset({"deputy", "official", "leader", "head", "dictator"})


def _role_behind(text: str, tokens: Sequence[Token], end: int) -> _Role | None:
    """Return the role in apposition behind a name: ", Pakistan's foreign minister," and the like."""
    at = end
    if at >= len(tokens) or tokens[at].text not in {",", "("}:
        return None
    closing = ")" if tokens[at].text == "(" else ","
    first = at + 1
    while first < len(tokens) and tokens[first].text.lower() in _ARTICLES:
        first += 1
    if first >= len(tokens) or not _opens_role(tokens, first):
        return None
    last = first
    office_at = -1
    while last < len(tokens) and last - first < _MAX_ROLE_WORDS:
        token = tokens[last]
        if token.text in {closing, ".", ";", ":", "?", "!", ")", "–", "—", "-", '"', "”", "“", ","}:
            break
        if token.text.lower() in {"who", "which", "whose", "said", "says", "told", "told", "and"} and office_at >= 0 and (
            token.text.lower() != "and" or not _goes_on_after_and(tokens, last)
        ):
            break
        if token.label == "office" and office_at < 0:
            office_at = last
        elif office_at < 0 and not _may_precede_office(token):
            return None
        elif office_at >= 0 and _ends_role(token):
            break
        last += 1
    if office_at < 0 or office_at - first > 5:  # noqa: PLR2004
        return None
    if tokens[first].label == "office" and last == first + 1 and last < len(tokens) and (
        tokens[last].text not in {",", ".", ")", ";"}
    ):
        return None  # ", President Biden said": the next name's title
    part = tokens[first:last]
    if any(token.capitalised and not token.label and not token.common and not token.text.isupper()
           and token.text not in _ORGANISATION_ENDS
           for token in tokens[office_at + 1 : office_at + 2]):
        return None
    return _Role(part[0].start, part[-1].end, tuple(part))


def _opens_role(tokens: Sequence[Token], at: int) -> bool:
    """An apposition begins with a state, a body, an office, or a word or two before the office."""
    token = tokens[at]
    if token.label in {"state", "demonym", "organisation", "office"}:
        return True
    if token.text in _VERBS | _SAYS or token.text.endswith("ed"):
        return False
    near = tokens[at : at + 4]
    return any(other.label == "office" for other in near) and not any(
        other.text in _VERBS | _SAYS for other in near[:2]
    )


def _goes_on_after_and(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and (
        tokens[at + 1].label == "office" or (tokens[at + 1].capitalised and tokens[at + 1].common)
    )


def _may_precede_office(token: Token) -> bool:
    return (
        token.label in {"state", "demonym", "organisation", "decoy"}
        or token.text.lower() in _MODIFIERS | _CONNECTORS
        or token.common
    )


def _ends_role(token: Token) -> bool:
    return token.text.lower() in {"said", "says", "told", "will", "was", "is", "has", "had", "met", "to"}


def _countries(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the codes of the states named in a role."""
    for token in tokens:
        if token.label in {"state", "demonym"} and token.name:
            return token.name.form.keys
    return ()


def _american_office(role: str) -> bool:
    """"Secretary of State", capitalised and not "for" anything, is an office of one country only."""
    return "Secretary of State" in role and "Secretary of State for" not in role


def _of_country(text: str, tokens: Sequence[Token], end: int) -> tuple[str, ...]:
    """Return the state behind a name: "Ignacio Robledo Paz of Argentina"."""
    if end + 1 < len(tokens) and tokens[end].text == "of":
        token = tokens[end + 1]
        if token.text.lower() == "the" and end + 2 < len(tokens):
            token = tokens[end + 2]
        if token.label == "state" and token.name and not token.name.form.ambiguous:
            return token.name.form.keys
    return ()
