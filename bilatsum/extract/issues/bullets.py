"""The words of a bullet: a sentence, or the part of it up to the end of a clause."""

import re

_MAX_WORDS = 30
_MIN_WORDS = 9
# Where a clause ends: what follows could be left out and the rest would still stand.
_CLAUSE_END = re.compile(
    r"(?=;\s)|(?=\s[—–]\s)|(?=\s--\s)"
    r"|(?=,\s(?:which|who|whose|where|while|whereas|although|though|as well as|including|after|"
    r"before|because|but|so that|with the|despite|amid|according to|adding|saying)\b)"
    r"|(?=,\s(?:and|or)\s(?:\w+\s){0,4}(?:will|would|is|are|was|were|has|have|had|said|says|can|"
    r"could|must|should|may|called|urged|agreed|pledged|thanked|asked|noted|expressed|welcomed|"
    r"confirmed|highlighted|discussed)\b)"
)


def bullet(text: str, needed: int) -> tuple[int, int]:
    """Return the offsets of a bullet of at most about 30 words in the text of a sentence.

    `needed` is the offset up to which the bullet must go. A sentence that cannot be cut there
    stays whole.
    """
    if len(text.split()) <= _MAX_WORDS:
        return 0, len(text)
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    fitting = [
        end
        for end in ends
        if needed <= end
        and _MIN_WORDS <= len(text[:end].split()) <= _MAX_WORDS
        and _is_balanced(text[:end])
    ]
    return 0, fitting[-1] if fitting else len(text)


def _is_balanced(text: str) -> bool:
    """Whether every bracket and quotation mark that opens in `text` is closed in it."""
    return (
        text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )
