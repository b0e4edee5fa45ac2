"""Check the gazetteers of bilatsum: `python training/gazetteer.py`.

The three tables in `bilatsum/data` (states, organisations, offices) are kept by hand: they are
the source, this command writes nothing. The openly licensed packages give one adjective and one
capital per state and some of those are wrong ("Maldivan", "Kittian and Nevisian", Hong Kong's
"City of Victoria"), so correcting their output would be a longer table than the table itself.
They serve as a second opinion instead. The command reports

* form: UTF-8, tabs, sorted, no stray blanks, no form listed twice;
* spelling: every form with an apostrophe or an accent also has its straight, curly, plain twins;
* clashes: a form of two states is called ambiguous in both rows; organisations share none;
* facts: codes, names, capitals and adjectives against the packages, all 193 UN members present.

Versions the tables agree with: babel 2.18.0 (BSD-3-Clause, CLDR names and codes) and
countryinfo 1.0.1 (MIT, codes, capitals, demonyms). Neither is needed to run bilatsum.

    pip install babel==2.18.0 countryinfo==1.0.1
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global
from countryinfo import CountryInfo, all_countries

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, str]

DATA = Path(__file__).resolve().parent.parent / "bilatsum" / "data"

COLUMNS = {
    "states.tsv": ("iso3", "name", "aliases", "demonyms", "capitals", "seats", "ambiguous"),
    "organisations.tsv": ("name", "acronyms", "aliases", "country", "kind"),
    "offices.tsv": ("head", "kind"),
}
STATE_FORMS = ("name", "aliases", "demonyms", "capitals", "seats")
ORGANISATION_FORMS = ("name", "acronyms", "aliases")
ORGANISATION_KINDS = {"organisation", "group"}
OFFICE_KINDS = {
    *("state", "government", "diplomat", "military", "legislature", "justice"),
    *("party", "religion", "civil"),
}

UN_MEMBERS = 193
FORMER = {"CSK", "DDR", "SUN", "YUG"}
CITY_STATES = {"HKG", "MAC", "SGP", "VAT"}  # no capital beside themselves
NOT_MEMBERS = {"ESH", "GRL", "HKG", "MAC", "PSE", "TWN", "VAT", "XKX"}
# The codes countryinfo has beyond those: dependent territories and two withdrawn codes.
LEFT_OUT = {
    *("ABW", "AIA", "ALA", "ANT", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK"),
    *("CUW", "CXR", "CYM", "FLK", "FRO", "GGY", "GIB", "GLP", "GUF", "GUM", "HMD", "IMN", "IOT"),
    *("JEY", "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU"),
    *("SCG", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "UMI", "VGB", "VIR", "WLF"),
}

# Where the packages are wrong, or say it in a way no newspaper does: (code, their word).
NOT_FOLLOWED = {
    ("COD", "Congo - Kinshasa"),
    ("COG", "Congo - Brazzaville"),
    ("CPV", "Cape Verdian"),
    ("HKG", "Chinese"),
    ("HKG", "City of Victoria"),
    ("HKG", "Hong Kong SAR China"),
    ("KNA", "Kittian and Nevisian"),
    ("MAC", "Chinese"),
    ("MAC", "Macao SAR China"),
    ("MDV", "Maldivan"),
    ("MMR", "Myanmar (Burma)"),
    ("PSE", "Jerusalem"),  # contested; listed, as ambiguous, under ISR
    ("SUR", "Surinamer"),
    ("VCT", "Saint Vincentian"),
}


def main() -> int:
    """Print every problem on standard error; 0 where there is none."""
    tables = {name: read_table(DATA / name) for name in COLUMNS}
    problems = [*check_states(tables["states.tsv"]), *check_against_packages(tables["states.tsv"])]
    codes = {row["iso3"] for row in tables["states.tsv"]}
    problems += check_organisations(tables["organisations.tsv"], codes)
    problems += check_offices(tables["offices.tsv"])
    for name, rows in tables.items():
        problems += (f"{name}: {problem}" for problem in check_form(rows))
        print(f"{name}: {len(rows)} rows")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def read_table(path: Path) -> list[Row]:
    """Return the rows of one table; a file whose shape is wrong stops the command."""
    header, *lines = path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    columns = COLUMNS[path.name]
    if tuple(header.split("\t")) != columns:
        msg = f"{path.name}: the header is not {' '.join(columns)}"
        raise SystemExit(msg)
    rows = []
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            msg = f"{path.name}:{number}: {len(cells)} cells, not {len(columns)}"
            raise SystemExit(msg)
        rows.append(dict(zip(columns, cells, strict=True)))
    return rows


def values(row: Row, *columns: str) -> list[str]:
    """Return the values in some cells of a row, in order."""
    return [value for column in columns if row[column] for value in row[column].split("|")]


def check_form(rows: list[Row]) -> Iterator[str]:
    """Check what holds for every table: sorted, unique keys, clean cells."""
    keys = [next(iter(row.values())) for row in rows]
    if keys != sorted(keys):
        yield "not sorted by the first column"
    yield from (f"{key}: two rows" for key, count in Counter(keys).items() if count > 1)
    for key, row in zip(keys, rows, strict=True):
        for column, cell in row.items():
            parts = values(row, column)
            if len(parts) != len(set(parts)):
                yield f"{key}: a value twice in {column}"
            if any(part != " ".join(part.split()) or not part for part in parts):
                yield f"{key}: stray blank or empty value in {column}"
            if cell != unicodedata.normalize("NFC", cell):
                yield f"{key}: {column} is not in normal form C"


def check_states(rows: list[Row]) -> Iterator[str]:
    """Check that no form stands twice, or in two rows without both calling it ambiguous."""
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        forms = values(row, *STATE_FORMS)
        yield from check_forms(row["iso3"], forms, values(row, "ambiguous"))
        for form in forms:
            owners[form].append(row)
    for form, holders in owners.items():
        for row in holders if len(holders) > 1 else []:
            if form not in values(row, "ambiguous"):
                yield f"{row['iso3']}: {form} is also another state's, and not in ambiguous"
    for row in rows:
        for form in values(row, "ambiguous"):
            if not any(form in values(holder, "ambiguous") for holder in owners[form]):
                yield f"{row['iso3']}: {form} is called ambiguous, but no row lists it"


def check_organisations(rows: list[Row], codes: set[str]) -> Iterator[str]:
    """Check kinds and countries, and that no two organisations share a form."""
    counts: Counter[str] = Counter()
    for row in rows:
        forms = values(row, *ORGANISATION_FORMS)
        counts.update(set(forms))
        yield from check_forms(row["name"], forms, [])
        if row["kind"] not in ORGANISATION_KINDS:
            yield f"{row['name']}: unknown kind {row['kind']}"
        if row["country"] and row["country"] not in codes:
            yield f"{row['name']}: unknown country {row['country']}"
    yield from (f"{form}: two organisations" for form, count in counts.items() if count > 1)


def check_offices(rows: list[Row]) -> Iterator[str]:
    """Check lower case and kinds."""
    for row in rows:
        if row["head"] != row["head"].lower():
            yield f"{row['head']}: not in lower case"
        if row["kind"] not in OFFICE_KINDS:
            yield f"{row['head']}: unknown kind {row['kind']}"


def check_forms(key: str, forms: list[str], ambiguous: list[str]) -> Iterator[str]:
    """Check that each form stands once, has a capital, and has its twins beside it."""
    yield from (f"{key}: {form} twice" for form, count in Counter(forms).items() if count > 1)
    for form in forms:
        if form == form.lower():
            yield f"{key}: {form} has no capital letter"
        for twin in twins(form):
            if twin not in forms:
                yield f"{key}: {form} without {twin}"
            elif (form in ambiguous and twin not in ambiguous) and "'" in form:
                yield f"{key}: {form} is ambiguous, {twin} is not"


def twins(form: str) -> set[str]:
    """Return the other spellings a newspaper may print: other apostrophe, no accents."""
    decomposed = unicodedata.normalize("NFD", form)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return {form.replace("'", "’"), form.replace("’", "'"), plain} - {form}


def check_against_packages(rows: list[Row]) -> Iterator[str]:
    """Check codes, names, capitals and adjectives against babel and countryinfo."""
    codes = {row["iso3"] for row in rows}
    known = {str(country.iso(3)) for country in all_countries()} - {""}
    yield from (f"{code}: missing" for code in sorted(known - codes - LEFT_OUT))
    yield from (f"{code}: unknown code" for code in sorted(codes - known - FORMER - {"XKX"}))
    members = codes - FORMER - NOT_MEMBERS
    if len(members) != UN_MEMBERS:
        yield f"{len(members)} members of the United Nations, not {UN_MEMBERS}"
    unheard = set()
    for row in rows:
        if row["iso3"] in known | {"XKX"}:
            forms = values(row, *STATE_FORMS)
            unheard |= {
                (row["iso3"], fact) for fact in package_facts(row["iso3"]) if fact not in forms
            }
        if not row["capitals"] and row["iso3"] not in FORMER | CITY_STATES:
            yield f"{row['iso3']}: no capital"
    for code, fact in sorted(unheard - NOT_FOLLOWED):
        yield f"{code}: the packages say {fact}"
    for code, fact in sorted(NOT_FOLLOWED - unheard):
        yield f"{code}: the packages no longer say {fact}"


def package_facts(code: str) -> Iterator[str]:
    """Yield the name, capital and adjectives of one state in babel and countryinfo."""
    alpha2 = "XK" if code == "XKX" else get_global("territory_aliases")[code][0]
    yield Locale("en").territories[alpha2].replace(" & ", " and ").replace("’", "'")
    if code != "XKX":  # countryinfo has no code for Kosovo
        country = CountryInfo(code)
        yield from filter(None, [country.capital(), *(country.demonym() or "").split(",")])


if __name__ == "__main__":
    sys.exit(main())
