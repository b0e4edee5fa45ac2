"""Traps: words that only look like dates. Each takes its words, so that no other rule can."""

import re

from .rule import REFUSED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import FULL_MONTH, YEAR


def _refuse(_match: re.Match[str], _context: Context) -> Meaning | None:
    return REFUSED


_NUMBERED = (
    r"resolutions?|articles?|sections?|chapters?|pages?|pp?\.|flight|room|route|rule|rules|decrees?|"
    r"directives?|convention|nos?\.|numbers?|regulations?|paragraphs?|para\.?|clauses?|protocol|"
    r"orders?|orders?\sno\.?|bill|title|law|act|S/RES|UNSCR?|unit|battalion|brigade|division|"
    r"(?:\d+\s)?(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Stat\.)(?:\s§{1,2})?|§{1,2}|highway|suite|version|model|boeing|airbus|type|channel|annex|grade|level|phase|track|psalm|"
    r"proposition|case|docket|file|form|package|windows|agenda|vision|expo|horizon|euro|"
    r"russell?|ftse|nikkei|s&p|dax|cac|lines?|items?|tables?|volumes?|vol\.|area|apartment|building|gate|platform|lot|serial|patent|zone|district|ward"
)

_RULES = (
    DateRule(
        "dates.trap.numbered",
        find(
            rf"(?:{_NUMBERED})\s(?:no\.?\s?|number\s|#)?\(?\d{{1,4}}(?:[-–/]\d{{1,4}})?\)?"
            rf"(?:(?:,|\sand|,\sand|\sor)\s\d{{3,4}}(?!\d))*"
            rf"(?!\s(?:(?-i:{FULL_MONTH})|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b)"
        ),
        _refuse,
        (
            ("Resolution 1929 was adopted.", "Resolution 1929", ""),
            ("Under Article 370 and Section 301.", "Article 370", ""),
            ("The goals of Agenda 2030 stand.", "Agenda 2030", ""),
        ),
        ("The resolution of 2009 stands.", "In chapter and verse."),
    ),
    DateRule(
        "dates.trap.law_of_year",
        find(rf"(?-i:[A-Z]\w+)\s(?-i:Act|Law|Ordinance|Code|Regulations?|Amendment)(?:\sof|,)?\s{YEAR}"),
        _refuse,
        (("Under the Trade Act of 1974 it may.", "Trade Act of 1974", ""),),
        ("The act of 1974 was rash.",),
    ),
    DateRule(
        "dates.trap.always_open",
        find(
            r"24/7(?:/365)?|7/24|9-1-1|50[-/]50|(?:24|twenty[\s-]four)\shours\s(?:a|per)\sday|"
            r"(?:7|seven)\sdays\s(?:a|per)\sweek|(?<=at\s)the\send\sof\sthe\sday|day[\s-](?:to|by|in|after)-"
            r"day|week[\s-](?:to|by|after)-week|year[\s-]on-year|month[\s-](?:to|by|on)-month"
        ),
        _refuse,
        (("It is open 24/7.", "24/7", ""),),
        ("It fell on 2/7/2024.",),
    ),
    DateRule(
        "dates.trap.named_weekday",
        find(
            r"(?-i:Black|Bloody|Super|Cyber|Fat|Man|Girl|Blue|Ruby)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
            r"|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\sfor\sFuture|(?-i:Sunday|Saturday|"
            r"Friday|Daily|Monday)\s(?-i:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Independent|"
            r"Night\sLive|Evening\sPost|People|World|Tribune|Star|Beast|News)"
        ),
        _refuse,
        (("It began on Black Friday.", "Black Friday", ""),),
        ("It began on a black day, Friday.",),
    ),
    DateRule(
        "dates.trap.custom",
        find(
            r"(?:regular|weekly|usual|customary|traditional)\s(?!on\s)(?:[a-z]+\s(?!on\s)){0,2}"
            r"(?:Friday|Saturday|Sunday)\s(?:prayers?|sermons?|mass(?:es)?|services?)"
        ),
        _refuse,
        (
            ("They left after the weekly Friday prayers.", "weekly Friday prayers", ""),
            ("Slogans are a usual sound at Friday prayers.", "usual sound at Friday prayers", ""),
        ),
        ("The crowd came after Friday prayers.", "A weekly visit on Sunday mass or not."),
    ),
    DateRule(
        "dates.trap.masthead",
        find(
            r"(?-i:USA|Russia|India|Pakistan|Moscow|Africa|Asia|Arab|Turkey|China|Israel|Europe|Iran|"
            r"Central\sAsia|Middle\sEast|Politics|Business|Nation|World\sPolitics)\s(?-i:Today|Now|Tonight)"
            r"|(?-i:60\sMinutes|48\sHours|High\sNoon|This\sWeek(?=\s[Ww]ith|[,\"”’']))"
            r"|(?-i:Business|Bloomberg\sBusiness|News)\s?(?-i:Week)|(?-i:the\sDay\sAfter\sTomorrow)"
            r"|(?-i:Daily|Weekly|Quarterly|Monthly)\s(?-i:[A-Z]\w+)"
        ),
        _refuse,
        (("USA Today reported it.", "USA Today", ""),),
        ("Russia today is at war.",),
    ),
    DateRule(
        "dates.trap.given_name",
        find(
            r"(?<!in\s)(?<!In\s)(?<!since\s)(?<!last\s)(?<!this\s)(?<!of\s)(?<!until\s)(?<!next\s)"
            r"(?-i:(?:April|June|August|May)\s(?:[A-Z]\.\s)?[A-Z][a-z]+(?<!day)(?!\s[A-Z][a-z]+\s[A-Z]))"
            r"(?=,|\.|\s(?:said|says|told|met|was|is|has|had|and|who|asked|wrote|spoke|of|to|in|at|from)\b"
            r"|['’]s)"
        ),
        _refuse,
        (("A letter from April Glaspie.", "April Glaspie", ""),),
        ("In April Pakistan said no.", "The April talks failed."),
    ),
    DateRule(
        "dates.trap.surname",
        find(
            r"(?-i:(?!(?:In|Early|Mid|Late|Last|Next|This|Since|By|Until|Till|From|During|Through|Of|To|And"
            r"|Between|After|Before|On|The|For|But|Or|As|When|Every|Each|Throughout|Around|About)\b)"
            r"(?:[A-Z][a-z]+|Mrs?\.?|Ms\.?|Dr\.?)\s(?:May|March)(?!\s\d|,?\s\d{4}))"
        ),
        _refuse,
        (("Theresa May resigned.", "Theresa May", ""),),
        ("In May she resigned.", "On Friday May 5 it rained."),
    ),
    DateRule(
        "dates.trap.march",
        find(
            r"(?-i:Long|Great|Freedom|Azadi|Aurat|Women['’]s|Protest|Peace|Million\sMan)\sMarch\b"
            r"|(?-i:March)\s(?:on|for)\s(?-i:[A-Z]\w+)"
        ),
        _refuse,
        (("The March on Rome began.", "March on Rome", ""),),
        ("In March of that year it began.",),
    ),
    DateRule(
        "dates.trap.named_war",
        find(
            r"(?-i:[A-Z][a-z]+|\d+)[\s-](?-i:Days?['’]?|Years?['’]?|Weeks?|Hours?)\s(?-i:War|Campaign)"
            r"|(?-i:Arab|Prague|Croatian|Beijing)\s(?-i:Spring)|(?-i:Days?\sof\s[A-Z]\w+)"
            r"|(?-i:2[01]st|Twentieth|20th)\sCentury\sFox|(?-i:Hot|Umbrella)\s(?-i:Autumn|Summer)"
        ),
        _refuse,
        (
            ("The Six-Day War changed it.", "Six-Day War", ""),
            ("The Arab Spring began.", "Arab Spring", ""),
        ),
        ("The six days of war.",),
    ),
    DateRule(
        "dates.trap.address",
        find(
            rf"{YEAR}\s(?-i:Project|(?:[A-Z]\w+\s){{0,3}}Committee)|(?:{YEAR}|\d{{1,4}})\s(?-i:[A-Z]\w+)\s(?-i:Avenue|Ave\.|Street|St\.|Road|Rd\.|Boulevard|Drive)"
        ),
        _refuse,
        (("He lives at 1600 Pennsylvania Avenue.", "1600 Pennsylvania Avenue", ""),),
        ("In 1600 an avenue was built.",),
    ),
    DateRule(
        "dates.trap.phone",
        find(r"\+?\(?\d{2,4}\)?[\s-]\d{2,4}[\s-]\d{3,4}(?:[\s-]\d{2,4})?(?!\s(?:BC|AD))"),
        lambda match, context: None if re.fullmatch(r"(?:1\d|20)\d\d-\d\d-\d\d\d?", match.group())
        else _refuse(match, context),
        (("Call 202 555 1999 now.", "202 555 1999", ""),),
        ("In 1998 he left.",),
    ),
)  # fmt: skip

TRAPS = RuleGroup(
    "traps", _RULES,
)  # fmt: skip
