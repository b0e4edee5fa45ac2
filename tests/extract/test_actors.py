"""Who is named, under which names, with which role and country."""

import pytest

from bilatsum import Brief, summarize
from bilatsum.model import Actor


def brief(text: str) -> Brief:
    """Return the brief of a text."""
    return summarize(text, date="2025-04-08")


def actors(text: str) -> dict[str, Actor]:
    """Return the actors of a text by name."""
    return {actor.name: actor for actor in brief(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Pakistan’s Foreign Minister Ishaq Dar spoke.", "Ishaq Dar",
         "Pakistan’s Foreign Minister", "PAK"),
        ("US Secretary of State Marco Rubio spoke.", "Marco Rubio", "US Secretary of State", "USA"),
        ("India's foreign minister, Vasudha Rangnekar, insists on it.", "Vasudha Rangnekar",
         "India's foreign minister", "IND"),
        ("Ghassan Radi, Iraq's deputy oil minister, came.", "Ghassan Radi",
         "Iraq's deputy oil minister", "IRQ"),
        ("President of France Nicolas Sarkozy wrote it.", "Nicolas Sarkozy",
         "President of France", "FRA"),
        ("Assistant Secretary for East Asian and Pacific Affairs Dana K. Holm will travel.",
         "Dana K. Holm", "Assistant Secretary for East Asian and Pacific Affairs", None),
        ("The Honorable Pascale St-Omer, Canada's minister of sport, spoke.", "Pascale St-Omer",
         "Canada's minister of sport", "CAN"),
        ("South Korea’s vice oceans minister, Pyo Ki-hwan, left.", "Pyo Ki-hwan",
         "South Korea’s vice oceans minister", "KOR"),
        ("Ministers welcomed U.S. Secretary of Transportation April Hollins.", "April Hollins",
         "U.S. Secretary of Transportation", "USA"),
        ("The Chief Minister of West Bengal, Debjani Sanyal, says no.", "Debjani Sanyal",
         "Chief Minister of West Bengal", None),
        ("China’s vice minister of commerce, Qiu Hanwen, sat down.", "Qiu Hanwen",
         "China’s vice minister of commerce", "CHN"),
        ("The European Union’s transport envoy, Joost van der Berg, came.", "Joost van der Berg",
         "European Union’s transport envoy", None),
        ("Lt. Gen. Otar Gvaradze spoke.", "Otar Gvaradze", "Lt. Gen.", None),
        ("Talks with his Iraqi counterpart, Laith al-Saffar, ended.", "Laith al-Saffar", None,
         "IRQ"),
        ("The ministers, Ignacio Robledo Paz of Argentina and others, met.",
         "Ignacio Robledo Paz", None, "ARG"),
        ("Peru lost militarily according to General Aurelio Pinto.", "Aurelio Pinto", "General",
         None),
        ("Readout of President Aurelio Pinto's call.", "Aurelio Pinto", "President", None),
        ("A Ministry of Trade Spokesman Aurelio Pinto spoke.", "Aurelio Pinto",
         "Ministry of Trade Spokesman", None),
        ("Last week, special assistant to Prime Minister Aurelio Pinto left.", "Aurelio Pinto",
         "Prime Minister", None),
        ("Special Assistant to the President Aurelio Pinto left.", "Aurelio Pinto",
         "Special Assistant to the President", None),
        ("They saw Foreign Minister Aurelio Pinto, particularly since the minister left.",
         "Aurelio Pinto", "Foreign Minister", None),
        ("With Aurelio Pinto, and Vice Foreign Minister Hoa Kim Ngoc.", "Hoa Kim Ngoc",
         "Vice Foreign Minister", None),
        ("President Joseph R. Biden, Jr. spoke.", "Joseph R. Biden, Jr.", "President", None),
    ],
)  # fmt: skip
def test_a_person_has_the_role_and_country_that_the_text_states(
    text: str, name: str, role: str | None, country: str | None
) -> None:
    actor = actors(text)[name]
    assert actor.kind == "person"
    assert (actor.roles[0] if actor.roles else None) == role
    assert actor.country == country


