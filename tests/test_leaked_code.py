"""Programs and style sheets that a converter left in a page's text; what an article shows of code stays."""

import pytest

from cleaner.cleaning import clean_text

STORY = [
    "The night ferry that carried nurses and the morning mail for forty years sails again from the north quay.",
    "After two winters at the yard, its captain said that nobody had believed in it any more, and slept on board.",
    "The mayor, who is ninety, was the first to buy a ticket, and she kept it in her coat for the whole of the trip.",
    "The boat will sail three times a week until the summer, and every night after that, if the harbour is free.",
]
LESSON = [
    "A box in CSS has a margin around it, and whoever sets it to auto on both sides finds the box in the middle.",
    "The second line gives the box a width, without which it is as wide as what it stands in, and nothing happens.",
    "Two more lines change what the box looks like on the screen of a telephone, where half of it is far too little.",
    "The last step is to look at the page with a reader of screens, since the middle is not always read first.",
]
STYLE = [
    ".story-box {",
    "margin: 0 auto;",
    "width: 49%;",
    "}",
    "@media (max-width: 600px) {",
    ".story-box { width: 90%; }",
    "}",
]
SCRIPT = ["jQuery(document).ready(function($){", "$('.slider').slick({ dots: true });", "});"]
LONG = "(function(w,d,s){w[s]=w[s]||[];w[s].push({'start':1});var f=d.getElementsByTagName(s)[0];"
LONG += (
    "f.parentNode.insertBefore(d.createElement(s),f);w.boxes={a:1,b:2,c:[1,2,3]};w.run(function(){return w.boxes;});"
)
LONG += (
    "for(var i=0;i<w.boxes.c.length;i++){w.boxes.a+=w.boxes.c[i];}w.boxes.d=function(e){return e.target;};})(window);"
)
DATA = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"The ferry","image":["https://ferries.example/1"],'
DATA += '"author":{"@type":"Person","name":"Ann Lee"},"publisher":{"@type":"Organization","name":"The Quay"},'
DATA += '"datePublished":"2021-05-12","wordCount":412}'


def kept(*lines: str) -> list[str]:
    result = clean_text("\n".join(lines))
    return [result.document.blocks[i].text for i in result.kept]


def around(story: list[str], *code: str) -> list[str]:
    return ["The middle of the page", *story[:2], *code, *story[2:]]


@pytest.mark.parametrize("code", [STYLE, SCRIPT, STYLE + SCRIPT, [LONG]])
def test_code_that_an_article_speaks_of_stays(code: list[str]) -> None:
    lines = around(LESSON, *code)
    assert kept(*lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["The set A = {1, 2, 3} has three members"],
        ["if (total > 12) {", "total = 12;", "}"],
        ["Where is the boat?", "In the north: at the quay;", "in the south: nowhere."],
        ["He signed the document. Nobody read it;"],
        ["سفينة (الشمال)؛"],
    ],
)
def test_what_only_looks_like_it_stays(lines: list[str]) -> None:
    assert kept(*around(STORY, *lines)) == around(STORY, *lines)


@pytest.mark.parametrize(
    "code", [STYLE, SCRIPT, STYLE + SCRIPT, [LONG], [DATA], [LONG, DATA], ["/* <![CDATA[ */", *SCRIPT, "/* ]]> */"]]
)
def test_what_a_converter_left_goes(code: list[str]) -> None:
    assert kept(*around(STORY, *code)) == around(STORY)


def test_furniture_of_a_lesson_goes_all_the_same() -> None:
    lines = around(LESSON, *SCRIPT)
    assert kept("Skip to content", *lines, "Leave a comment", "Comments (12)") == lines


def test_paragraphs_beside_it_stay() -> None:
    lines = [STORY[0], SCRIPT[1], STORY[1], STYLE[5], STORY[2], STORY[3]]
    assert kept(*lines) == STORY
