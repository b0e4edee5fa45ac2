"""How far a matter has come, read from the wording of a sentence.

The verb that governs the main clause decides: what is "discussed" or "welcomed" has no standing,
even where plans are mentioned in what was discussed. Two things outweigh what stands before them:
a dispute, and a demand ("agreed that both must").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bilatsum.model import Standing

_Cue = Literal["done", "planned", "called for", "needed", "disputed", "talk"]
"""A standing, or: "needed", a demand that an agreement outweighs ("agreed on the need"), and
"talk", which leaves a matter where it was."""

# Words and phrases in small letters; a hyphen or full stop within a word is part of it.
_WORDINGS: dict[_Cue, str] = {
    "disputed": """
        accuse/accuses/accused/accusing/accusation/accusations/condemn/condemns/condemned/
        condemning/condemnation of/reject/rejects/rejected/rejecting/rejection of/oppose/opposes/
        opposed/opposing/object to/objects to/objected/objection/objections/deny/denies/denied/
        dispute/disputes/disputed/disputing/refuse/refuses/refused/refusing/refusal/
        threatens to/threatened to/threatening to/threatens with/threatened with/
        threaten to/blame/blames/blamed/blaming/protested/protests against/protest against/
        protesting/denounce/denounces/denounced/denouncing/complain/complains/complained/
        criticise/criticises/criticised/criticising/criticize/criticizes/criticized/criticizing/
        expel/expels/expelled/expelling/summoned/summons/broke down/walk out/walked out/
        spoke out against/speaks out against/appalled/deplore/deplores/deplored/deploring/
        denouncement/rebuke/rebukes/rebuked/controversy/disagree/disagrees/disagreed/
        disagreement over/disagreements over/resist/resists/resisted/contest/contests/contested/
        retaliate/retaliated/boycotted/vetoed/voted against/lashed out/outraged/
        will not tolerate/row over/dispute over/standoff over/decry/decries/decried/
        false statements/was a cruel/unacceptable/regrettable/violates/stands firmly against/
        stood firmly against/cancelled in protest/withdrew recognition/withdraws recognition/
        in protest at/warned against/warns against/scrapped/defied/defies/rebuffed/rebuffs/
        dismissed/dismisses/balked/balks""",
    "called for": """
        should/must/ought to/call for/calls for/called for/calling for/call on/calls on/called on/
        calling on/call upon/calls upon/called upon/calling upon/urge/urges/urged/urging/
        appeal for/appeals for/appealed for/appeal to/appeals to/appealed to/appealing/
        demand/demands/demanded/demanding/press for/presses for/pressed for/pressing for/
        pushes for/push for/pushed for/pushing for/insist/insists/insisted/insisting/ask for/
        asks for/asked for/asking for/asked that/asks that/petitioned/requested/requests that/
        implore/implores/implored/advocate for/advocates for/advocated/
        recommend/recommends/recommended/advise/advises/advised/
        it is essential/it is vital/it is important/it is crucial/it is necessary/
        it is imperative/is essential/is imperative/propose/proposes/proposed/
        invites/invited/seeks information/encouraged/encourages/we need/wants/
        extended an invitation/extends an invitation/pleaded/pleads""",
    "needed": """
        need for/need to/needs to/needed to/the need/importance of making/could serve""",
    "planned": """
        will/shall/'ll/plans to/plan to/planned to/planning to/plans for/intend to/intends to/
        intended to/intention/is due/are due/due to visit/due to meet/due to begin/scheduled/
        expected to/is set to/are set to/
        is to/are to/pledge/pledges/pledged/pledging/commit to/commits to/committed to/
        committing to/commitment to/commitments to/promise/promises/promised/promising/upcoming/
        forthcoming/look forward/looks forward/looked forward/looking forward/undertake to/
        undertakes to/undertook to/announce/announces/announced/announcing/going to/prepare to/
        prepares to/preparing to/preparations for/aims to/aim to/aimed to/vow/vows/vowed/
        determined to/dedication to/readiness to/readiness for/ready to/willingness to/
        next steps/has offered to/offered to/offers to/unveiled/unveils/considering/
        travels to/plans/seeks to""",
    "done": """
        signed/signs/agreed/agree/agrees/launched/launches/concluded/adopted/adopts/ratified/
        approved/approves/
        authorizes/authorises/authorized/authorised/delivered/opened/completed/established/
        establishes/imposed/imposing/imposes/lifted/lifts/suspended/suspends/resumed/resumes/
        withdrew/joined/joins/hosted/hosts/held/holds/instituted/entered into force/in force/
        in place/donated/donating/provided/reopened/surpassed/replaced/initiated/co-signed/signing/
        decided/decides/declared/declares/designated/designating/designates/appointed/named/
        chaired/co-chaired/co-hosted/convened/met/arrived/arrives/visited/led/gave/given/made/
        sent/took/brought/built/began/started/ended/won/came into force/took effect/are partnering/
        has created/have created/invested/contributed/ongoing/granted/sentenced/arrested/killed/
        attacked/seized/detained/freed/released/captured/fired/shot/struck/voted/elected/
        took place/takes place/amounts to/largest donor/
        resigned/won/left/departed/reached/secured/recognised/recognized/extradited/deported/
        indicted/charged/froze/frozen/banned/barred/transferred/exported/outlawed/worked/
        collaborated/cooperated/supported/implemented/received/passed/formed/set up""",
    "talk": """
        discuss/discusses/discussed/discussing/discussion/discussions/deliberations/welcome/
        welcomes/welcomed/welcoming/thank/thanks/thanked/thanking/praise/praises/praised/
        applaud/applauds/applauded/applauding/commend/commends/commended/note/notes/noted/
        reiterate/reiterates/reiterated/reiterating/reaffirm/reaffirms/reaffirmed/reaffirming/
        affirm/affirms/affirmed/highlight/highlights/highlighted/emphasise/emphasises/emphasised/
        emphasize/emphasizes/emphasized/emphasizing/underscore/underscores/underscored/
        underscoring/stress/stresses/stressed/stressing/express/expresses/expressed/voiced/
        review/reviews/reviewed/shared/shares/spoke/speak/exchanged/appreciate/appreciates/
        appreciated/grateful/acknowledge/acknowledges/acknowledged/focused/focuses/
        considered/touched on/covered/addressed/provided an update/briefed/briefs/
        recall/recalled/recalls/congratulate/congratulates/congratulated/represents/
        lauds/lauded/celebrate/celebrates/remains/supports/contrasts/symbolise/
        symbolize/participated/represented/demonstrates/believes/believe/thinks/hopes/hope/claims/
        claimed/concerned""",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|['’](?:ll|t|s|re|ve|d)\b|[,;:—–()]")
_SUBORDINATORS = {"while", "although", "though", "if", "when", "whereas", "despite", "unless"}
_ASIDES = {"which", "whose", "who", "whom", "where", "if", "unless"}
_NEGATIONS = {"not", "never", "no", "without", "t", "’t", "'t", "cannot", "neither", "nor",
              "unable", "failed", "yet", "hardly"}  # fmt: skip
_HYPOTHETICALS = {"would", "could", "may", "might", "can"}
_REPORTING = {"said", "says", "say", "saying", "told", "added", "stated", "reported"}
_STATING = {"confirmed", "said", "stated", "reiterated", "announced", "added", "reaffirmed",
            "indicated", "noted", "declared", "assured"}  # fmt: skip
_NEAR = 8
_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his",
                "her", "any", "all", "no", "of", "in", "on", "for", "by", "with", "from", "to",
                "recently", "newly", "long", "jointly", "and"}  # fmt: skip
# Past forms that describe and tell of no act.
_STATES = {"included", "remained", "appeared", "seemed", "needed", "wanted", "showed", "believed",
           "existed", "faced", "contained", "involved", "related", "lacked", "marked", "based",
           "located", "known", "used", "united", "needed", "tended", "required"}  # fmt: skip
_BE = {"is", "are", "was", "were", "been", "be", "has", "have", "had"}


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    cue: _Cue
    words: tuple[str, ...]


def standing(text: str) -> Standing:
    """Return the standing that the wording of `text` shows, "unclear" where none does."""
    words = _main_clauses([match[0].lower() for match in _WORD.finditer(text)])
    if _refuses(words):
        return "disputed"
    found = list(_cues(words))
    governing = _governing(words, found)
    if any(one.cue == "disputed" for one in found) and governing != "called for":
        return "disputed"
    if governing == "done" and any(one.words[0] in {"must", "should"} for one in found):
        return "called for"
    if governing == "done" and _only_talks(words):
        return "unclear"
    if governing == "needed":
        return "called for"
    if governing is None:
        return "done" if _tells_of_the_past(words) else "unclear"
    return "unclear" if governing == "talk" else governing


def _only_talks(words: list[str]) -> bool:
    """Whether people met "to discuss" a matter: they talked, and nothing more is said."""
    return any(
        word in {"met", "spoke", "convened", "gathered"}
        and {"discuss", "review", "exchange"} & set(words[at:])
        for at, word in enumerate(words)
    ) and not {"agreed", "signed", "launched"} & set(words)


def _refuses(words: list[str]) -> bool:
    """Whether something "would not" or "will not" be done."""
    return any(
        word in {"would", "will"} and "not" in words[at + 1 : at + 3]
        for at, word in enumerate(words)
    )


def _governing(words: list[str], found: list[_Found]) -> _Cue | None:
    """Return the first cue, and after talk the one that is joined to it, or what it stresses."""
    talked = False
    for one in found:
        if not talked:
            if one.cue != "talk":
                return one.cue
            # "reiterated that it will": what is stated counts, not the stating.
            talked = words[one.at + 1 : one.at + 2] != ["that"]
        elif one.cue in {"called for", "needed"} and one.words[0] not in {"must", "should"}:
            return one.cue
        elif one.words[0] in {"commitment", "commitments", "readiness", "willingness", "intention",
                              "dedication", "looking", "looked"}:  # fmt: skip
            return one.cue
        elif one.cue != "talk" and (_is_joined(words, one.at) or _is_stated(words, one.at)):
            return one.cue
    return "talk" if talked else None


def _is_joined(words: list[str], at: int) -> bool:
    """Whether the verb at `at` has the same subject as the one before: "met and agreed"."""
    before = words[max(0, at - 2) : at]
    return bool(before) and (before[-1] in {"and", "then"} or before[0] == "and")


def _is_stated(words: list[str], at: int) -> bool:
    """Whether the verb at `at` is in what someone states: "thanked them and confirmed that"."""
    near = words[max(0, at - _NEAR) : at]
    return "that" in near and bool(_STATING & set(near))


def _main_clauses(words: list[str]) -> list[str]:
    """Return the words with "" for those of relative and of opening subordinate clauses."""
    skip = words.index(",") if words and words[0] in _SUBORDINATORS and "," in words else 0
    main: list[str] = []
    for at, word in enumerate(words):
        if at and at >= skip and word in _ASIDES and words[at - 1 : at] != ["in"]:
            skip = _end_of_relative(words, at)
        main.append("" if at < skip else word)
    return main


def _end_of_relative(words: list[str], at: int) -> int:
    """Return where a relative clause ends: at the next comma if one opened it, else at the end."""
    conditional = words[at] in {"if", "unless"}
    if (conditional or words[at - 1 : at] == [","]) and "," in words[at:]:
        return words.index(",", at)
    return len(words) if words[at] != "where" else at + 1


def _cues(words: list[str]) -> Iterator[_Found]:
    """Yield the cues in text order."""
    index = _index()
    end = 0
    for at, word in enumerate(words):
        if at < end:
            continue
        if word in {"warned", "warns", "warn"} and "to" in words[at + 2 : at + 4]:
            yield _Found(at, "called for", (word,))
            continue
        for phrase, cue in index.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                kept = _in_context(words, at, phrase, cue)
                if kept is not None:
                    yield _Found(at, kept, phrase)
                    end = at + len(phrase)
                break


def _in_context(words: list[str], at: int, phrase: tuple[str, ...], cue: _Cue) -> _Cue | None:
    """Return what a cue means where it stands, None where it means nothing."""
    before = words[max(0, at - 3) : at]
    last = before[-1] if before else ""
    after = words[at + len(phrase)] if at + len(phrase) < len(words) else ""
    if phrase in {("will",), ("shall",)}:
        if last in _DETERMINERS - {"that", "and", "all"}:
            return None
        return "disputed" if after in {"not", "never"} else cue
    if _NEGATIONS & set(before[-2:]):
        return "disputed" if cue == "called for" and phrase[0] == "wants" else None
    if _HYPOTHETICALS & set(before[-2:]):
        return None
    if phrase[0] in {"deny", "denies", "denied"} and after in {"them", "him", "her", "entry"}:
        return None
    if phrase[0].endswith("ed") and cue in {"done", "disputed"} and last in _DETERMINERS - {"and"}:
        return None
    nouns = {"plans", "demand", "demands", "promise", "pledge", "pledges", "held", "signs",
             "discussion", "discussions", "stress", "review", "note", "hope", "shares", "dispute",
             "summons", "protests", "named", "led", "set", "appeal", "welcome", "praise"}  # fmt: skip
    if phrase[0] in nouns and len(phrase) == 1 and last in _DETERMINERS:
        return None
    if phrase == ("demand",) and last not in {"they", "we", "i", "to"} and not last.endswith("s"):
        return None
    if phrase in {("announced",), ("announces",), ("announce",)} and after in {"that", "it"}:
        return None if at else cue
    return cue


def _tells_of_the_past(words: list[str]) -> bool:
    """Whether the first verb that shows is one of the simple past or a passive: "was stopped".

    What is told only as said or reported does not count.
    """
    for at, word in enumerate(words):
        if not at or not word.isalpha():
            continue
        if word in _REPORTING or word in _HYPOTHETICALS:
            return False
        if word in _BE:
            nearby = words[at + 1 : at + 3]
            told = any(other.endswith("ed") and other not in _STATES for other in nearby)
            return told and word in {"was", "were"} and not _NEGATIONS & set(nearby)
        if word.endswith("ed") and len(word) > 4 and words[at - 1] not in _DETERMINERS | {",", ""}:
            return word not in _STATES
    return False


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], _Cue], ...]]:
    """Return the wordings by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], _Cue]]] = {}
    for cue, listed in _WORDINGS.items():
        for wording in listed.split("/"):
            phrase = tuple(wording.split())
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()
    }
