"""Lines that are furniture wherever they stand: labels, end marks, invitations to read on."""

import re

_LABELS = (
    # what kind of paper it is
    r"for immediate release",
    r"(?:press|media|news) (?:release|statement|note|advisory|briefing)(?: no\.? ?[\w/-]+)?",
    r"embargo(?:ed)?\b.{0,80}",
    r"(?:not|for) (?:official )?(?:use|publication|distribution|attribution)\b.{0,60}",
    r"check against delivery",
    r"as (?:prepared for )?deliver(?:ed|y)",
    r"(?:news |data )?analysis|opinion|op-ed|commentary|comment|editorial|explainer|exclusive",
    r"breaking(?: news)?",
    r"(?:the )?(?:below|following) is attributable to\b.{0,80}:",
    r"the following is the (?:full )?(?:text|transcript|joint statement)\b.*",
    r"the (?:full )?text of the following\b.*\b(?:released|issued|agreed|made)\b.*",
    # where it begins and ends
    r"(?:begin|end)(?:s| of)? (?:text|statement|release|transcript)\.?:?",
    r"#{3,}|-+ ?30 ?-+|\*(?: ?\*){2,}|[-=_~—–]{3,}|\(?ends?\)?|-+ ?ends? ?-+|xxx",
    # what the web page put between the paragraphs
    r"advertisement|sponsored(?: content)?|share (?:this|on)\b.{0,60}",
    r"(?:related|read more|see also|more on this|also read|watch|listen)\b ?:.{0,200}",
    r"(?:click here|sign up|subscribe|follow us)\b.{0,200}",
    r"(?:photo|image|picture|credit|file photo|source photo)s?(?: credit| by)? ?:.{0,200}",
    r"(?:reporting|additional reporting|writing|editing) by\b.{0,200}",
    r"(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)\b ?:.{0,200}",
    r"for (?:more|further) information,? (?:please )?(?:contact|visit|see|call|write)\b.{0,200}",
    r"(?:©|\(c\)|copyright)\b.{0,200}|all rights reserved\.?",
)

_LABEL = re.compile(rf"\W{{0,3}}(?:{'|'.join(_LABELS)})\W{{0,3}}", re.IGNORECASE)
_MAX_LABEL = 300


def is_label(line: str) -> bool:
    """Return whether the whole line is a label, an end mark or the like."""
    return len(line) <= _MAX_LABEL and _LABEL.fullmatch(line) is not None
