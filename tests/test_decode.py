"""Bytes to text: what is certain stays exact, what is guessed says so, what is no text is refused."""

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.errors import CleanerError, UsageError
from cleaner.reading.decode import decode, encode

ARABIC = "وصل الوفد إلى الميناء قبل الفجر، وقالت المديرة إن السفينة ستبحر غدا محملة بالكتب والأدوية."
ENGLISH = "The harbour opens at dawn, and the first ship leaves before the town is awake."
FRENCH = "Où étaient passés les élèves ? À l’école, déjà, où la maîtresse préparait la fête de Noël."
PERSIAN = "کشتي پيش از سپيده به بندر رسيد و ناخدا گفت که فردا با بار کتاب و دارو باز مي گردد."
RUSSIAN = "Корабль пришёл в гавань до рассвета, и капитан рассказал о своём долгом пути."
UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
TEXTS = pytest.mark.parametrize("text", [ARABIC, ENGLISH, FRENCH, PERSIAN, RUSSIAN], ids=["ar", "en", "fr", "fa", "ru"])


@pytest.mark.parametrize("data", [b"", b"\n", b"a", b"%\n", b"MZ is how it begins", b"GIF89a is a format", b"PK\n"])
def test_plain_bytes_are_utf8(data: bytes) -> None:
    assert decode(data) == (data.decode(), "utf-8", b"", "sure", ())


@TEXTS
@pytest.mark.parametrize("codec", UNICODE)
@pytest.mark.parametrize("with_bom", [True, False], ids=["bom", "bare"])
def test_unicode_is_certain(text: str, codec: str, with_bom: bool) -> None:
    bom = BOMS[codec] if with_bom else b""
    data = bom + text.encode(codec)
    assert decode(data) == (text, codec, bom, "sure", ())
    assert encode(text, codec, bom) == data


def test_one_bad_byte_leaves_arabic_utf8() -> None:
    body = f"{ARABIC}\r\n{ARABIC}\n".encode()
    for bad in (b"\xff", b"\xc7", b"\xe1", b"\xd9"):
        found = decode(body + bad + b" " + body)
        assert found.encoding == "utf-8"
        assert found.certainty == "damaged"
        assert found.text.count("\N{REPLACEMENT CHARACTER}") == 1
        place = f"byte {len(body) + 1} in line 3"
        assert found.notes[0].startswith(f"1 byte sequence is not UTF-8, put as U+FFFD ({place}); --encoding ")


@pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\x92"])
def test_one_bad_byte_leaves_english_utf8(bad: bytes) -> None:
    found = decode(ENGLISH.encode() + b" caf" + bad + b".")
    assert (found.encoding, found.certainty) == ("utf-8", "damaged")
    assert found.text.startswith(ENGLISH)


def test_the_note_counts_all_and_names_the_first() -> None:
    found = decode((ARABIC * 3).encode() + b"\xff\n\xff\xfe\xc0\xaf")
    assert "5 byte sequences" in found.notes[0]
    assert found.notes[0].count("in line 2") == 2
    assert "2 more" in found.notes[0]


def test_a_replacement_character_of_the_text_is_no_damage() -> None:
    text = f"{ARABIC} \N{REPLACEMENT CHARACTER}"
    assert decode(text.encode()).certainty == "sure"
    assert "1 byte sequence is" in decode(text.encode() + b"\xff").notes[0]


def test_a_cut_last_letter_is_damage() -> None:
    assert decode(ARABIC.encode() + "ق".encode()[:1])[1:4] == ("utf-8", b"", "damaged")
    assert decode(BOMS["utf-16-le"] + ARABIC.encode("utf-16-le") + b"x")[1:4] == ("utf-16-le", b"\xff\xfe", "damaged")


def test_utf8_with_a_few_lines_of_windows_1256_stays_utf8() -> None:
    data = f"{ARABIC}\n{ARABIC}\n".encode() + ARABIC.encode("cp1256")
    assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ARABIC, "cp1256", "windows-1256"),
        ("نعم", "cp1256", "windows-1256"),
        (f"{ENGLISH}\nمرحبا بكم\n", "cp1256", "windows-1256"),
        (PERSIAN, "cp1256", "windows-1256"),
        (ARABIC.replace("،", ""), "iso8859-6", "iso8859-6"),
        (FRENCH, "cp1252", "windows-1252"),
        ("Déjà vu", "cp1252", "windows-1252"),
        ("“Don’t,” she said — “not yet.”", "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        ("港に船が着いたのは、夜明け前のことだった。船長は長い旅の話をした。", "shift_jis", "shift_jis"),
    ],
)
def test_guesses(text: str, codec: str, name: str) -> None:
    for data in (text.encode(codec), (text + "\n").encode(codec) * 400):
        found = decode(data)
        assert (found.encoding, found.certainty, found.text[: len(text)]) == (name, "guessed", text)
        assert name in found.notes[0]
        assert "--encoding" in found.notes[0]
        assert encode(found.text, found.encoding, found.bom) == data


