"""What the code detectors drop and, first of all, what they must not touch."""

import itertools
import textwrap

import pytest

from cleaner.cleaning import clean_text
from cleaner.rules.choice import Choice
from cleaner.rules.rule import Rule
from tests.articles import ARTICLES

LEAD = (
    "أعلنت بلدية المدينة صباح اليوم افتتاح المكتبة العامة الجديدة بعد ثلاث سنوات من العمل في المبنى القديم قرب الميناء."
)
NEXT = "وقالت مديرة المكتبة إن القاعات تتسع لأربعمئة قارئ، وإن ركن الأطفال سيستقبل الزوار طوال أيام الأسبوع حتى المساء."
LAST = "ومن المقرر أن تنظم المكتبة في الشهر المقبل معرضا للكتب المستعملة يشارك فيه عشرون ناشرا من المدن المجاورة لها."
TITLE = "افتتاح المكتبة العامة الجديدة قرب الميناء"
CALENDAR = [" | ".join(map(str, range(first, first + 7))) for first in range(1, 29, 7)]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


UNTOUCHED = {
    "refrain of a poem": ["يا بحر خذني", "إلى الضفة", "يا بحر خذني", "إلى البيت", "يا بحر خذني"],
    "a short sentence that comes back": [LEAD, "ولهذا نقرأ.", NEXT, "ولهذا نقرأ.", LAST, "ولهذا نقرأ."],
    "a heading that stands twice in the body": [
        TITLE,
        LEAD,
        "ماذا تغير في الطابق الأول",
        NEXT,
        "ماذا تغير في الطابق الأول",
        LAST,
    ],
    "a question an interviewer repeats": [
        "ما الذي دفعك إلى هذا العمل بعد سنوات طويلة من الغياب عن المدينة وعن أهلها، وهل تنوي البقاء فيها هذه المرة؟",
        NEXT,
        LEAD,
        "ما الذي دفعك إلى هذا العمل بعد سنوات طويلة من الغياب عن المدينة وعن أهلها، وهل تنوي البقاء فيها هذه المرة؟",
        LAST,
    ],
    "a song whose refrain is its first line": [
        "دوري يا طاحون دوري",
        "القمح في الكيس",
        "دوري يا طاحون دوري",
        "والخبز في التنور",
        LEAD,
    ],
    "a greeting that comes back": ["أيها الجيران والجارات،", "كفى كلاما.", "أيها الجيران والجارات،", LEAD, NEXT],
    "a live report with times": [TITLE, "10:15", LEAD, "11:40", NEXT, "12:05", LAST],
    "a headline with a dash of its own": ["المكتبة - حكاية مبنى قديم", LEAD, NEXT],
    "a month's calendar of the article's own": [LEAD, "أ | ب | ج | د | ه | و | ز", *CALENDAR, NEXT, LAST],
    "a short list at the end, announced": [LEAD, "وفي ما يلي مواعيد العمل:", "السبت إلى الخميس", "الجمعة مساء"],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(lines: list[str]) -> None:
    assert kept(*lines) == lines


def test_a_calendar_beside_the_article() -> None:
    assert kept("مايو 2024", *CALENDAR, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]
    row = f"1 | 2 | 3 | {'9' * 5000}"  # more digits than Python reads
    assert kept(TITLE, LEAD, NEXT, *CALENDAR, row)[:3] == [TITLE, LEAD, NEXT]


TICKER = [
    ("19:55", "حفل للعود على درج القلعة مساء غد"),
    ("19:27", "مجلس القرية يقر موازنته بعد جلسة طويلة"),
    ("19:17", "العثور على دراجات مسروقة في مخزن مهجور"),
    ("18:44", "رئيس البلدية يزور مدرسة الوادي مع المفتش"),
    ("18:34", "ورشة للنجارة تستقبل تلاميذها في الوادي"),
]


def test_a_ticker_whose_hours_stand_alone() -> None:
    assert kept(*itertools.chain(*TICKER), TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_a_programme_whose_hours_stand_alone() -> None:
    lines = [TITLE, *itertools.chain(*reversed(TICKER)), LEAD, NEXT]
    assert kept(*lines) == lines


@pytest.mark.parametrize("line", ["رأي عام", "اقتصاد عربي", "أخبارنا في المدينة", "فنون: رياضة"])
def test_words_of_sections_that_are_a_headline(line: str) -> None:
    assert kept(line, LEAD, NEXT) == [line, LEAD, NEXT]


SIGNED = [
    ["رغيف", "حكاية من الوادي", "بقلم: سالم بحري"],
    ["Bread", "Notes from a valley", "By Jane Marrow"],
    ["Ausencia", "Por Juan Mora"],
    ["Хлеб", "Автор: Анна Петрова"],
]


@pytest.mark.parametrize("head", SIGNED, ids=[head[0] for head in SIGNED])
def test_a_short_title_above_a_byline_stays(head: list[str]) -> None:
    language = {"B": "en", "A": "es", "Х": "ru"}.get(head[0][0], "ar")
    article = ARTICLES[language][1:]
    assert kept(*head, *article) == [*head[:-1], *article]


def test_title_with_site_name() -> None:
    assert kept(f"{TITLE} - صحيفة المرفأ", TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_repeated_title_leaves_the_copy_next_to_the_article() -> None:
    gone = clean_text("\n\n".join([TITLE, "سلمى حداد", TITLE, LEAD, NEXT])).dropped
    assert {i: verdict.rule for i, verdict in gone.items()}[0] == "repeated-title"
    assert 2 not in gone


def test_repeated_paragraph() -> None:
    assert kept(LEAD, NEXT, LAST, NEXT + " " + LEAD, NEXT + " " + LEAD) == [LEAD, NEXT, LAST, NEXT + " " + LEAD]


def test_repeated_block_with_its_short_lines() -> None:
    block = [NEXT, "لماذا الآن", LAST]
    assert kept(LEAD, *block, *block) == [LEAD, *block]


def test_thread_without_a_heading() -> None:
    thread = []
    for n, name in enumerate(("سامي", "Rana K", "أبو كريم", "ليلى")):
        thread += [name, f"1{n}:35 2019/04/0{n + 1}", f"تعليق طويل عن الخبر وعن الكاتب. {NEXT} {n}"]
    assert kept(TITLE, LEAD, NEXT, LAST, *thread) == [TITLE, LEAD, NEXT, LAST]


def test_whole_page_around_an_article() -> None:
    menu = [f"قسم {n % 40}" for n in range(120)]
    more = [f"خبر قصير بلا نقطة عن موضوع آخر رقم {n}" for n in range(60)]
    assert kept(*menu, TITLE, LEAD, NEXT, LAST, *more, *menu) == [TITLE, LEAD, NEXT, LAST]


def test_the_days_of_a_diary_are_no_contents() -> None:
    diary = [line for day in range(3, 8) for line in (f"{day} May 2021", f"{NEXT} {LAST} {day}")]
    assert kept(TITLE, LEAD, *diary) == [TITLE, LEAD, *diary]


def test_contents_box() -> None:
    headings = ["قبل البناء", "بعد الحريق الأول", "المكتبة اليوم"]
    box = [f"{n} {heading}" for n, heading in enumerate(headings, 1)]
    text = [line for pair in zip(headings, (LEAD, NEXT, LAST), strict=True) for line in pair]
    assert kept(TITLE, LEAD[:-1] + " أيضا.", *box, *text) == [TITLE, LEAD[:-1] + " أيضا.", *text]


def test_numbered_steps_that_name_no_heading_stay() -> None:
    steps = ["1 افتح الغطاء", "2 انزع المصفاة", "3 اغسلها بالماء"]
    assert kept(LEAD, *steps, NEXT) == [LEAD, *steps, NEXT]


def test_verse_with_a_menu_around_it_loses_the_menu() -> None:
    verse = [
        f"بيت قصير من الشعر {word}" for word in ("أول", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")
    ]
    menu = ["الصفحة الرئيسية", "اتصل بنا", "تسجيل الدخول", "سياسة الخصوصية"]
    assert kept(*menu, *verse, "جميع الحقوق محفوظة © 2020 ديوان المرفأ") == verse


@pytest.mark.parametrize(
    "foot",
    [
        ["Post a Comment"],
        ["Leave a Reply", "Your email address will not be published. Required fields are marked *"],
        ["0 نظر"],
        ["نظر دهید", "آخرین ارسال ها"],
    ],
)
def test_verse_loses_the_form_for_comments_below_it(foot: list[str]) -> None:
    verse = ["پیرمرد چراغ را کشت", "که دریا بخوابد", "ماهی‌ها گم شدند", "راه خانه را می‌پرسیدند"]
    assert kept(*verse, *foot) == verse


def test_a_form_that_speaks_in_the_only_sentence_stays() -> None:
    verse = ["Паром ушёл, и пристань опустела", "Лишь чайка ходит по сырым доскам", "Вода о сваях что-то прошумела"]
    form = "На это произведение написаны 3 рецензии, здесь отображается последняя, остальные - в полном списке."
    assert kept(*verse, "И побежала дальше, к островам", form)[-1] == form
    assert kept(form, "1") == [form, "1"]


def test_verse_of_a_script_without_capitals_stays_above_a_longer_teaser() -> None:
    verse = [
        "নদীর ঘাটে নৌকা বাঁধা থাকে",
        "মাঝি তবু গান গায় না আর",
        "কুয়াশার ভেতর ডাকে কেউ একা",
        "ঘণ্টা বাজে স্কুলের মাঠের পার",
        "পুরোনো চিঠির রং গেছে মুছে",
        "জানালা খোলা রাখে তবু মা",
        "ধানের শীষে শিশির জমে রাতে",
        "ভোরের আগে কেউ জাগে না।",
    ]
    share = "এই পোস্টটি শেয়ার করতে চাইলে :"
    teaser = "গ্রামের পুরোনো ডাকঘরটি আগামী মাসে বন্ধ হয়ে যাবে, কারণ শহরে এখন আর কেউ হাতে লেখা চিঠি পাঠায় না।"
    lines = [
        "ঘাটের গান",
        "২১ শে সেপ্টেম্বর, ২০২৫ দুপুর ২:১৩",
        share,
        *verse,
        "সর্বশেষ এডিট : ২১ শে সেপ্টেম্বর, ২০২৫ দুপুর ২:১৩",
        share,
        "",
        teaser,
    ]
    assert [line for line in kept(*lines) if line in verse] == verse


@pytest.mark.parametrize("last", ["نظر", "پاسخ", "Reply", "Comment", "Tags", "Home"])
def test_a_word_below_verse_may_be_its_own(last: str) -> None:
    verse = ["پیرمرد چراغ را کشت", "که دریا بخوابد", "ماهی‌ها گم شدند", "راه خانه را می‌پرسیدند", last]
    assert kept(*verse) == verse


def test_a_poem_loses_the_empty_thread_below_it() -> None:
    verse = [f"بيت قصير من الشعر {word}" for word in ("أول", "ثان", "ثالث", "رابع", "خامس")]
    assert kept(*verse, "ليست هناك تعليقات:", "إرسال تعليق") == verse
    assert kept("إرسال تعليق", *verse) == ["إرسال تعليق", *verse]  # one phrase alone may be a verse


def test_a_poem_loses_two_phrases_of_the_page_above_or_below_it() -> None:
    verse = [f"بيت قصير من الشعر {word}" for word in ("أول", "ثان", "ثالث", "رابع", "خامس")]
    foot = ["جميع المقالات المنشورة تمثل رأي كتابها فقط", "جميع الحقوق محفوظة © 2020 ديوان المرفأ"]
    assert kept(*verse, *foot) == verse
    assert kept("المساعد الشخصي الرقمي", "مشاهدة النسخة كاملة : بيت قصير", *verse) == verse
    assert kept(*verse[:2], *foot) == [*verse[:2], *foot]  # no more than a list


def test_paragraphs_of_an_essay_may_all_end_in_dots() -> None:
    essay = [f"{paragraph[:-1]}.." for paragraph in (NEXT, LAST)]
    assert kept(TITLE, LEAD, *essay) == [TITLE, LEAD, *essay]


def test_verses_below_a_tag_of_markup_stay() -> None:
    verse = [f"بيت طويل من الشعر النبطي فيه {word}" for word in ("مطر", "ليل", "خيل", "سيل", "نخل", "رمل")]
    assert kept(LEAD, NEXT, "[poem=font=Arial type=4]", *verse) == [LEAD, NEXT, *verse]


def test_words_alone_are_no_menu() -> None:
    words = ["سياسة", "اقتصاد", "رياضة", "بحث", "المزيد", "تعليق", "إعلان", "طباعة"]
    assert kept(*words) == words


def test_paragraphs_broken_at_a_column_are_prose() -> None:
    text = (LEAD + " " + NEXT + " " + LAST + " ") * 2
    broken = textwrap.wrap(text, 72)
    assert kept("سياسة", *broken) == broken


def test_guard_keeps_a_document_that_rules_would_empty() -> None:
    greedy = Rule("all", "chrome", "takes all", lines=("بداية الصفحة",), drops="region", until="end")
    text = "\n".join(["بداية الصفحة", LEAD, NEXT, LAST])
    result = clean_text(text, choice=Choice(packs=(greedy,)))
    assert result.guarded
    assert result.text == text


def test_guard_speaks_where_one_paragraph_of_many_would_be_left() -> None:
    greedy = Rule("all", "chrome", "takes all", lines=("بداية الصفحة",), drops="region", until="end")
    text = "\n".join([LEAD, "بداية الصفحة", *(f"{NEXT} {LAST} {n}" for n in range(20))])
    result = clean_text(text, choice=Choice(packs=(greedy,)))
    assert result.guarded
    assert result.text == text


def test_guard_keeps_signed_and_dated_entries_that_look_like_a_thread() -> None:
    entries = [
        line
        for n in range(1, 40)
        for line in (f"سليم حداد 10:{n + 10} 1943/05/{n % 28 + 1:02}", f"{NEXT} {LAST} ({n})")
    ]
    result = clean_text("\n".join([LEAD, *entries]))
    assert result.guarded or len(result.dropped) < len(entries) / 2


def test_paragraphs_that_differ_in_figures_stay() -> None:
    weeks = [
        f"بلغ مخزون السدود هذا الأسبوع {n * 137} مليون متر مكعب، أي {n * 3} في المئة من طاقتها، بحسب الوزارة."
        for n in range(1, 6)
    ]
    assert kept(TITLE, *weeks) == [TITLE, *weeks]


@pytest.mark.parametrize("title", ["Rowing the estuary: the first year", "Rowing the estuary / the first year"])
def test_a_section_named_like_half_of_the_headline_is_not_the_headline(title: str) -> None:
    lead = "The boats left the north quay before sunrise, and only four of the eleven came back by noon."
    rest = [
        f"In week {week} the crew rowed as far as the old light and turned there, tired and wet." for week in "abcde"
    ]
    text = "\n".join([title, lead, "Rowing the estuary", *rest]) + "\n"
    assert clean_text(text).text == text


def test_a_section_named_like_the_headline_below_a_long_lead_is_not_the_headline() -> None:
    leads = [
        f"In year {year} the boats left the north quay before sunrise, and few came back by noon." for year in "abcd"
    ]
    rest = [
        f"In week {week} the crew rowed as far as the old light and turned there, tired and wet."
        for week in "abcdefghijk"
    ]
    text = "\n".join(["Rowing the wide estuary - A beginner's year", *leads, "Rowing the wide estuary", *rest]) + "\n"
    assert clean_text(text).text == text
