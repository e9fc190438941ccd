"""Above the first post of a forum, above a blog's post, and lines that say the same again: what stays, what goes."""

import pytest

from cleaner.cleaning import clean_text

NOTICE = (
    "تنبيه: نرجو من جميع الأعضاء والزوار قراءة قوانين المنتدى قبل كتابة أي موضوع جديد، "
    "فقد كثرت في الأيام الأخيرة مواضيع مكررة"
)
POST = [
    "بنينا القارب في أربعة أشهر من خشب التوت، وكان البحر في تلك السنة هادئا حتى آخر الخريف ولم يغرق فيه أحد.",
    "وفي يوم الإنزال جاءت القرية كلها ومعها الطبول، وبكى أبي لأنه لم ير قاربا يولد منذ كان صغيرا.",
    "ثم سميناه باسم جدتي، وما زال يخرج كل فجر.",
]
STAMP = "قديم 16-05-2017, 02:06 PM"
PATH = "العودة   منتديات الساحل > منتدى البحر > القوارب"
TOOLS = "أدوات الموضوع"
DAY = "الاثنين، 17 مايو 2010"
MOTTO = (
    "هنا أكتب ما أراه من نافذتي كل مساء، لا أريد أن أعظ أحدا ولا أن أغضب أحدا، "
    "فإن وجدت في كلامي شيئا يشبهك فخذه، وإن لم تجد فأغلق النافذة برفق"
)
TITLE = "قارب من خشب التوت في الميناء القديم"

KEPT = [
    pytest.param([TITLE, NOTICE, *POST], id="a notice without a forum around it"),
    pytest.param([TITLE, *POST, STAMP], id="a stamp below an article, and no forum above it"),
    pytest.param(["The shelf was empty", *POST], id="a line that ends as Forumotion's icon is called"),
    pytest.param([TITLE, "سالم", "سالم", *POST], id="a name twice where no forum is"),
    pytest.param([MOTTO, TITLE, *POST], id="a long first paragraph without a day below it"),
    pytest.param(
        ["سوق الخيل القديم يفتح أبوابه بعد عشرين سنة", MOTTO, "كتب لي صديق", *POST],
        id="a standfirst below its headline",
    ),
    pytest.param([TITLE, "يا ليل يا عين يا ليل يا عين يا ليل يا عين", *POST], id="a refrain in one line"),
    pytest.param(
        [TITLE, "• خشب", "• مسامير", "• قطران", "• حبال", "• شراع", "• مجداف", "• مرساة", "• دلو", *POST], id="a list"
    ),
]

GONE = [
    pytest.param([PATH, NOTICE, TOOLS, STAMP, TITLE, *POST], NOTICE, id="the board's notice"),
    pytest.param([MOTTO, DAY, TITLE, *POST], MOTTO, id="what a blog says of itself"),
    pytest.param(["مدونتي", MOTTO, DAY, TITLE, *POST], "مدونتي", id="the blog's name over it"),
]


def cleaned(lines: list[str]) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


@pytest.mark.parametrize("lines", KEPT)
def test_what_only_looks_like_it_stays(lines: list[str]) -> None:
    assert set(POST) <= set(cleaned(lines))
    assert [line for line in lines if line != STAMP] == [line for line in cleaned(lines) if line != STAMP]


@pytest.mark.parametrize(("lines", "gone"), GONE)
def test_it_goes_and_the_article_stays(lines: list[str], gone: str) -> None:
    assert gone not in cleaned(lines)
    assert {TITLE, *POST} <= set(cleaned(lines))


def test_the_first_post_is_no_reply_though_a_form_stands_above_it() -> None:
    """The form's word announces comments, but the first stamp is that of the article."""
    lines = [
        PATH,
        NOTICE,
        "إضافة رد",
        TOOLS,
        STAMP,
        TITLE,
        *POST,
        "رد مع اقتباس",
        STAMP,
        "سلمت يداك يا أخي",
        "رد مع اقتباس",
    ]
    assert {TITLE, *POST} <= set(cleaned(lines))
    assert "سلمت يداك يا أخي" not in cleaned(lines)


def test_a_post_in_short_lines_stays_where_only_the_notice_is_a_paragraph() -> None:
    verse = ["كتبت على الشراع اسمها", "فمحا الملح نصفه", "وبقي في الريح نصف الاسم", "ينادي ولا أحد يجيب من الساحل"]
    assert set(verse) <= set(cleaned([PATH, NOTICE, TOOLS, STAMP, *verse]))


def test_what_a_service_prints_on_all_its_forums_is_no_prose_of_the_post() -> None:
    invitation = "هل تريد التفاعل مع هذه المساهمة؟ كل ما عليك هو إنشاء حساب جديد ببضع خطوات أو تسجيل الدخول للمتابعة."
    verse = ["كتبت على الشراع اسمها", "فمحا الملح نصفه", "وبقي في الريح نصف الاسم", "ينادي ولا أحد يجيب من الساحل"]
    stamp = "مُساهمة من طرف سالم السبت يناير 03, 2015 5:17 am"
    lines = ["منتدى الساحل", invitation, TITLE, "سالم", "سالم", "عدد المساهمات : 724", stamp, *verse]
    assert cleaned(lines) == ["منتدى الساحل", TITLE, *verse]
    assert cleaned([invitation]) == [invitation]


def test_headings_of_a_post_that_a_list_numbers_stay() -> None:
    headings = ["الباب الرابع", "القوارب", "الفصل الأول"]
    lines = [
        "قناة الساحل على يوتيوب",
        "النتائج 21 إلى 30 من 38",
        "الموضوع: قوانين البحر",
        "1. #21",
        "افتراضي",
        *headings,
        *POST,
    ]
    assert cleaned(lines)[-6:] == [*headings, *POST]


@pytest.mark.parametrize("over", [STAMP, "Author   Message"], ids=["a stamp", "the line over all posts"])
def test_an_article_above_its_discussion_on_a_board_stays(over: str) -> None:
    article = [f"{POST[0]} {POST[1]}", f"{MOTTO}.", f"{POST[2]} {POST[0]}", f"{POST[1]} {POST[2]}"]
    replies = ["سالم", "Posts: 102", POST[0].replace("القارب", "المركب"), "رد مع اقتباس"]
    assert {TITLE, *article} <= set(cleaned([PATH, TITLE, *article, TOOLS, over, *replies, *replies]))


@pytest.mark.parametrize("count", [4, 12])
def test_verse_between_the_tags_of_a_forum_stays(count: int) -> None:
    opening = '[poem=font="Simplified Arabic,4,black" bkcolor="" border="none,4,gray" type=4 num="0,black"]'
    verses = [f"وقفت على باب الديار مع المغيب {n} = وسألت عن ساكنها والباب ما يرد" for n in range(count)]
    lines = [*POST[:2], "(الديار)", opening, *verses, "[/poem]", "وتقبلوا تحياتي", "رد مع اقتباس"]
    assert cleaned(lines) == [*POST[:2], "(الديار)", *verses, "وتقبلوا تحياتي"]
    assert cleaned(lines[: lines.index("[/poem]")]) == [*POST[:2], "(الديار)", *verses]


def test_a_menu_below_the_verse_of_a_forum_goes() -> None:
    menu = ["المنتديات", "التسجيل", "التعليمات", "قائمة الأعضاء", "التقويم", "مشاركات اليوم", "البحث"]
    verses = [f"وقفت على باب الديار مع المغيب {n} = وسألت عن ساكنها والباب ما يرد" for n in range(4)]
    assert cleaned([*POST[:2], "[poem=]", *verses, "[/poem]", *menu]) == [*POST[:2], *verses]