def test_a_huge_guess_looks_at_a_sample() -> None:
    text = (ENGLISH + "\n") * 20_000 + (ARABIC + "\n") * 20_000
    assert decode(text.encode("cp1256")).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"PK\3\4\x14\0\0\0\0\0", "DOCX"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\3", "gzip"),
        (b"\x28\xb5\x2f\xfd\x24\x05", "Zstandard"),
        (b"PAR1\x15\x04\x15", "Parquet"),
        (b"\x7fELF\2\1\1\0", "ELF"),
        (b"GIF89a\1\0\1\0\0\0\0", "GIF"),
        (b"{\\rtf1\\ansi a letter}", "RTF"),
        (b"page.txt".ljust(257, b"\0") + b"ustar\x0000", "tar"),
        (random.Random(7).randbytes(5000), "binary"),
        (b"\xff\xfe" + random.Random(7).randbytes(5000), "binary"),
        (b"\0" * 100, "binary"),
        (b"\1\2\3 \4\5\6 some words \0\0", "binary"),
        (codecs.BOM_UTF8 + b"\0\0\0abc", "binary"),
    ],
)
def test_binary_is_refused_whatever_encoding_is_named(data: bytes, what: str) -> None:
    for encoding in (None, "cp1256"):
        with pytest.raises(CleanerError, match=rf"^this is .*{what}.*, not text; [^.]+$") as caught:
            decode(data, encoding)
        assert caught.value.exit_code == 3


def test_a_few_nuls_in_prose_are_no_binary() -> None:
    text = ARABIC.replace(" ", " \0", 3)
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (ARABIC.encode(), "UTF8", (ARABIC, "utf-8", b"")),
        (ARABIC.encode("utf-8-sig"), "utf-8", (ARABIC, "utf-8", BOMS["utf-8"])),
        (ARABIC.encode("utf-8-sig"), "utf-8-sig", (ARABIC, "utf-8", BOMS["utf-8"])),
        (ARABIC.encode(), "utf-8-sig", (ARABIC, "utf-8", b"")),
        (ARABIC.encode("cp1256"), "windows-1256", (ARABIC, "windows-1256", b"")),
        (BOMS["utf-16-be"] + ARABIC.encode("utf-16-be"), "utf-16", (ARABIC, "utf-16-be", BOMS["utf-16-be"])),
        (ARABIC.encode("utf-16-le"), "utf-16", (ARABIC, "utf-16-le", b"")),
        (FRENCH.encode("cp1252"), "cp1252", (FRENCH, "windows-1252", b"")),
        (b"", "latin-1", ("", "iso8859-1", b"")),
    ],
)
def test_a_named_encoding(data: bytes, encoding: str, expected: tuple[str, str, bytes]) -> None:
    found = decode(data, encoding)
    assert (*found[:3], found.certainty) == (*expected, "sure")
    assert encode(*found[:3]) == data


def test_a_named_encoding_that_does_not_fit_is_damage() -> None:
    found = decode(ARABIC.encode("cp1256"), "utf-8")
    assert (found.encoding, found.certainty) == ("utf-8", "damaged")
    assert "are not UTF-8" in found.notes[0]


def test_a_codec_that_does_not_give_the_bytes_back_is_never_certain() -> None:
    assert decode(b"a+AGI-c", "utf-7").certainty == "damaged"
    lone = decode(b"a+2AA-c", "utf-7")
    assert lone[:1] + lone[3:4] == ("a\N{REPLACEMENT CHARACTER}c", "damaged")


@pytest.mark.parametrize(
    "name", ["arabic-9", "", "rot13", "hex", "idna", "undefined", "unicode_escape", "a\0b", "عربي"]
)
def test_unknown_encodings_are_a_usage_error(name: str) -> None:
    for data in (b"", b"words"):
        with pytest.raises(UsageError, match=r"^--encoding '?.* is no text encoding; give one such as"):
            decode(data, name)


def test_a_letter_that_the_encoding_lacks_cannot_be_written() -> None:
    with pytest.raises(CleanerError, match=r"windows-1252 has no character .*; convert the file to UTF-8 first"):
        encode(ARABIC, "windows-1252")


@given(st.text(), st.sampled_from(UNICODE), st.booleans())
def test_certain_readings_write_back_the_same_bytes(text: str, codec: str, with_bom: bool) -> None:
    data = (BOMS[codec] if with_bom else b"") + text.encode(codec)
    try:
        found = decode(data)
    except CleanerError:
        return
    if found.certainty == "sure":
        assert encode(found.text, found.encoding, found.bom) == data


@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: text.encode("cp1256", "replace"))),
    st.sampled_from([None, "utf-8", "cp1256", "utf-16", "utf-7", "big5", "iso2022_jp", "mac_arabic", "utf-8-sig"]),
)
@settings(deadline=None)
def test_any_bytes_give_text_or_our_own_error(data: bytes, encoding: str | None) -> None:
    try:
        found = decode(data, encoding)
    except CleanerError:
        return
    found.text.encode()  # no lone surrogates
    if found.certainty == "sure":
        assert encode(found.text, found.encoding, found.bom) == data
    else:
        assert found.notes
