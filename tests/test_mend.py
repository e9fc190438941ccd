"""Characters mended before any rule looks: what is clean stays, what is broken is whole after one run."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.reading.mend import mend

ARABIC = "وصل الوفد إلى الميناء قبل الفجر، وقالت المديرة: «ستبحر السفينة غدا محملة بالكتب»."
FRENCH = "« Où étaient passés les élèves ? » À l’école, déjà, où l’on préparait la fête… et le cœur d’un gâteau."
ENGLISH = "“Don’t,” she said — “not yet.” The café was naïve about its façade."
PERSIAN = "کشتی پیش از سپیده به بندر رسید و ناخدا گفت که فردا بازمی\N{ZERO WIDTH NON-JOINER}گردد."

CLEAN = {
    "empty": "",
    "Arabic": ARABIC,
    "French": FRENCH,
    "English": ENGLISH,
    "Persian": PERSIAN,
    "Urdu": "جہاز صبح سے پہلے بندرگاہ پر پہنچا اور کپتان نے کہا کہ وہ کل واپس جائے گا۔",
    "vowel marks": "وَصَلَ الوَفدُ إلى المِيناءِ، ثُمَّ رَحَلَ",
    "line ends": "one\r\ntwo\rthree\n\n\tfour\N{LINE SEPARATOR}five\N{PARAGRAPH SEPARATOR}six",
    "bidi marks": "\N{RIGHT-TO-LEFT MARK}قال \N{RIGHT-TO-LEFT ISOLATE}ص\N{POP DIRECTIONAL ISOLATE}",
    "French capitals": "L’ÉTÉ À LA PÂTISSERIE, OÙ L’ÎLE ÉTAIT À ÇA… ÂGE D’OR, FORÊT»",
    "Portuguese": "AMANHÃ… NÃO É A MANHÃ» — a ação e a nação, São João",
    "Portuguese, one word": "AMANHÃ…",
    "Spanish": "ÁÉÍÓÚ Ñ, el niño comió jamón en Málaga",
    "German": "Ä Ö Ü ß ä ö ü — „Größe“",
    "Danish": "Ø er en ø; Å er en å: «SMØRREBRØD»",
    "Icelandic": "Þá er það búið að vera",
    "Icelandic, short": "Þá",
    "Turkish": "İstanbul’da ŞÖYLE bir ÇÖZÜM",
    "prices": "10 € et 20 €, § 3, 5 ± 2 °C, 12 m², ½",
    "mojibake quoted among accents": "l’é devient « Ã© » et le è « Ã¨ », c’est connu",
    "mojibake quoted in Arabic": "تظهر كلمة السلام هكذا: ط§ظ„ط³ظ„ط§ظ… أو هكذا: ÇáÓáÇã في بعض الصفحات",
    "letters of a list": "ط§ و ظ…",
    "emoji": "صباح الخير 😀🇸🇾👍🏽 \N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}",
    "markup": "[bold red]x[/] %s {0} `id` &amp; <b>",
    "replacement character": "a \N{REPLACEMENT CHARACTER} b",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_clean_text_stays(text: str) -> None:
    assert mend(text) == (text, ())
    assert mend(f"{ARABIC}\n{text}\n{FRENCH}\n").text == f"{ARABIC}\n{text}\n{FRENCH}\n"


@pytest.mark.parametrize(
    ("text", "expected", "notes"),
    [
        ("a\0b\x01c\x7f", "abc", ("3 control characters removed",)),
        ("\ufeffa\ufeffb", "ab", ("2 byte order marks (U+FEFF) removed",)),
        ("ï»¿L’été", "L’été", ("1 line of mojibake mended",)),
        ("\x1b[1;31mred\x1b[0m \x1b[2J\x1b[1000A.", "red .", ("4 terminal sequences removed",)),
        ("\x9b31mred\x9b0m \x9bx", "red x", ("2 terminal sequences removed", "1 control character removed")),
        ("\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b", "ab", ("2 terminal sequences removed",)),
        ("\x1bP1$r\x1b\\a\x1b_x\x1b\\b\x9d0;t\x9cc", "abc", ("3 terminal sequences removed",)),
        ("\x1b]0;no end\n\x1b(B\x1b7\x1b=\x1bc.", "0;no end\n.", ("5 terminal sequences removed",)),
        ("\x1b[\x1b[3", "", ("2 terminal sequences removed",)),
        ("\x1bوصل", "وصل", ("1 control character removed",)),
        ("N\bNA\bAM\bM\bME _\bx", "NAME x", ("5 control characters removed",)),
        ("safe\b\b\bevil\a", "safeevil", ("4 control characters removed",)),
        ("\fone\vtwo\n\fthree\x1c\r\nfour\f", "one\ntwo\nthree\r\nfour", ("5 control characters removed",)),
        ("one\n\ftwo\n\f\nthree\r\x1c\nfour", "one\ntwo\n\nthree\r\nfour", ("3 control characters removed",)),
        ("one\x85two\x85", "one\ntwo\n", ("2 control characters removed",)),
        (
            "don\x92t\x85 \x93so\x94 \x96\n",
            "don’t… “so” –\n",
            ("5 control characters read as the quotation mark, dash or dots it was",),
        ),
        ("wait\x85 what", "wait… what", ("1 control character read as the quotation mark, dash or dots it was",)),
        ("\x8a\x9a", "", ("2 control characters removed",)),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b", ("1 lone surrogate replaced by U+FFFD",)),
        ("\ud83d\ude00", "😀", ()),
    ],
)
def test_controls(text: str, expected: str, notes: tuple[str, ...]) -> None:
    assert mend(text) == (expected, notes)


MISREADINGS: dict[str, Callable[[str], str]] = {
    "UTF-8 read as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 read as windows-1252": lambda text: "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode()
    ),
    "UTF-8 read as windows-1256": lambda text: text.encode().decode("cp1256"),
    "windows-1256 read as Latin-1": lambda text: text.encode("cp1256").decode("latin-1"),
    "windows-1256 read as windows-1252": lambda text: text.encode("cp1256").decode("cp1252"),
}
misread = pytest.mark.parametrize("misreading", MISREADINGS.values(), ids=MISREADINGS.keys())


@misread
def test_arabic_misread_is_read_anew(misreading: Callable[[str], str]) -> None:
    assert mend(misreading(ARABIC)) == (ARABIC, ("1 line of mojibake mended",))
    document = f"{ARABIC}\r\n\r\nنعم\r\nAFP 2016\r\n{ARABIC}"
    assert mend(misreading(document)) == (document, ("3 lines of mojibake mended",))


@misread
def test_misread_lines_among_good_ones(misreading: Callable[[str], str]) -> None:
    text = f"{FRENCH}\n{misreading(ARABIC)}\n{ARABIC}\n{ENGLISH}\n"
    assert mend(text) == (f"{FRENCH}\n{ARABIC}\n{ARABIC}\n{ENGLISH}\n", ("1 line of mojibake mended",))


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, "20 °C", "Déjà", "L’ÉTÉ", "DÉJÀ VU", "« oui »"])
@pytest.mark.parametrize("name", ["UTF-8 read as Latin-1", "UTF-8 read as windows-1252"])
def test_accents_misread_are_read_anew(text: str, name: str) -> None:
    assert mend(MISREADINGS[name](text)).text == text
    assert mend(f"{ARABIC}\n{MISREADINGS[name](text)}").text == f"{ARABIC}\n{text}"


def test_a_part_of_a_line_is_never_read_anew() -> None:
    text = f"{ARABIC} {MISREADINGS['windows-1256 read as Latin-1'](ARABIC)}"
    assert mend(text).text == text


def test_misread_twice() -> None:
    twice = MISREADINGS["UTF-8 read as windows-1252"]("L’été à Noël")
    assert mend(MISREADINGS["UTF-8 read as windows-1252"](twice)).text == "L’été à Noël"


CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
# Letters and marks that the mender looks at, so that random texts reach every branch.
TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from("\x1b\x9b\x9d\x90\x9c\x85\x07\x08\x0c[]P\\_;m \n\rØÙÃÂâ€§„†ˆ±ÇáÓطظا©™ï»¿é\ufeff\ud83d\ude00"),
        st.characters(),
        st.characters(max_codepoint=255),
    )
)
BREAKS = st.text(alphabet="\f\v\x1c\x85\n\r a")
BROKEN = st.one_of(TRICKY, BREAKS, st.builds(lambda text: text.encode().decode("latin-1"), st.text()))


@given(BROKEN)
def test_a_second_run_changes_nothing_and_no_control_is_left(text: str) -> None:
    once = mend(text).text
    assert mend(once) == (once, ())
    assert CONTROL.search(once) is None


@given(st.text(alphabet=st.characters(max_codepoint=126, exclude_categories=["Cc"])))
def test_ascii_stays(text: str) -> None:
    assert mend(text) == (text, ())


SENTENCES = st.lists(st.sampled_from([ARABIC, FRENCH, ENGLISH, PERSIAN, "", "€ 5", "Ø"]))


@given(st.sampled_from(["\n", "\r\n", " "]), SENTENCES)
def test_clean_sentences_in_any_order_stay(end: str, sentences: list[str]) -> None:
    text = end.join(sentences)
    assert mend(text) == (text, ())


def test_what_is_not_seen_hides_no_misread_line() -> None:
    misread = "Ø§Ù„Ø³Ù„Ø§Ù…"
    assert mend(f"{misread}\N{RIGHT-TO-LEFT MARK}\n\nقال").text == "السلام\n\nقال"
    assert mend("El paÃ\N{SOFT HYPHEN}s").text == "El país"  # a byte of a letter there