def test_the_role_of_the_next_in_a_list_is_not_that_of_the_one_before() -> None:
    text = (
        "They met Ms. Ana Pinto, Acting Director of the Office of Energy Policy Elena Costa, and "
        "Ms. Maria Reis, and Vice Foreign Minister Hoa Kim Ngoc."
    )
    found = actors(text)
    assert found["Ana Pinto"].roles == ()
    assert found["Maria Reis"].roles == ()


def test_a_role_can_be_traced_to_its_place() -> None:
    text = "Pakistan’s Foreign Minister Ishaq Dar spoke."
    (mention,) = actors(text)["Ishaq Dar"].mentions
    assert mention.role is not None
    assert mention.role.of(text) == "Pakistan’s Foreign Minister"


@pytest.mark.parametrize(
    "text",
    [
        "The Black Sea Port was closed.",
        "They signed the Paris Agreement in New Delhi.",
        "According to Reuters, it rained.",
        "In January I met them.",
        "The Monchegorsk left Port Said.",
        "President Meets Secretary",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    assert [actor.name for actor in brief(text).actors if actor.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The United States, the US, the U.S. and America agreed.", "USA"),
        ("Türkiye and Turkey are one.", "TUR"),
        ("The PRC and China are one.", "CHN"),
        ("Burma is also Myanmar.", "MMR"),
        ("Côte d’Ivoire is the Ivory Coast.", "CIV"),
    ],
)
def test_a_state_is_one_actor_under_all_its_names(text: str, code: str) -> None:
    states = [actor for actor in brief(text).actors if actor.kind == "state"]
    assert [state.country for state in states] == [code]
    assert len(states[0].mentions) >= 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Washington said it would not agree with Moscow.", "USA"),
        ("Talks between Ankara and Baghdad broke down.", "TUR"),
        ("Islamabad’s offer was rejected.", "PAK"),
    ],
)
def test_a_capital_that_acts_stands_for_its_government(text: str, code: str) -> None:
    assert code in {actor.country for actor in brief(text).actors if actor.kind == "state"}


@pytest.mark.parametrize(
    "text",
    [
        "They met in Ankara, at a hotel near London.",
        "Harlan Washington told reporters so.",
        "They sailed on the South China Sea to the Gulf of Mexico.",
        "He flew from Islamabad to New Mexico.",
    ],
)
def test_a_capital_as_a_place_and_a_name_within_a_name_are_no_states(text: str) -> None:
    assert [actor.name for actor in brief(text).actors if actor.kind == "state"] == []


def test_georgia_the_american_state_is_not_georgia_the_state() -> None:
    text = "Officers from Savannah, in the U.S. state of Georgia, will train them in Poti."
    assert "GEO" not in {actor.country for actor in brief(text).actors}


def test_a_surname_is_linked_back_and_two_people_of_one_name_are_not() -> None:
    text = (
        "President George Bush met Governor Jeb Bush. Bush spoke. "
        "Foreign Minister Ana Paz left. Paz smiled."
    )
    found = actors(text)
    assert len(found["Ana Paz"].mentions) == 2
    assert len(found["George Bush"].mentions) == len(found["Jeb Bush"].mentions) == 1


def test_an_organisation_is_tied_to_the_acronym_that_the_text_defines() -> None:
    text = (
        "The Drug Regulatory Authority of Pakistan (DRAP) agreed. Officials of the DRAP came. "
        "The International Atomic Energy Agency (IAEA) did not; the IAEA was busy."
    )
    found = actors(text)
    assert len(found["Drug Regulatory Authority of Pakistan"].mentions) == 3
    assert found["Drug Regulatory Authority of Pakistan"].country == "PAK"
    assert len(found["International Atomic Energy Agency"].mentions) == 3
    assert found["International Atomic Energy Agency"].country is None


def test_a_body_of_another_state_is_not_the_one_of_the_gazetteer() -> None:
    found = actors("Chile's Senate will vote on it before the U.S. Senate does.")
    assert found["Senate"].country == "CHL"


