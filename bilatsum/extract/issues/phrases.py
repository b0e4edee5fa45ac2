"""Noun phrases without a parser: what is at stake, and what a text keeps returning to.

A phrase grows from a word to both sides until a verb, a pronoun or punctuation ends it. Words are
told apart by lists, for a tagger of parts of speech would cost more than it brings here.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from bilatsum.data import is_known_word, rarity, stop_words

from .lines import Line
from .terms import Token, plain

_MAX_WORDS = 12
_MAX_LINKS = 3
_RARE_ENOUGH = 8.0
_LINKS = frozenset(["of", "in", "on", "for", "between", "with", "against", "at", "from", "over",
                    "into", "under", "towards", "toward", "to", "among", "across"])  # fmt: skip
_LEFT_LINKS = frozenset(["of", "in", "on", "for", "against", "over", "between"])
_DETERMINERS = frozenset(["the", "a", "an", "this", "these", "those", "its", "their", "our", "his",
                          "her", "both", "all", "any", "some"])  # fmt: skip
_JOINS = frozenset(["and", "or"])
_NARROWING = frozenset(["especially", "particularly", "including", "notably"])
# Verbs in their plain forms, but for those that are mostly nouns ("talk", "support", "trade").
_VERBS = frozenset("""
accept accus acknowledg add address advanc affect affirm afford agre allow announc appear applaud
argu arriv ask assert assur attend avoid be becam becom began begin believ bolster bring brought
build call came can carri celebrat chair choos cit claim com commend commit condemn conduct confirm
consider consult continu contribut creat criticis criticiz declar declin decid deepen demonstrat
deni depart describ deserv destroy develop disclos discuss do draw emphasis emphasiz enabl
encourag endors engag enhanc ensur enter establish exchang expand explain explor expos express
extend fac facilitat fail feel fell find follow forc foster found gav generat get giv go got grant
grew grow had happen has hav held help highlight hop identif identify implement improv includ
increas inform insist intend introduc invit involv join keep kept know launch lead learn leav led
lift look lost mad maintain mak mark met meet mobiliz move need note notic obtain occur offer
oppos ow participat pay paid persist pledg prais press prevent promot propos protect prov provid
pursu push put rais reach reaffirm realiz receiv recogniz recognis recommend reduc refer reflect
refus reinforc reiterat reject releas remain remind renew repli represent request requir resolv
respond restor resum reveal said sought saw say see seek seem sent serv set shar show sign solv
speak spok stand stat stood strengthen stress strik strive submit succeed suffer suggest tak taken
thank think threaten told took treat tri try turn underlin underscor understand understood undertak
undertook unveil updat urg use visit voic want warn was welcom went were withdrew won work wrot
come make take give move hope cite lose use say lie arise rose fell drop deliver augment cap cover contrast remov stop hinder marred mar tackl ceas warm widen halt combat counter strengthen lower brok broken shut
""".split())  # fmt: skip
_ADVERB_LIKE = frozenset(["assembly", "family", "supply", "ally", "reply", "anomaly", "monopoly",
                          "italy", "july", "elderly", "early"])  # fmt: skip
_NEVER_VERBS = frozenset(["united", "armed", "displaced", "detained", "wounded", "so-called",
                          "meeting", "building", "banking", "hearing", "training", "funding",
                          "mining", "fighting", "understanding", "dealing", "shipping", "warning",
                          "housing", "processing", "screening", "bombing", "shelling", "policing",
                          "talks", "works", "sets", "shared", "backing"])  # fmt: skip
_WEAK_HEADS = frozenset(["importance", "need", "range", "number", "variety", "issue", "significance",
                         "part", "series", "light", "lot", "area", "example", "sector", "member",
                         "form", "kind", "type", "set", "state", "terms", "role", "face", "way",
                         "aspect", "matter", "result"])  # fmt: skip
_COMPARING = frozenset(["least", "most", "more", "less", "fewer", "than", "such", "also"])
_BEFORE_VERBS = frozenset(["to", "can", "could", "will", "would", "may", "might", "must", "should",
                           "they", "we", "who", "that", "which"])  # fmt: skip
_TIME = frozenset(["january", "february", "march", "april", "may", "june", "july", "august",
                   "september", "october", "november", "december", "monday", "tuesday",
                   "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
                   "tomorrow", "year", "years", "month", "months", "week", "weeks", "day", "days",
                   "last", "next", "time", "times", "recent", "ago", "decade", "decades",
                   "moment", "century", "morning", "night"])  # fmt: skip
_WEAK_TAILS = frozenset(["respect", "manner", "order", "way", "certain", "other", "such", "various",
                         "own", "around", "terms", "regard", "light", "view", "addition", "least",
                         "number", "range", "new", "current", "never", "ever", "still", "already",
                         "soon", "yet", "open", "then", "later", "early"])  # fmt: skip
# What is in every article on two states.
_GENERIC = frozenset("""
    affair agency agreement ambassador area authority billion bilateral body call capital case
    citizen committee conference cooperation council country deputy department development dialogue
    director discussion effort economic executive follow foreign general global government group
    head important initiative international issue key leader local major meet meeting member
    million minister ministry nation national new number office official old other part partner
    partnership party people plan policy political president press prime process program programme
    project public range region regional relation relationship representativ respectiv role
    secretary security senior shared side significant social special state statement strategic
    strong support talk term thing third tie top two first second three top visit war way work world
    united joint long close common full high best many several step great commitment interest goal
    spokesperson spokesman news agency interview reporter comment question answer counterpart bill
    early late end begin good young human social city town family friend home life live man woman
    child name place point power problem report result right service situation system
""".split())  # fmt: skip
_MIN_RARITY = 3.2
_MAX_GRAM = 3
_ADJECTIVES = ("al", "ic", "ian", "ive", "ous", "ary")
_BEFORE_TO = frozenset(["response", "threat", "access", "support", "aid", "assistance", "approach",
                        "opposition", "return", "visit", "alternative", "commitment", "challenge",
                        "reference", "damage", "exports", "sales", "relief"])  # fmt: skip
_INSTRUMENTS = frozenset(["treaty", "mechanism", "declaration", "agreement", "accord", "accords",
                          "dialogue", "initiative", "pact", "convention", "plan", "framework",
                          "corridor", "dam", "project", "protocol", "charter", "act",
                          "conference", "mission", "process", "program", "programme", "fund",
                          "partnership", "bridge", "waters", "strategy", "doctrine", "deal",
                          "summit", "commission", "island", "islands", "canal", "pipeline"])  # fmt: skip
_TOUCHING = frozenset([" ", "-", "–", "'s ", "’s ", "' ", "’ ", "/", " $", " €", " £"])


def stake(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return the offsets in the line of the noun phrase around the words `first` to `last`.

    A phrase that begins with a verb ("withdraw its troops") begins there.
    """
    low = first
    is_verb = last > first and _is_verb(line.words[first].raw)
    if not is_verb:
        while low > 0 and _touch(line, low - 1) and _is_content(line, low - 1):
            low -= 1
        low = _over_link(line, low, last)
    high = _to_the_right(line, low, last)
    while low < first and (
        line.words[low].raw in _DETERMINERS | _JOINS | _COMPARING | _LINKS
        or _is_infinitive(line, low)
    ):
        low += 1
    start = line.words[low].start
    if start and line.view.text[start - 1] in "$€£":
        start -= 1
    return start, line.words[high].end


def worth(words: Sequence[Token]) -> float:
    """Return how much a phrase tells: the rarity of its words, each once, few counting fully."""
    rarities = sorted(
        {
            word.form: min(_RARE_ENOUGH, rarity(word.raw))
            for word in words
            if word.raw not in stop_words()
        }.values(),
        reverse=True,
    )
    return sum(value / (1 + order / 3) for order, value in enumerate(rarities))


