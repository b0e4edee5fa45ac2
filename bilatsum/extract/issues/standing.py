"""How far a matter has come, read from the wording of a sentence."""

import re

from bilatsum.model import Standing

# In this order: a refusal outweighs a demand, a demand or a plan what is reported as done.
_RELATIVE = re.compile(r",? (?:which|whose|who)\b|[—–] ?which\b")
_NEGATED = re.compile(r"\b(?:not|never|no|without|yet to)(?: \w+)? ?$|n['’]t ?$")
_WORDINGS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (
        "disputed",
        re.compile(
            r"\b(?:reject(?:s|ed|ing)?|den(?:y|ies|ied)(?! (?:them|entry|access))|"
            r"oppos(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|"
            r"condemn(?:s|ed|ing)?|disput(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|threaten(?:s|ed|ing)?|"
            r"blam(?:e|es|ed|ing)|protest(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|complain(?:s|ed)?|"
            r"criticis(?:e|es|ed)|criticiz(?:e|es|ed)|expel(?:s|led|ling)?|"
            r"summon(?:s|ed)|broke down|walk(?:ed)? out)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "called for",
        re.compile(
            r"\b(?:should|must|ought to|needs? to|call(?:s|ed|ing)? (?:for|on|upon)|"
            r"urg(?:e|es|ed|ing)|appeal(?:s|ed)? (?:for|to)|demand(?:s|ed|ing)?|"
            r"press(?:es|ed|ing)? for|insist(?:s|ed)? (?:on|that)|ask(?:s|ed)? (?:for|that)|"
            r"it is (?:essential|vital|important|necessary|crucial)|could serve|"
            r"stress(?:es|ed) the need|underscor(?:es|ed) the need|need for)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(
            r"\b(?:will|shall|plan(?:s|ned|ning)? (?:to|for)|intends? to|is due|are due|due to|"
            r"scheduled|expected to|set to|(?:is|are) to|pledg(?:e|es|ed|ing)|"
            r"commit(?:s|ted)? to|promis(?:e|es|ed)|upcoming|forthcoming|look(?:s|ed)? forward to|"
            r"undert(?:akes?|ook) to|announced plans)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "done",
        re.compile(
            r"\b(?:signed|agreed|launched|concluded|adopted|ratified|approved|announced|released|"
            r"delivered|opened|completed|established|imposed|lifted|suspended|resumed|withdrew|"
            r"joined|hosted|held|instituted|entered into force|donated|provided|reopened|expelled|"
            r"surpassed|replaced|initiated|co-signed)\b",
            re.IGNORECASE,
        ),
    ),
)


def standing(text: str) -> Standing:
    """Return the standing that the wording of `text` shows, "unclear" where none does.

    Relative clauses are left out ("a treaty which it has signed"), and so is what is negated.
    """
    main = _RELATIVE.split(text, maxsplit=1)[0]
    for name, pattern in _WORDINGS:
        if any(not _NEGATED.search(main[: match.start()]) for match in pattern.finditer(main)):
            return name
    return "unclear"