@pytest.mark.parametrize(
    "text",
    ["They signed the North American Free Trade Agreement.", "A Black Sea Dialogue was held."],
)
def test_a_treaty_or_a_meeting_is_no_organisation(text: str) -> None:
    assert [actor.name for actor in brief(text).actors] == []


def test_actors_are_sorted_by_salience_between_0_and_1() -> None:
    text = "Peru and Chile\n\n" + "Peru spoke. " * 5 + "Chile answered. Japan was named."
    found = brief(text).actors
    assert [actor.salience for actor in found] == sorted(
        (actor.salience for actor in found), reverse=True
    )
    assert found[0].salience == 1.0
    assert brief(text).pair == ("PER", "CHL")


def test_there_is_no_pair_where_a_second_state_is_only_mentioned() -> None:
    text = "Peru spoke. " * 30 + "A visitor from Japan listened."
    assert brief(text).pair is None


def test_ten_thousand_names_are_linked_in_seconds() -> None:
    brief(" ".join(f"The president, John{i} Smith{i}, spoke of it." for i in range(10_000)))


def mentions(text: str, name: str) -> list[str]:
    """Return the words by which an actor is mentioned."""
    actor = next(actor for actor in summarize(text, date="2025-04-08").actors if actor.name == name)
    return [mention.span.of(text) for mention in actor.mentions]


@pytest.mark.parametrize(
    ("following", "spoken_of"),
    [
        ("The foreign minister left.", True),
        ("Peru's foreign minister left.", True),
        ("The Peruvian foreign minister left.", True),
        ("The Chilean foreign minister left.", False),
        ("The deputy foreign minister left.", False),
        ("The foreign minister of Chile left.", False),
        ("The foreign minister Paz left.", False),
        ("A foreign minister left.", False),
    ],
)
def test_an_office_alone_is_of_the_one_person_who_holds_it(
    following: str, *, spoken_of: bool
) -> None:
    text = f"Peru's Foreign Minister Inés Quiroga arrived. {following}"
    assert ("foreign minister" in mentions(text, "Inés Quiroga")) is spoken_of


def test_an_office_that_two_hold_is_nobodys() -> None:
    text = (
        "Peru's president Inés Quiroga met Chile's president Pablo Ruelas. The president smiled. "
        "Chile's president left."
    )
    assert mentions(text, "Inés Quiroga") == ["Inés Quiroga"]
    assert mentions(text, "Pablo Ruelas") == ["Pablo Ruelas", "president"]


def test_a_state_whose_name_is_a_given_name_too_is_not_one_before_a_surname() -> None:
    found = {actor.name for actor in summarize("Jordan welcomed Georgia Reyes.").actors}
    assert "Jordan" in found
    assert "Georgia" not in found


def test_the_tagger_is_believed_of_a_body_that_holds_a_word_for_one() -> None:
    text = (
        "The minister told the Arequipa Herald that Peru would pay. Two nurses of the Santa Rosa "
        "Hospital and a pilot of Condor Airlines were flown home from Chile on Tuesday."
    )
    found = {actor.name for actor in summarize(text).actors if actor.kind == "organisation"}
    assert {"Arequipa Herald", "Condor Airlines"} <= found


READOUT = (
    "Alba Ferreira call with Prime Minister Paz of Chile\n\n"
    "{first}\n\nThe Prime Minister looked forward to the summit in Lima on Friday."
)


@pytest.mark.parametrize(
    "first",
    [
        "The Prime Minister spoke to Prime Minister Paz of Chile this evening.",
        "The Prime Minister began with trade. She told Prime Minister Paz of Chile about the port.",
    ],
)
def test_a_readout_does_not_give_one_prime_minister_the_words_of_the_other(first: str) -> None:
    text = READOUT.format(first=first)
    assert all("Paz" in words for words in mentions(text, "Paz"))


def test_who_opens_a_headline_and_acts_in_it_is_a_person() -> None:
    found = {actor.name for actor in summarize(READOUT.format(first="They met.")).actors}
    assert "Alba Ferreira" in found