def grams(line: Line, skip: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of the phrases of two or three words that may name a matter.

    Words whose numbers are in `skip` (names, terms of the taxonomy) are in none.
    """
    words = line.words
    little = _little()
    run: list[int] = []
    for at, word in enumerate(words):
        is_solid = (
            word.raw not in little
            and at not in skip
            and not word.raw[0].isdigit()
            and _is_content(line, at)
        )
        if run and (not is_solid or not _touch(line, at - 1)):
            run = []
        if not is_solid:
            continue
        run.append(at)
        for first in run[-_MAX_GRAM:-1]:
            if _is_telling(words, first, at) and not _is_mere_name(line, first, at):
                yield first, at


@cache
def _little() -> frozenset[str]:
    """Return the words that no name of a matter holds."""
    return stop_words() | _TIME | _NARROWING


def _is_telling(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase ends in a noun, as far as can be seen, and has a word of its own.

    Its last word must be an ordinary one: "Abu Dhabi" names a place.
    """
    final = words[last].raw
    if final.endswith(("ed", "ing", "ly", "al", "ive", "ous", "ful")) or not is_known_word(final):
        return False
    return words[first].raw not in _COMPARING and any(
        word.form not in _GENERIC and _MIN_RARITY <= rarity(word.raw)
        for word in words[first : last + 1]
    )


def _is_mere_name(line: Line, first: int, last: int) -> bool:
    """Whether a phrase is all in capitals and names no instrument: "Golden Warrior"."""
    text = line.view.text
    capitals = all(text[word.start].isupper() for word in line.words[first : last + 1])
    return capitals and line.words[last].raw not in _INSTRUMENTS


def _over_link(line: Line, low: int, last: int) -> int:
    """Return where the phrase begins if the noun before a preposition is its head."""
    at = low - 1
    if at > 0 and line.words[at].raw in _DETERMINERS and _touch(line, at):
        at -= 1
    if at < 1 or line.words[at].raw not in _LEFT_LINKS or not _touch(line, at):
        return low
    head = at - 1
    if not _touch(line, head) or not _is_content(line, head):
        return low
    raw = line.words[head].raw
    if line.words[head].form in _WEAK_HEADS or raw.endswith(("ing", "ed")) or raw in _TIME:
        return low
    while (
        head > 0
        and last - head < _MAX_WORDS - 2
        and _touch(line, head - 1)
        and _is_content(line, head - 1)
    ):
        head -= 1
    return head


def _to_the_right(line: Line, low: int, last: int) -> int:
    """Return the last word of a phrase that begins with `low` and holds at least `last`."""
    high = last
    links = 0
    while True:
        while (
            high + 1 < len(line.words)
            and (high + 1 - low < _MAX_WORDS or {high, high + 1} <= line.names)
            and _touch(line, high)
            and _is_content(line, high + 1)
        ):
            high += 1
        beyond = _beyond_link(line, high) if links < _MAX_LINKS else None
        if beyond is None or beyond - low >= _MAX_WORDS - 1:
            return _trimmed(line, last, high)
        links += 1
        high = beyond


def _beyond_link(line: Line, high: int) -> int | None:
    """Return the first noun behind the preposition or "and" that follows a phrase."""
    words = line.words
    at = high + 1
    if at + 1 >= len(words):
        return None
    link = words[at].raw
    between = line.view.text[words[high].end : words[at].start].strip()
    if between == "," and words[high].raw.endswith(_ADJECTIVES) and link not in _LINKS:
        return at + 1 if link in _JOINS else at if _is_content(line, at) else None
    if not (between in {"", ","} and link in _NARROWING or not between and link in _LINKS | _JOINS):
        return None
    determined = words[at + 1].raw in _DETERMINERS and at + 2 < len(words)
    follows = at + 2 if determined else at + 1
    if not _touch(line, at) or (determined and not _touch(line, at + 1)):
        return None
    noun = words[follows].raw
    if noun in _TIME or noun[0].isdigit() or not _is_content(line, follows):
        return None
    # "trade and called for": a verb is joined, no noun; "to" may open an infinitive.
    if link in _JOINS and _is_verb(noun) and follows not in line.names:
        return None
    if link == "to" and not (
        determined or follows in line.names or noun.endswith("s") or words[high].raw in _BEFORE_TO
    ):
        return None
    return follows


def _is_infinitive(line: Line, at: int) -> bool:
    """Whether the word is a verb behind "to" or "can", which no list knows: "to cap prices"."""
    start = line.words[at].start
    return (
        at > 0
        and line.words[at - 1].raw in _BEFORE_VERBS
        and line.view.text[start : start + 1].islower()
    )


def _trimmed(line: Line, last: int, high: int) -> int:
    """Return the last word of a phrase without what says nothing at its end."""
    while high > last and high not in line.names:
        raw = line.words[high].raw
        if not (
            raw in _TIME
            or raw in _WEAK_TAILS
            or raw in _LINKS | _DETERMINERS | _JOINS | _NARROWING
            or (raw.endswith(("ly", "ing", "ed")) and raw not in _NEVER_VERBS | _ADVERB_LIKE)
        ):
            break
        high -= 1
    # "border security and efforts to fight crime": the infinitive would be missed.
    behind = line.words[high + 1].raw if high + 1 < len(line.words) else ""
    if behind == "to" and high - 1 > last and line.words[high - 1].raw in _JOINS:
        high -= 2
    return high


def _touch(line: Line, at: int) -> bool:
    """Whether only a blank, a hyphen or a possessive is between the words `at` and `at` + 1."""
    between = line.view.text[line.words[at].end : line.words[at + 1].start]
    if between in {",", "."}:
        return line.words[at].raw[-1].isdigit() and line.words[at + 1].raw[0].isdigit()
    return between in _TOUCHING


def _is_content(line: Line, at: int) -> bool:
    """Whether a word can stand within a noun phrase where it stands."""
    if at in line.names:
        return True
    raw = line.words[at].raw
    if raw in stop_words() or raw in _NARROWING:
        return _is_compound(line, at)
    if not _is_verb(raw) or _is_compound(line, at):
        return True
    if raw.endswith(("ed", "ing")) and at:
        before = line.words[at - 1].raw
        return before in _DETERMINERS | _LINKS | _JOINS and _touch(line, at - 1)
    return False


def _is_compound(line: Line, at: int) -> bool:
    """Whether a word is part of one with a hyphen: "no-fly zone", "U.S.-led"."""
    word = line.words[at]
    text = line.view.text
    return text[word.end : word.end + 1] == "-" or text[max(0, word.start - 1)] == "-"


def _is_verb(raw: str) -> bool:
    return raw not in _NEVER_VERBS and (raw.endswith("ed") or plain(raw) in _VERBS)
