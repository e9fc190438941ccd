"""Parts of a page told by their shape: boxes that are skipped, to sign up, about the author; rows, tags, copies."""

import pytest

from cleaner.cleaning import clean_text
from cleaner.reading.links import as_seen
from cleaner.rules.choose import languages_of

TITLE = "The ferry that still takes coins"
LEAD = "For forty-one years the captain has taken fares in a coffee can that is bolted to the deck beside the wheel."
NEXT = "The county said in March that it would no longer pay for trips which nobody could count, and gave him a summer."
MORE = "A dozen riders came to the hall on Tuesday to ask what would become of people who own neither card nor phone."
BELOW = ["Share on Facebook", "Related articles", "Mill burns down for a second time", "Privacy Policy"]
HEAD = ["Skip to content", "Log in", "Search"]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


UNTOUCHED = {
    "a sentence between two inline calls": [TITLE, LEAD, NEXT, "He sold eggs.", MORE],
    "a sentence that trails off and is nobody's beginning": [
        TITLE,
        LEAD,
        "And then the can was full of buttons …",
        NEXT,
    ],
    "a table with wide gaps": [
        TITLE,
        LEAD,
        "Name     Age     Boat     Port",
        "Ida      41      Tern     Ost",
        NEXT,
        MORE,
    ],
    "labels at the end that name what the text tells of": [TITLE, LEAD, NEXT, "The captain", "The coffee can"],
    "a heading that is a control's word": [TITLE, LEAD, "Comments", NEXT, "Reply", MORE],
    "headings that a list above names, without a contents heading": [
        TITLE,
        LEAD,
        "Fares",
        "Riders",
        NEXT,
        "Fares",
        MORE,
    ],
    "a list of labels below «Most read» in a text without furniture": [
        TITLE,
        LEAD,
        "Weather",
        "Most read",
        "Letters",
        NEXT,
    ],
    "numbered headings with sentences": [
        TITLE,
        LEAD,
        NEXT,
        "3. The wheel",
        "He oils it.",
        "4. The can",
        "He counts it.",
    ],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(lines: list[str]) -> None:
    assert kept(*lines) == lines


GOES = {
    "from a skip link to the line that ends the box": [
        "تخطى قصص مقترحة وواصل القراءة",
        "قصص مقترحة",
        "يروي صياد كيف بنى قاربه.",
        "قصص مقترحة نهاية",
    ],
    "the promise inside a sign-up box": [
        "Sign up for our newsletter",
        "All that floats, before breakfast.",
        "Enter your email address",
        "By signing up you agree to our terms and to our newsletter.",
    ],
    "a paragraph's beginning with dots": ["The county said in March that it would no longer pay for…"],
    "pictures alone on a line": ["![The can](https://ferry.example/can.jpg)"],
    "a link to another article as converters write it": ["**RELATED:** [Mill burns again](https://ferry.example/mill)"],
}


@pytest.mark.parametrize("lines", GOES.values(), ids=GOES.keys())
def test_goes_from_the_midst(lines: list[str]) -> None:
    assert kept(TITLE, LEAD, NEXT, *lines, MORE) == [TITLE, LEAD, NEXT, MORE]


def test_headlines_with_wide_gaps_in_one_line() -> None:
    ticker = "    ".join(["Ferry late again", "Mill burns down", "Choir looks for basses", "Fog until noon on Monday"])
    assert kept(ticker, *HEAD, TITLE, LEAD, NEXT, MORE) == [TITLE, LEAD, NEXT, MORE]


def test_menu_in_one_line() -> None:
    assert kept("Home News Sport Business Weather Opinion", *HEAD, TITLE, LEAD, NEXT, MORE) == [TITLE, LEAD, NEXT, MORE]


def test_a_heading_of_labels_with_arabic_in_is_no_menu() -> None:
    lead = "توقع المركز أن تهطل الأمطار على سفوح الجبل منذ ظهر الثلاثاء، وأن تشتد الرياح على الساحل حتى صباح الأربعاء."
    lines = [lead, "حالة الطقس في المدينة المنورة", "ومن المرتقب أن تشهد أنحاء الم"]
    assert kept(*lines) == lines


def test_author_named_in_the_midst_is_no_box() -> None:
    assert kept(TITLE, "By Ada Quill", LEAD, "Ada Quill", NEXT, MORE) == [TITLE, LEAD, "Ada Quill", NEXT, MORE]


def test_author_box_below_the_article() -> None:
    box = ["Ada Quill", "Ada rows and writes."]
    assert kept(*HEAD, TITLE, "By Ada Quill", LEAD, NEXT, MORE, *box, *BELOW) == [TITLE, LEAD, NEXT, MORE]


def test_tags_without_a_label() -> None:
    assert kept(*HEAD, TITLE, LEAD, NEXT, MORE, "Captain", "Coffee can", "Ferry fares", *BELOW) == [
        TITLE,
        LEAD,
        NEXT,
        MORE,
    ]


def test_contents_without_numbers_leave_the_headings() -> None:
    lines = [TITLE, "Table of contents", "Who pays", "Who rides", LEAD, "Who pays", NEXT, "Who rides", MORE]
    assert kept("محتويات", *lines[2:])[-5:] == lines[-5:]


def test_what_stands_above_the_path_to_the_page_is_the_sites() -> None:
    site = ["Gazette of the Water", "Tides", "Log in", "Home » County » Boats"]
    left = kept(*site, TITLE, LEAD, NEXT, MORE)
    assert "Tides" not in left
    assert left[-4:] == [TITLE, LEAD, NEXT, MORE]


def test_article_of_short_sentences_goes_on_behind_a_reference() -> None:
    answers = [
        "Who pays?",
        "The county did.",
        "Until when?",
        "Until March, it says.",
        "And now?",
        "Coins, as ever.",
        "And then?",
        "Nobody knows.",
    ]
    lines = [TITLE, LEAD, *answers[:2], "Read also: Mill burns down for a second time", *answers[2:], *BELOW]
    assert kept(*lines) == [TITLE, LEAD, *answers]


def test_a_list_rule_above_the_article_takes_its_own_line_only() -> None:
    assert TITLE in kept(*HEAD, "Most Read", TITLE, LEAD, NEXT, MORE)


def test_links_are_read_by_their_words() -> None:
    assert list(as_seen(["  * [News](/news)", '[a](b) and [c](d "e")', "no [link] (here)"])) == [
        "  * News",
        "a and c",
        "no [link] (here)",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nelayan yang menanam bakau di pesisir", "id"),
        ("De pont die het dorp met het eiland verbindt", "nl"),
        ("Prom, który wozi pocztę", "pl"),
        ("Převoz přes řeku", "cs"),
        ("A révész fia az erdő felől jött", "hu"),
        ("Το πλοίο που έφερνε τα γράμματα", "el"),
        ("Пором щодня возив медсестер і ліки із міста", "uk"),
        ("台風15号が5日午前10時、東へ進んでおり、市にも接近した", "ja"),
        ("나룻배는 마을을 오가는 배의 이름이다", "ko"),
        ("गाँव के लोगों ने नाव को फिर से बनाया", "hi"),
        ("A balsa volta a navegar com quarenta pessoas", "pt"),
        ("Färjan går över sundet på fredag", "sv"),
        ("Færgen sejler hver dag fra øen", "da"),
        ("Ferja går fra øya hver dag", "no"),
        ("Cây cầu tre được dựng lại", "vi"),
        ("Фериботът тръгва от другия бряг в петък сутринта, когато мъглата се вдигне над вълните", "bg"),
        ("Фериботите са спрели, съобщиха от общината", "bg"),
        ("Скела која је превозила људе није више на реци, рекао је њихов комшија", "sr"),
        ("Trajekt koji je četrdeset godina vozio poštu više ne vozi", "hr"),
        ("Skelu i zvono su našli u blatu", "hr"),
        ("Prievozník sa ľutostivo díval na rieku, ktorá čakala", "sk"),
        ("Brodar je čakal na bregu in tudi zvon je molčal", "sl"),
        ("Lautta kulkee salmen yli ja sanoo, että sää on hyvä", "fi"),
        ("Praam sõidab üle väina ja tuleb õhtul tagasi", "et"),
        ("Keltas plaukia per upę ir grįžta vakarė kartu su žmonėmis, kurių laukė", "lt"),
        ("Prāmis brauc pāri upei un atgriežas vakarā", "lv"),
        ("สะพานไม้เก่ากลางบึงเปิดให้เดินอีกครั้ง", "th"),
        ("চল্লিশ বছর পর বাজল পুরোনো স্কুলের ঘণ্টা", "bn"),
        ("நாற்பது ஆண்டுகள் ஓடிய படகு இன்று கரையில் நிற்கிறது", "ta"),
        ("پردە کۆنەکەی گوندەکە دووبارە کرایەوە", "ckb"),
    ],
)
def test_language_by_its_letters_or_a_word(text: str, language: str) -> None:
    assert language in languages_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Паром снова ходит через реку, се ля ви, и мы рады",
        "Пором щодня возив медсестер і ліки із міста",
        "Скела се вратила, рекао је комшија и њихов син",
    ],
)
def test_other_cyrillic_is_not_bulgarian(text: str) -> None:
    assert "bg" not in languages_of(text)
