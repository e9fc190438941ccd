"""What the shape of a page says: stories and threads in containers alike, tables and posts, lines, headlines."""

import pytest

from cleaner import choose, clean
from cleaner.document import Source
from cleaner.judging.page.wholes import completed
from cleaner.reading.html_page import read_page

TITLE = "عبارة النهر لا تزال تأخذ القطع المعدنية"
ONE = "ظل القبطان أحدا وأربعين عاما يجمع الأجرة في علبة قهوة مثبتة على ظهر العبارة قرب المقود، ولم يسأل أحد عن العدد."
TWO = "وقالت البلدية في آذار إنها لن تدفع بعد اليوم ثمن رحلات لا يستطيع أحد أن يعدها، وأمهلته حتى نهاية الصيف."
THREE = "وحضر اثنا عشر راكبا إلى القاعة يوم الثلاثاء ليسألوا عن مصير من لا يملكون بطاقة ولا هاتفا في القرى البعيدة."
FOUR = "أما القبطان فلا ينوي أن يتقاعد، ويقول إن النهر لم يسأله يوما عن عمره، وإن العلبة لم تمتلئ بعد كما يظن الناس."
OTHER = "احترق الفرن القديم في شارع الطاحونة ليلة الأحد، ولم يصب أحد بأذى لأن الخبازين كانوا قد خرجوا إلى السوق."
PARAGRAPHS = f"<p>{ONE}<p>{TWO}<p>{THREE}<p>{FOUR}"


def page(inside: str, name: str = TITLE) -> str:
    return f"<html lang=ar dir=rtl><head><title>{name} - صحيفة النهر</title></head><body>{inside}</body></html>"


def body(inside: str, name: str = TITLE) -> list[str]:
    return [line for line in clean(page(inside, name), format="html").body.split("\n") if line]


ALL = [ONE, TWO, THREE, FOUR]
ENTRIES = "".join(f"<div class=k2><b>الساعة {n}</b><p>{text}</p></div>" for n, text in enumerate((TWO, THREE), 3))
UNTOUCHED = {
    "sections alike, the first under the headline": (
        f"<section class=part><h2>{TITLE}</h2><p>{ONE}<p>{TWO}</section>"
        f"<section class=part><h2>من يدفع الأجرة؟</h2><p>{THREE}<p>{FOUR}</section>"
    ),
    "chapters with an h1 each": (
        f"<div class=chapter><h1>{TITLE}</h1><p>{ONE}<p>{TWO}</div>"
        f"<div class=chapter><h1>من يدفع الأجرة؟</h1><p>{THREE}<p>{FOUR}</div>"
    ),
    "entries alike below a heading": f"<div><h1>{TITLE}</h1><p>{ONE}<h3>شهادات</h3>{ENTRIES}<p>{FOUR}</div>",
    "entries alike that speak of comments": f"<div><h1>{TITLE}</h1>"
    f"<p>{ONE}<p>التعليقات كثرت</p>{ENTRIES}<p>{FOUR}</div>",
    "a link in the midst": f"<div><h1>{TITLE}</h1><p>{ONE}"
    f"<p>{TWO}<p><a href=/a>جدول الرحلات</a><p>{THREE}<p>{FOUR}</div>",
}


