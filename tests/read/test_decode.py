"""Bytes to characters, and the repairs."""

from email.message import EmailMessage

import pytest

from bilatsum.errors import InputError
from bilatsum.read import read_bytes, read_text

TEXT = "President Peña Nieto’s visit to Türkiye ended on 5 May."


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text and the notes of an article."""
    article = read_bytes(data, source="x.txt")
    return article.text, article.notes


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", None),
        ("utf-8-sig", "removed the byte-order mark (UTF-8)"),
        ("utf-16", "removed the byte-order mark (UTF-16)"),
        ("utf-16-le", "decoded as UTF-16 without a mark"),
        ("utf-16-be", "decoded as UTF-16 without a mark"),
        ("utf-32", "removed the byte-order mark (UTF-32)"),
        ("cp1252", "decoded as Windows-1252"),
    ],
)
def test_every_promised_encoding_gives_the_same_text(encoding: str, note: str | None) -> None:
    assert decoded(TEXT.encode(encoding)) == (TEXT, (note,) if note else ())


def test_a_detector_is_asked_where_windows_1252_has_no_such_byte() -> None:
    russian = "Договор подписан. " * 20
    with pytest.raises(InputError, match="English"):
        decoded(russian.encode("koi8-r") + b"\x81")
    text, notes = decoded(b"The caf\x81 is open, the ministers said. " * 3)
    assert "ministers said" in text
    assert any(note.startswith("decoded as") for note in notes)


def test_a_truncated_utf8_file_is_not_taken_for_windows_1252() -> None:
    text, notes = decoded(("Türkiye, Côte d’Ivoire, Perú — signed “today”".encode())[:-1])
    assert text.startswith("Türkiye, Côte d’Ivoire, Perú — signed")
    assert "not UTF-8" in notes[0]


def test_mojibake_is_repaired_line_by_line_and_noted() -> None:
    broken = "Peña said yes.\nPresident PeÃ±a Nietoâ€™s reply.\n"
    text, notes = decoded(broken.encode())
    assert text == "Peña said yes.\nPresident Peña Nieto’s reply.\n"
    assert notes == ("repaired mojibake in 1 line",)


def test_control_characters_and_escape_sequences_are_removed_and_noted() -> None:
    text, notes = decoded(b"The \x1b[31mred\x1b[0m \x1b]0;title\x07minister\x08 of Japan met Peru.")
    assert text == "The red minister of Japan met Peru."
    assert notes == ("removed 4 control characters or escape sequences",)


def test_line_ends_and_blanks_stay_as_they_are() -> None:
    text = "A title\r\n\r\nThe ministers  met.\t They spoke.\r\n"
    assert decoded(text.encode()) == (text, ())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"PK\x03\x04....", "ZIP or office document"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"<!doctype html><p>Hello", "HTML"),
        (bytes(range(256)) * 40, "binary"),
        ("Le ministre a rencontré le président de la République. ".encode() * 9, "English"),
        ("日本の首相は東京で会談した。".encode() * 9, "English"),
        ("Премьер-министр встретился с президентом.".encode() * 9, "English"),
    ],
)
def test_what_is_no_english_text_is_refused_with_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, source="x.txt")
    assert "\n" not in caught.value.message + caught.value.hint


def test_a_list_of_names_in_english_is_not_taken_for_another_language() -> None:
    names = "Accra, Lagos, Nairobi, Dakar, Tunis, Rabat, Cairo, Kigali, Lusaka, Harare. " * 8
    read_text(f"The ministers of these cities met and agreed to the plan: {names}", source="x")


def test_the_digest_is_that_of_the_bytes_that_came_in() -> None:
    article = read_bytes(b"Hello", source="x")
    assert article.sha256 == "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"


def test_a_string_with_lone_surrogates_is_readable() -> None:
    assert read_text("The minister \ud800 spoke.", source="x").text == "The minister \ufffd spoke."


def mail(encoding: str, *, html: bool = False, plain: bool = True) -> bytes:
    """Return a message as a mail client sends and saves it."""
    message = EmailMessage()
    message["From"] = "Zoë Brandt <zoe@example.org>"
    message["Subject"] = "Peña Nieto in Türkiye"
    message["Date"] = "Mon, 05 May 2025 09:00:00 +0200"
    if plain:
        message.set_content(TEXT, cte=encoding)
    if html:
        message.add_alternative("<p>Never read.</p>", subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("html", [False, True])
def test_a_mail_as_it_was_sent_gives_its_plain_text_and_header(encoding: str, html: bool) -> None:  # noqa: FBT001
    article = read_bytes(mail(encoding, html=html), source="mail.eml")
    assert TEXT in article.text
    assert "Never read" not in article.text
    assert article.notes == ("decoded the e-mail and took its plain text",)
    assert article.title is not None
    assert article.title.of(article.text) == "Peña Nieto in Türkiye"
    assert str(article.published) == "2025-05-05"


def test_a_mail_in_plain_text_is_read_as_it_is() -> None:
    data = mail("8bit")
    assert decoded(data) == (data.decode("utf-8"), ())


def test_a_mail_without_plain_text_or_with_a_broken_code_ends_in_one_line() -> None:
    with pytest.raises(InputError, match="without plain text"):
        decoded(mail("8bit", html=True, plain=False))
    unknown = mail("base64").replace(b'charset="utf-8"', b'charset="utf-99"')
    parts = b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000)
    )
    for data in (unknown, parts, b"From: a\n" + nested):
        with pytest.raises(InputError, match="cannot be decoded"):
            decoded(data)


def test_an_article_that_only_speaks_of_encodings_is_no_mail() -> None:
    text = "Content-type: multipart/mixed is what the ministers spoke of.\n\nYes."
    assert decoded(f"Why it matters.\n\n{text}".encode())[1] == ()
