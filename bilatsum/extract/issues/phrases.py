"""Noun phrases without a parser: what is at stake, and what a text keeps returning to.

A phrase grows from a word to both sides until a verb, a pronoun or punctuation ends it. Words are
told apart by lists, for a tagger of parts of speech would cost more than it brings here.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from bilatsum.data import rarity, stop_words

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
_VERBS = """
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
deliver augment cap cover contrast remov stop hinder marred mar tackl ceas warm widen halt combat counter strengthen lower brok broken shut
""".split()  # fmt: skip
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


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_VERBS)


def stake(text: str, words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the offsets of the noun phrase in `text` around the words `first` to `last`.

    `words` are the tokens of `text`. The phrase holds at most about 12 words.
    """
    low = first
    is_verb = _is_verb(_raw(text, words, first)) and last > first
    while not is_verb and low > 0 and _touch(text, words, low - 1) and _is_content(text, words, low - 1):
        low -= 1
    if not is_verb:
        low = _over_link(text, words, low, last)
    high = _to_the_right(text, words, low, last)
    while low < first and (
        _raw(text, words, low) in _DETERMINERS | _JOINS | _COMPARING or _is_infinitive(text, words, low)
    ):
        low += 1
    start = words[low].start
    if start and text[start - 1] in "$€£":
        start -= 1
    return start, words[high].end


def worth(words: Sequence[Token], text: str) -> float:
    """Return how much a phrase tells: the rarity of its words, each once, few counting fully."""
    rarities = sorted(
        {
            word.form: min(_RARE_ENOUGH, rarity(text[word.start : word.end].lower()))
            for word in words
            if text[word.start : word.end].lower() not in stop_words()
        }.values(),
        reverse=True,
    )
    return sum(value / (1 + order / 3) for order, value in enumerate(rarities))


def grams(text: str, words: Sequence[Token], skip: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of the phrases of two or three words that may name a matter.

    Words whose numbers are in `skip` (names, terms of the taxonomy) are in none.
    """
    solid = [
        at not in skip
        and _is_content(text, words, at)
        and not _raw(text, words, at)[0].isdigit()
        and _raw(text, words, at) not in _TIME
        for at in range(len(words))
    ]
    for at, is_solid in enumerate(solid):
        if not is_solid:
            continue
        for end in range(at + 1, min(at + _MAX_GRAM, len(words))):
            if not solid[end] or not _touch(text, words, end - 1):
                break
            if _is_telling(text, words, at, end):
                yield at, end


def _is_telling(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase ends in a noun, as far as can be seen, and has a word of its own."""
    final = _raw(text, words, last)
    if final.endswith(("ed", "ing", "ly", "al", "ive", "ous", "ful")) or len(final) < 3:
        return False
    return any(
        words[at].form not in _GENERIC
        and rarity(_raw(text, words, at)) >= _MIN_RARITY
        for at in range(first, last + 1)
    )  # fmt: skip


def _over_link(text: str, words: Sequence[Token], low: int, last: int) -> int:
    """Return where the phrase begins if the noun before a preposition is its head."""
    at = low - 1
    if at > 0 and _raw(text, words, at) in _DETERMINERS and _touch(text, words, at):
        at -= 1
    if at < 1 or _raw(text, words, at) not in _LEFT_LINKS or not _touch(text, words, at):
        return low
    head = at - 1
    if not _touch(text, words, head) or not _is_content(text, words, head):
        return low
    raw = _raw(text, words, head)
    if words[head].form in _WEAK_HEADS or raw.endswith(("ing", "ed")) or raw in _TIME:
        return low
    while (
        head > 0
        and last - head < _MAX_WORDS - 2
        and _touch(text, words, head - 1)
        and _is_content(text, words, head - 1)
    ):
        head -= 1
    return head


def _to_the_right(text: str, words: Sequence[Token], low: int, last: int) -> int:
    """Return the last word of a phrase that begins with `low` and holds at least `last`."""
    high = last
    links = 0
    while True:
        while (
            high + 1 < len(words)
            and high + 1 - low < _MAX_WORDS
            and _touch(text, words, high)
            and _is_content(text, words, high + 1)
        ):
            high += 1
        beyond = _beyond_link(text, words, high) if links < _MAX_LINKS else None
        if beyond is None or beyond - low >= _MAX_WORDS - 1:
            return _trimmed(text, words, last, high)
        links += 1
        high = beyond


def _beyond_link(text: str, words: Sequence[Token], high: int) -> int | None:
    """Return the first noun behind the preposition or "and" that follows a phrase."""
    at = high + 1
    if at >= len(words):
        return None
    link = _raw(text, words, at)
    between = text[words[high].end : words[at].start]
    if link in _NARROWING and between.strip() in {"", ","}:
        follows = at + 1
    elif link in _LINKS | _JOINS and not between.strip():
        follows = at + 1
    else:
        return None
    if follows < len(words) and _raw(text, words, follows) in _DETERMINERS:
        follows += 1
    if follows >= len(words) or not _touch(text, words, at):
        return None
    noun = _raw(text, words, follows)
    if noun in _TIME or noun[0].isdigit() or not _is_content(text, words, follows):
        return None
    # "trade and called for": a verb is joined, no noun; "to" may open an infinitive.
    if link in _JOINS and _is_verb(noun):
        return None
    if link == "to" and (_raw(text, words, follows - 1) == "to") and noun.islower() and not (
        noun.endswith("s")
    ):
        return None
    return follows


def _is_infinitive(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the word is a verb behind "to" or "can", which no list knows: "to cap prices"."""
    return at > 0 and _raw(text, words, at - 1) in _BEFORE_VERBS and _raw(text, words, at).islower()


def _trimmed(text: str, words: Sequence[Token], last: int, high: int) -> int:
    """Return the last word of a phrase without an adverb or a weekday at its end."""
    while high > last and (
        _raw(text, words, high).endswith(("ly", "ing", "ed"))
        or _raw(text, words, high) in _TIME
    ):
        if _raw(text, words, high) in _NEVER_VERBS:
            break
        high -= 1
    while high > last and (
        _raw(text, words, high) in _LINKS | _DETERMINERS | _JOINS | _NARROWING | {"respect"}
    ):
        high -= 1
    return high


def _touch(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether only a blank, a hyphen or a possessive is between the words `at` and `at` + 1."""
    between = text[words[at].end : words[at + 1].start]
    return between in {" ", "-", "–", "'s ", "’s ", "' ", "’ ", "/", " $", " €", " £", ".", ","} \
        and not (between == "," and not text[words[at + 1].start].isdigit())  # fmt: skip


def _is_content(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a word can stand within a noun phrase where it stands."""
    raw = _raw(text, words, at)
    if raw in _NARROWING or (raw in stop_words() and not _is_hyphenated(text, words, at)):
        return False
    if not _is_verb(raw):
        return True
    if raw.endswith(("ed", "ing")) and at:
        before = _raw(text, words, at - 1)
        return before in _DETERMINERS | _LINKS | _JOINS and _touch(text, words, at - 1)
    return False


def _is_hyphenated(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a word is the first part of a compound: "no-fly zone"."""
    return text[words[at].end : words[at].end + 1] == "-"


def _is_verb(raw: str) -> bool:
    if raw in _NEVER_VERBS:
        return False
    return plain(raw) in _verbs() or raw.endswith("ed")


def _raw(text: str, words: Sequence[Token], at: int) -> str:
    return text[words[at].start : words[at].end].lower()