@pytest.mark.parametrize("inside", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_no_paragraph_goes(inside: str) -> None:
    assert [line for line in body(f"<main>{inside}</main>") if line in ALL] == ALL


def test_verses_and_addresses_stay_one_block() -> None:
    verse = "<br>".join(["يا نهر قل لي أين يمضي العابرون", "وأنت تمضي ثم تمضي لا تعود"] * 3)
    assert "العابرون\nوأنت" in clean(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}<p>{verse}<p>{ONE}"), format="html").body


def test_lines_that_are_paragraphs_are_weighed_each_by_itself() -> None:
    lines = [ONE, TWO, "// انتهى //", THREE, FOUR, "تابعونا على واتساب"]
    assert body(f"<h1>{TITLE}</h1><div class=text>{'<br>'.join(lines)}</div>") == ALL


STORIES = {
    "headed by an h1": "<div class='news_page n{n}'><h1>{title}</h1><div class=text>{text}</div></div>",
    "numbered": "<div class=story-{n}><h1>{title}</h1><div class=text>{text}</div></div>",
    "headed by an h2": "<div class=post-item><h2 class=t>{title}</h2><div class=text>{text}</div></div>",
}


@pytest.mark.parametrize("shape", STORIES.values(), ids=STORIES.keys())
def test_the_next_story_goes(shape: str) -> None:
    other = shape.format(n=2, title="حريق في شارع الطاحونة", text=f"<p>{OTHER}<p>{OTHER.replace('الأحد', 'الخميس')}")
    assert body(f"<div id=all>{shape.format(n=1, title=TITLE, text=PARAGRAPHS)}{other}</div>") == ALL


@pytest.mark.parametrize("heading", ["تعليقات", "3 تعليقات", "التعليقات (2)"])
@pytest.mark.parametrize("tag", ["h3", "div", "p"])
def test_a_thread_goes_with_its_heading(heading: str, tag: str) -> None:
    said = (
        "ذكرتني هذه العبارة بأيام الطفولة وبيت جدي القديم قرب النهر.",
        "الوضع أسوأ مما تقولون، ومن يعش هنا يعرف ذلك.",
    )
    thread = "".join(f"<div class=k2 id=c{n}><b>راكب {n}</b><p>{text}</p></div>" for n, text in enumerate(said))
    assert body(f"<div class=x><h1>{TITLE}</h1>{PARAGRAPHS}<{tag}>{heading}</{tag}>{thread}</div>") == ALL


def test_links_go_with_the_heading_that_announces_them() -> None:
    links = "<p><b>اقرأ أيضا</b></p>"
    links += "<ul><li><a href=/1>حريق في شارع الطاحونة</a><li><a href=/2>خباز جديد في الميناء</a></ul>"
    assert body(f"<main><h1>{TITLE}</h1><p>{ONE}<p>{TWO}{links}<p>{THREE}<p>{FOUR}</main>") == ALL


@pytest.mark.parametrize("row", ["<tr>", "<tr class=r>"])
def test_a_table_is_one_thing(row: str) -> None:
    cells = [("الصنف", "أقل سعر", "أعلى سعر"), ("موز", "18", "24"), ("خوخ", "20", "35"), ("بطيخ", "30", "70")]
    table = "".join(f"{row}<td>{'<td>'.join(each)}</tr>" for each in cells)
    found = body(f"<main><h1>{TITLE}</h1><p>{ONE}<p>{TWO}<table>{table}</table><p>{THREE}<p>{FOUR}</main>")
    assert found == [ONE, TWO, *(" | ".join(each) for each in cells), THREE, FOUR]


def test_cells_of_tools_go_and_those_of_a_table_stay() -> None:
    tools = "<table><tr><td><a>نسخة للطباعة</a><td><a>أرسل إلى صديق</a></table>"
    days = "<table><tr><td>السبت<td>الأحد<tr><td>مغلقة<td>مفتوحة</table>"
    found = body(f"<main><h1>{TITLE}</h1>{tools}<p>{ONE}<p>{TWO}{days}<p>{THREE}<p>{FOUR}</main>")
    assert found == [ONE, TWO, "السبت | الأحد", "مغلقة | مفتوحة", THREE, FOUR]


@pytest.mark.parametrize("around", ["twitter-tweet", "wp-block-embed is-type-rich is-provider-twitter"])
def test_a_post_stays_with_who_wrote_it(around: str) -> None:
    said, who = "العبارة باقية، شكرا لكل من وقف معنا على الضفة في المساء.", "— أهل النهر (@river_people) May 14, 2024"
    post = f"<div class='{around}'><blockquote class=twitter-tweet><p lang=ar>{said}</p>{who}</blockquote></div>"
    assert body(f"<main><h1>{TITLE}</h1><p>{ONE}<p>{TWO}{post}<p>{THREE}<p>{FOUR}</main>") == [
        ONE,
        TWO,
        said,
        who,
        THREE,
        FOUR,
    ]


COLUMN = "a column beside the article before it"
HEADLINES = {
    "a kicker above it": f"<div><p>بعد أربعين عاما</p><h1>{TITLE}</h1>{PARAGRAPHS}</div>",
    "the linked name of the site above it": f"<h1><a href=/>صحيفة النهر</a></h1>"
    f"<div><h3>{TITLE}</h3>{PARAGRAPHS}</div>",
    "the name of the site above it": f"<div class=head><h1>صحيفة النهر</h1></div>"
    f"<div><h2>{TITLE}</h2>{PARAGRAPHS}</div>",
    COLUMN: f"<table><tr><td><p>{OTHER}</p><td><table><tr><td><h2>{TITLE}</h2><tr><td>{PARAGRAPHS}</table></table>",
    "a paragraph": f"<center><p><b><font size=5>{TITLE}</font></b></p></center><div>{PARAGRAPHS}</div>",
}


@pytest.mark.parametrize("inside", HEADLINES.values(), ids=HEADLINES.keys())
def test_the_headline(inside: str) -> None:
    found = clean(page(inside), format="html")
    assert (found.title, found.body.strip().split("\n\n")) == (TITLE, ALL)


@pytest.mark.parametrize("shape", ["a kicker above it", COLUMN])
def test_what_stands_above_the_headline_goes_for_that_reason(shape: str) -> None:
    found = clean(page(HEADLINES[shape]), format="html")
    rules = {found.document.blocks[i].text: verdict.rule for i, verdict in found.dropped.items()}
    assert rules.get("بعد أربعين عاما", rules.get(OTHER)) == "page-above-headline"


@pytest.mark.parametrize(("shape", "above"), [("a kicker above it", "بعد أربعين عاما"), (COLUMN, OTHER)])
def test_the_user_may_keep_what_stands_above_the_headline(shape: str, above: str) -> None:
    found = clean(page(HEADLINES[shape]), format="html", choice=choose(ignore=["page-above-headline"]))
    assert "page-above-headline" not in {verdict.rule for verdict in found.dropped.values()}
    assert (found.title, found.body.strip().split("\n\n")) == (TITLE, [above, *ALL])


def test_a_headline_that_only_the_shared_title_holds() -> None:
    source = f"<title>صحيفة النهر</title><meta property='og:title' content='{TITLE}'><body><h2>{TITLE}</h2>{PARAGRAPHS}"
    assert clean(source, format="html").title == TITLE


@pytest.mark.parametrize(("kept", "whole"), [([2], [2]), ([0, 2], [0, 1, 2]), ([1, 3], [1, 3])])
def test_a_list_of_which_most_stays_is_not_torn(kept: list[int], whole: list[int]) -> None:
    items = "<li>The frame is sound and needs paint.<li>Two wheels.<li>One jib."
    page = read_page(f"<ul>{items}</ul><ol><li>Another list.</ol>", Source("", "page")).columns
    assert completed(page, range(len(page.texts)), kept, 0) == whole


COURSES = ("الخبز", "النجارة", "الصيد", "الغزل", "الحدادة", "الرسم", "البستنة", "الخياطة")


@pytest.mark.parametrize("wrap", ["{}", "<div class=in>{}</div>", "<div class=in><div class=deep>{}</div></div>"])
def test_a_card_within_cards_weighs_no_less_than_a_card(wrap: str) -> None:
    told = {name: f"دورة {name} لمن يريد أن يتعلم من معلمي القرية على ضفة النهر." for name in COURSES}
    card = "<h3><a href=/{0}>{0}</a></h3><div class=say>{1}</div>"
    cards = "".join(f"<div class=course>{wrap.format(card.format(name, text))}</div>" for name, text in told.items())
    source = f"<div class=row><div class=intro><p>{ONE}</p></div></div><div class=row>{cards}</div>"
    assert set(told.values()) <= set(body(f"<div id=all>{source}</div>"))


def test_a_short_paragraph_beside_a_long_one() -> None:
    long, short = " ".join([*ALL, *ALL[::-1]]), "ولم يحضر أحد من البلدية."
    assert body(f"<div class=x><div class=y><p>{long}</p></div><div class=y><p>{short}</p></div></div>") == [
        long,
        short,
    ]


ENTRY = "<div class='{name} n{n}'><div class={writer}><b>{n}</b></div><p>{text}</p></div>"
NO_POSTS = {
    "a live report": ("live-entry", "avatar", 4),
    "two of them": ("post", "username", 2),
    "sections": ("section", "number", 4),
}


def entries(name: str, writer: str, count: int) -> str:
    return "".join(ENTRY.format(name=name, writer=writer, n=n, text=text) for n, text in enumerate(ALL[:count], 1))


@pytest.mark.parametrize(("name", "writer", "count"), NO_POSTS.values(), ids=NO_POSTS)
def test_these_are_no_posts_of_a_forum(name: str, writer: str, count: int) -> None:
    assert [text for text in body(f"<h1>{TITLE}</h1>{entries(name, writer, count)}") if text in ALL] == ALL[:count]


@pytest.mark.parametrize("writer", ["message-user", "userinfo", "poster", "postprofile", "avatar"])
def test_of_a_forum_the_first_post_stays(writer: str) -> None:
    assert body(f"<h1>{TITLE}</h1><div class=thread>{entries('post', writer, 4)}</div>")[-1] == ONE


def test_posts_in_a_box_of_an_article_stay() -> None:
    texts = "".join(f"<p>{text}</p>" for text in ALL * 2)
    box = "".join(f"<div class=quote-{n}><i class=x></i><div class=avatar>{n}</div>{OTHER} {n}</div>" for n in range(3))
    found = body(f"<h1>{TITLE}</h1><div class=text>{texts}{box}<p>{OTHER[:-1]} أيضا.</p></div>")
    assert [text for text in found if text in ALL][:4] == ALL


def test_text_outside_of_the_part_that_is_judged_breaks_nothing() -> None:
    torn = (
        "of flour</li><li>Water from the well</li></ul><div class=clear></di<div class=head>Work</div><ol><li>until "
        "the boats have left.</p>\n<p>Residents had collected three thousand signatures against it, more than half of "
        "all who live within sight of the quay.</p></div></article></main>"
    )
    assert "Residents had collected" in clean(torn, format="html").body
