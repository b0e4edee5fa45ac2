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


NEWS = "LISBON, 3 May 2024 — Portugal signed a fishing accord with Morocco. {next}"


@pytest.mark.parametrize(
    ("following", "name", "country"),
    [
        ("Portugal needs the quota. Foreign Minister Rui Salgado said so.", "Rui Salgado", "PRT"),
        ("Portugal's boats wait for Prime Minister Ana Brito.", "Ana Brito", "PRT"),
        # One side meets another, answers it, or stands beside it.
        ("Portugal's envoy met Prime Minister Ana Brito.", "Ana Brito", None),
        ("Portugal needs the quota. Foreign Minister Rui Salgado rejected that.", "Rui Salgado",
         None),
        ("Portugal talked to Prime Minister Ana Brito.", "Ana Brito", None),
        # Two states are spoken of, or one that is in nobody's centre.
        ("Portugal and Morocco wait. Prime Minister Ana Brito said so.", "Ana Brito", "PRT"),
        ("The ships of Portugal and Morocco wait. Prime Minister Ana Brito said so.", "Ana Brito",
         None),
        ("In Chile the price fell. Prime Minister Ana Brito said so.", "Ana Brito", None),
        # The state belongs to another's office.
        ("Portugal's foreign minister Rui Salgado, not Prime Minister Ana Brito, was there.",
         "Ana Brito", None),
        ("Portugal sends you fish. Your Prime Minister, Ana Brito, said so.", "Ana Brito", None),
        # An office that is no state's.
        ("Portugal's clubs pay. FC Alvor's president Ana Brito said so.", "Ana Brito", None),
    ],
)  # fmt: skip
def test_news_speaks_of_officials_of_the_state_it_spoke_of_just_before(
    following: str, name: str, country: str | None
) -> None:
    text = NEWS.format(next=following) + " Portugal and Morocco will meet again in Portugal."
    assert told(text, name) == (country, "actors.country.setting" if country else "")


def test_of_several_who_are_only_called_president_none_is_given_a_state() -> None:
    text = NEWS.format(next="Portugal waits for President Costa Lima. President Jane Doe waits.")
    assert told(text, "Costa Lima") == (None, "")


def test_a_ministry_is_of_the_state_spoken_of_just_before() -> None:
    text = NEWS.format(next="Portugal has asked the Ministry of Maritime Affairs for a report.")
    assert told(text, "Ministry of Maritime Affairs") == ("PRT", "actors.country.setting")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's leader Inés Quiroga spoke. Quiroga's spokesman Pablo Ruelas took notes.",
        "Peru's leader Inés Quiroga spoke. Pablo Ruelas — Quiroga's ambassador to Chile — left.",
    ],
)
def test_an_officer_is_of_the_state_of_whom_he_serves(text: str) -> None:
    assert told(text, "Pablo Ruelas")[0] == "PER"


def test_two_people_of_one_surname_and_two_states_are_two_actors() -> None:
    found = actors(
        "SEOUL, 3 May 2024 — South Korea's prime minister Kim answered North Korean leader "
        "Kim Jong Un on Tuesday. Kim Jong Un was silent."
    )
    assert found["Kim"].country == "KOR"
    assert found["Kim Jong Un"].country == "PRK"


def test_a_king_of_a_state_whose_name_has_another_meaning_is_of_that_state() -> None:
    assert told("King Faris II of Jordan opened the port.", "Faris II")[0] == "JOR"


def test_an_international_body_has_no_country_whoever_speaks_in_it() -> None:
    text = "Peru's United Nations envoy spoke. The Peruvian World Bank loan grew."
    assert told(text, "United Nations")[0] is None
    assert told(text, "World Bank")[0] is None


def test_the_office_that_issues_a_release_gives_its_holder_the_state() -> None:
    text = (
        "Office of the Minister of Foreign Affairs of Canada\n\n"
        "Aline Dubreuil, Minister of Foreign Affairs, spoke today with her Kenyan colleague. The "
        "ministers of Canada and Kenya will meet in May. Joseph Arusei, Minister of Trade, joined."
    )
    assert told(text, "Aline Dubreuil") == ("CAN", "actors.country.seat")
    assert told(text, "Joseph Arusei")[1] != "actors.country.seat"
