"""The country of actors beside whose names none is stated."""

import pytest

from bilatsum import summarize
from bilatsum.model import Actor

RELEASE = """Readout of Under Secretary Marta Quillen's Call with Kenyan Officials

Office of the Spokesperson

Secretary of State Paula Deering and Under Secretary Marta Quillen spoke today with {guests}.
They discussed how the United States and Kenya can protect ports. The United States and Kenya
will meet again. Special Envoy Harold Whitcomb will travel to Nairobi for Kenya's port day.
"""


def actors(text: str) -> dict[str, Actor]:
    """Return the actors of a text by name."""
    return {actor.name: actor for actor in summarize(text, date="2025-04-08").actors}


def told(text: str, name: str) -> tuple[str | None, str]:
    """Return the country of an actor and the rule that told it."""
    actor = actors(text)[name]
    rules = [why.removeprefix("country: ") for why in actor.why if why.startswith("country: ")]
    return actor.country, rules[0] if rules else ""


def test_an_office_that_the_issuer_does_not_have_is_its_guests() -> None:
    text = RELEASE.format(guests="Prime Minister Joseph Arusei")
    assert told(text, "Joseph Arusei") == ("KEN", "actors.country.office")


def test_a_government_names_its_own_officials_without_their_country() -> None:
    text = RELEASE.format(guests="Prime Minister Joseph Arusei")
    assert told(text, "Harold Whitcomb") == ("USA", "actors.country.issuer")


def test_a_president_in_a_release_may_be_either_sides_and_stays_open() -> None:
    text = RELEASE.format(guests="President Joseph Arusei")
    assert told(text, "Joseph Arusei") == (None, "")


def test_a_third_state_in_the_sentence_silences_the_office() -> None:
    text = RELEASE.format(guests="Prime Minister Joseph Arusei about Somalia")
    assert told(text, "Joseph Arusei") == (None, "")


@pytest.mark.parametrize(
    ("text", "name", "country", "rule"),
    [
        ("Representatives of the Government of Peru included Foreign Minister Rosa Quispe.",
         "Rosa Quispe", "PER", "actors.country.delegation"),
        ("She met with President Tomas Ibarra, as well as other senior Chilean officials.",
         "Tomas Ibarra", "CHL", "actors.country.others"),
        ("It was the first visit by an Omani head of state, President Salim Harthy, to Lima.",
         "Salim Harthy", "OMN", "actors.country.apposition"),
    ],
)  # fmt: skip
def test_the_sentence_tells_for_whom_a_person_speaks(
    text: str, name: str, country: str, rule: str
) -> None:
    assert told(text, name) == (country, rule)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Tomas Ibarra met Chinese officials in the port.", "Tomas Ibarra"),
        ("A Peruvian delegation, led by a general, hosted Foreign Minister Salim Harthy.",
         "Salim Harthy"),
        ("She met with President Tomas Ibarra; then with Rosa Quispe and other Chilean officials.",
         "Tomas Ibarra"),
        ("Special Representative for Afghanistan Harold Whitcomb spoke.", "Harold Whitcomb"),
    ],
)  # fmt: skip
def test_a_country_that_is_only_near_is_not_taken(text: str, name: str) -> None:
    assert actors(text)[name].country is None
