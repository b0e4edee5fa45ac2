"""The words of a bullet: a sentence, or the part of it between the ends of clauses."""

import re

_MAX_WORDS = 30
_MIN_WORDS = 8
_HORIZON = 900
"""How many characters from its beginning a sentence is looked at for an end."""
_FAR_TOO_LONG = 36
_TRIED = 5
# What links a sentence to the one before and says nothing of its own.
_OPENING = re.compile(
    r"(?:However|Moreover|Furthermore|Finally|Meanwhile|Also|Additionally|In addition|Still|Indeed|"
    r"Therefore|Thus|Nevertheless|Nonetheless|In conclusion|In fact|In turn|In short|Similarly|"
    r"For example|For instance|Second|Secondly|Third|Thirdly|First|Firstly|Lastly|As such|"
    r"In a separate incident|At the same time|On the other hand|As a result|Of course|"
    r"Looking ahead|Separately|Again|Yet|That said|Consequently|Accordingly|Besides|"
    r"In this regard|In this context|To this end|Going forward),\s"
)
_VERBS = r"will|would|is|are|was|were|has|have|had|said|says|can|could|must|should|may|met|\w+ed"
# Where a clause ends: what follows could be left out and the rest would still stand. This pattern
# and the next begin with the characters at which an end may be, which is how a search is fast, and
# look from there at what is before and behind.
_CLAUSE_END = re.compile(
    r"[;,—\s-](?:(?<=;)(?=\s)|(?<=—)|(?<=-)(?=-)|(?<=\s)(?=—|--|\s?–\s)"
    r"|(?<=,)(?=\s(?:which|who|whose|where|while|whereas|although|though|as well as|including|"
    r"after|before|because|but|so that|with|despite|amid|according to|as|since|such as|especially|"
    r"particularly|in order to|if|unless|until|when|even|thus|in particular|beginning|regardless|"
    r"\w{3,}ing)\b)"
    rf"|(?<=,)(?=\s(?:and|or)\s(?:[\w’'.-]+\s){{0,4}}(?:{_VERBS})\b)"
    r"|(?<=\s)(?=(?:because|although|whereas|in order to|so that|regardless of|in which|amid)\s))"
)
# Where one member of a list ends.
_MEMBER_END = re.compile(r"[,;\s](?:(?<=[,;])(?=\s)|(?<=\s)(?=and\s))")
_DASH = re.compile(r"—|\s–\s|--")
# Where the main clause of a long sentence begins, behind a phrase that only leads up to it.
_LEADING = (
    r"(?:In|On|At|With|By|Under|As|During|Following|Despite|Given|While|Although|After|Before|When|"
    r"Since|Throughout|Through|For|From|Over|To|If|\w+ing)\b"
)
_LEADS = re.compile(_LEADING)
_CLAUSE_START = re.compile(
    rf"(?!If\b){_LEADING}[^;:]*?,\s"
    r"(?=(?:the|both|we|I|an?|(?!He\b|She\b|They\b|It\b)[A-Z][\w.’'-]+)\s"
    rf"(?:[\w.’'-]+\s){{0,6}}?(?:{_VERBS})\b)"
)
# A clause without one of these, as far as can be seen, has lost its verb.
_FINITE = re.compile(
    rf"\b(?:{_VERBS}|held|took|gave|made|led|went|came|began|saw|set|put|told|found|"
    r"underscores?|supports?|welcomes?|urges?|affirms?|includes?|remains?|continues?|provides?|"
    r"plans?|intends?|seeks?|wants?|believes?|faces?|does|do|did)\b"
)
_DANGLING = re.compile(r"(?:\b(?:and|or|of|the|a|an|to|in|on|for|with|by|that|as),?|[,;:])$")


def bullet(text: str, needed: tuple[int, int]) -> tuple[int, int]:
    """Return the offsets of a bullet of at most about 30 words in the text of a sentence.

    `needed` are the offsets of what the bullet must hold. A sentence that cannot be cut so that
    both it and what is left can be read alone stays whole.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening and opening.end() <= needed[0] else 0
    if _length(text, start, len(text)) <= _MAX_WORDS:
        return start, len(text)
    behind = _CLAUSE_START.match(text, start, start + _HORIZON)
    starts = [start, behind.end()] if behind else [start]
    clauses = _cuts(text, starts, _CLAUSE_END, needed)
    if behind:
        clauses.append((behind.end(), len(text)))
    members = _cuts(text, starts, _MEMBER_END, needed)
    # What leads up to the main clause is kept where it fits; of the cuts the longest tells most.
    # Within a list is cut only what would be far too long.
    short = [cut for cut in clauses if _length(text, *cut) <= _MAX_WORDS]
    some = [cut for cut in members if _length(text, *cut) <= _MAX_WORDS]
    rather_long = [cut for cut in clauses if _length(text, *cut) <= _FAR_TOO_LONG]
    too_long = sorted(clauses, key=lambda cut: cut[1] - cut[0])[:_TRIED]
    whole = [(start, len(text))] if _length(text, start, len(text)) <= _FAR_TOO_LONG else []
    for cut in (*short, *rather_long, *whole, *some, *too_long):
        if cut in whole or _can_stand(text[cut[0] : cut[1]]):
            return cut
    return start, len(text)


def _cuts(
    text: str, starts: list[int], end: re.Pattern[str], needed: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the cuts that hold what is needed, the longest from each start first."""
    first = max(starts[0], needed[1])
    ends = [one.start() for one in end.finditer(text, first, starts[0] + _HORIZON)]
    return [
        (begin, stop)
        for begin in starts
        if begin <= needed[0]
        for stop in reversed(ends)
        if _length(text, begin, stop) >= _MIN_WORDS
    ]


def _length(text: str, start: int, end: int) -> int:
    return text.count(" ", start, end) + 1


def _can_stand(text: str) -> bool:
    """Whether every bracket and quotation mark is closed, and no word waits for another."""
    return (
        text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and len(_DASH.findall(text)) % 2 == 0
        and ("," in text or not _LEADS.match(text))
        and not _DANGLING.search(text)
        and _FINITE.search(text) is not None
    )
