"""Titles, bylines, datelines, date lines, labels, e-mail headers and front matter."""

import pytest

from bilatsum.model import Article, PartialDate
from bilatsum.read import read_text

PROSE = (
    "The two ministers agreed on Tuesday to reopen the border crossing that has been closed "
    "since the spring, and to meet again before the end of the year in the capital."
)


def read(text: str, source: str = "x.txt", date: PartialDate | None = None) -> Article:
    """Return the article."""
    return read_text(text, source=source, date=date)


def of_kind(article: Article, kind: str) -> list[str]:
    """Return the text of the furniture of one kind."""
    return [p.span.of(article.text) for p in article.furniture if p.kind == kind]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 7, 2006", "2006-03-07"),
        ("7 March 2006", "2006-03-07"),
        ("Tuesday, 7 March 2006", "2006-03-07"),
        ("Published: 2025-03-11", "2025-03-11"),
        ("Published: Jan. 9, 2024", "2024-01-09"),
        ("Posted on 11 March 2025, 14:30 GMT", "2025-03-11"),
        ("Updated April 16, 2026 (REF 11)", "2026-04-16"),
        ("Date: 2025/04/08", "2025-04-08"),
        ("(8th April 2025)", "2025-04-08"),
        ("25.12.2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("Penhallow House, London, 14 May 2025", "2025-05-14"),
        ("The communiqué issued by Rideau Hall on 6 May 2025.", "2025-05-06"),
    ],
)
def test_a_date_line_gives_the_publication_date(line: str, published: str) -> None:
    article = read(f"Ministers meet in Geneva\n\n{line}\n\n{PROSE}")
    assert str(article.published) == published
    assert article.published_from == "header"
    assert of_kind(article, "date") == [line]


@pytest.mark.parametrize("line", ["03/04/2025", "February 30, 2024", "May 2025", "12 ministers"])
def test_a_line_that_is_no_certain_day_gives_no_date(line: str) -> None:
    assert read(f"Ministers meet in Geneva\n\n{line}\n\n{PROSE}").published is None


def test_a_published_line_outranks_other_dates_and_these_an_update() -> None:
    text = f"A title\n\nUpdated: 9 May 2025\n\n8 May 2025\n\nPublished: 7 May 2025\n\n{PROSE}"
    assert str(read(text).published) == "2025-05-07"


def test_a_header_may_run_into_the_text() -> None:
    article = read(f" date 2025-04-08 {PROSE}")
    assert str(article.published) == "2025-04-08"
    assert of_kind(article, "date") == ["date 2025-04-08 "]
    assert article.title is None


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("ISLAMABAD, April 8 (Reuters) - ", None),
        ("ISLAMABAD, April 8, 2025 (Reuters) - ", "2025-04-08"),
        ("KYIV, Ukraine (AP) — ", None),
        ("WASHINGTON (AP) -- ", None),
        ("UNITED NATIONS, 8 April 2025 – ", "2025-04-08"),
        ("Tehran, April 8, 2025 – ", "2025-04-08"),
        ("Tehran (IRNA) – ", None),
        ("ISLAMABAD: ", None),
        ("NEW YORK — ", None),
    ],
)
def test_a_dateline_is_found_and_may_give_the_date(dateline: str, published: str | None) -> None:
    article = read(f"Ministers meet in Geneva\n\n{dateline}{PROSE}")
    assert of_kind(article, "dateline") == [dateline]
    assert article.published == (PartialDate(2025, 4, 8) if published else None)


def test_a_dateline_without_a_year_is_noted_not_guessed() -> None:
    article = read(f"Ministers meet\n\nANKARA, March 11 (Agency) - {PROSE}")
    assert article.notes == ("the dateline says March 11 without a year",)


@pytest.mark.parametrize("start", ["NATO - ", "OPEC — ", "Kurdish groups - ", "WARNING: "])
def test_what_only_looks_like_a_dateline_is_left_alone(start: str) -> None:
    assert of_kind(read(f"Ministers meet\n\n{start}{PROSE}"), "dateline") == []


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By Jane Doe and John van der Roe in Geneva",
        "Office of the Spokesperson",
        "Ned Smith, Department Spokesperson",
        "Speech by the Hon. Ekua Mills, Minister for Foreign Affairs",
    ],
)
def test_a_byline_is_found(line: str) -> None:
    article = read(f"Ministers meet in Geneva\n\n{line}\n\n{PROSE}")
    assert of_kind(article, "byline") == [line]
    assert article.byline is not None


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "Check against delivery",
        "Begin text:",
        "The below is attributable to Spokesperson Jane Doe:",
        "EMBARGOED UNTIL 6 PM",
    ],
)
def test_a_label_above_the_text_is_kept_out_of_it(line: str) -> None:
    assert of_kind(read(f"{line}\n\nMinisters meet in Geneva\n\n{PROSE}"), "label") == [line]


@pytest.mark.parametrize("line", ["###", "-30-", "End text.", "(ENDS)", "Media contact: J. Doe"])
def test_an_end_mark_is_kept_out_of_the_text(line: str) -> None:
    assert of_kind(read(f"Ministers meet\n\n{PROSE}\n\n{line}\n"), "label") == [line]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ministers meet in Geneva\n\n{PROSE}", "Ministers meet in Geneva"),
        (f"# Ministers meet\n\n{PROSE}", "Ministers meet"),
        (f"Ministers meet\n{PROSE} {PROSE}", "Ministers meet"),
        (f"A title goes on\nand ends\n\n{PROSE}", "A title goes on\nand ends"),
        (f"Japan ships materials to U.S.\n\n{PROSE}", "Japan ships materials to U.S."),
        (f"Title: Ministers meet\nAuthor: J. Doe\n\n{PROSE}", "Ministers meet"),
        (PROSE, None),
        (f"{PROSE}\n\n{PROSE}", None),
        ("Ministers meet in Geneva", None),
        (f"Dear colleagues,\n\n{PROSE}", None),
    ],
)  # fmt: skip
def test_the_title_is_found_where_there_is_one(text: str, title: str | None) -> None:
    article = read(text)
    assert (article.title.of(article.text) if article.title else None) == title


def test_an_email_header_gives_title_and_date_and_its_signature_goes() -> None:
    text = (
        "From: A <a@example.org>\nTo: B <b@example.org>\nSubject: Fwd: Ministers meet\n"
        f"Date: Thu, 23 Jan 2025 18:42:05 -0300\n\n{PROSE}\n\n-- \nA. Person\nSome Desk\n"
    )
    article = read(text)
    assert article.title is not None
    assert article.title.of(text) == "Ministers meet"
    assert str(article.published) == "2025-01-23"
    assert of_kind(article, "header")[-1] == "-- \nA. Person\nSome Desk"


def test_the_note_above_a_forwarded_article_is_no_part_of_it() -> None:
    text = (
        "From: A <a@example.org>\nDate: Thu, 23 Jan 2025 18:42:05 -0300\n\nFor you.\n\n"
        f"---------- Forwarded article ----------\n\nMinisters meet\n\n{PROSE}\n"
    )
    article = read(text)
    assert article.title is not None
    assert article.title.of(text) == "Ministers meet"
    assert "For you." in "".join(of_kind(article, "header"))


def test_front_matter_gives_title_author_and_date() -> None:
    text = f'---\ntitle: "A toll gate"\nauthor: M. Cast\ndate: 2024-08-06\n---\n\n{PROSE}\n'
    article = read(text, source="x.md")
    assert article.title is not None
    assert article.byline is not None
    assert (article.title.of(text), article.byline.of(text)) == ("A toll gate", "M. Cast")
    assert str(article.published) == "2024-08-06"


def test_the_option_dates_an_article_that_does_not_date_itself() -> None:
    article = read(PROSE, date=PartialDate(2025, 4, 8))
    assert (str(article.published), article.published_from) == ("2025-04-08", "option")


def test_the_option_does_not_overrule_the_article_and_says_so() -> None:
    article = read(f"A title\n\nMarch 7, 2006\n\n{PROSE}", date=PartialDate(2025, 4, 8))
    assert (str(article.published), article.published_from) == ("2006-03-07", "header")
    assert "2025-04-08 was not used" in article.notes[0]
