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
LOADER = ["window.dataLayer = window.dataLayer || [];", "function gtag(){dataLayer.push(arguments);}"]
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
    return ["The middle of the sea", *story[:2], *code, *story[2:]]


@pytest.mark.parametrize("code", [STYLE, SCRIPT, STYLE + SCRIPT, [LONG]])
def test_code_that_an_article_speaks_of_stays(code: list[str]) -> None:
    lines = around(LESSON, *code)
    assert kept(*lines) == lines


HINTS = [  # in which the sentences right beside the code tell what it is for
    (
        "Put these lines at the end of your template and look at the page again, which ought to be as wide as it was.",
        LOADER,
    ),
    ("احفظ القالب بعد أن تضع فيه هذه الأسطر كما هي، ثم افتح المدونة من جديد لترى ما تغير في أعلاها.", LOADER),
    ("فایل را ذخیره کنید و صفحه را دوباره در مرورگر باز کنید تا ببینید که جعبه به وسط آمده است یا نه.", STYLE),
    (
        "Danach speichert man die Datei und lädt die Seite im Browser neu, und der Kasten steht, wo man ihn wollte.",
        STYLE,
    ),
    ("Enregistrez ensuite le fichier et rechargez la page dans le navigateur, et la boîte sera au milieu.", STYLE),
    ("После этого сохраните файл и обновите страницу в браузере, и блок окажется там, где вы хотели.", STYLE),
    (
        "I have no idea what I am doing wrong, for it used to move from left to right until the end of last week.",
        SCRIPT,
    ),
]


@pytest.mark.parametrize(("hint", "code"), HINTS)
def test_code_stays_beside_a_sentence_about_it(hint: str, code: list[str]) -> None:
    lines = [STORY[0], STORY[1], *code, hint, STORY[3]]
    assert kept(*lines) == lines


@pytest.mark.parametrize(
    "code",
    [
        ["img { display: block; }", ".entry img { vertical-align: bottom; }"],
        ["window.onscroll = function() {", "document.getElementById('top').style.display = 'block';", "};"],
        ["<!--[if mso]>", "<![endif]-->"],
        ["{", '"@context": "https://schema.org",', '"@type": "BoatTrip"', "}"],
    ],
)
def test_a_few_lines_between_paragraphs_that_a_writer_may_have_typed_stay(code: list[str]) -> None:
    assert kept(*around(STORY, *code)) == around(STORY, *code)


@pytest.mark.parametrize("line", ["Rating: 8/10", "Length: 12 minutes", "flour: 200 g;", "* * *"])
def test_lines_of_the_article_beside_it_stay(line: str) -> None:
    assert kept(*around(STORY, line, *STYLE, line, "The boat on the day it came.")).count(line) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["The set A = {1, 2, 3} has three members"],
        ["if (total > 12) {", "total = 12;", "}"],
        ["Where is the boat?", "In the north: at the quay;", "in the south: nowhere."],
        ["He signed the document. Nobody read it;"],
        ["سفينة (الشمال)؛"],
        ["a set of numbers {", "p = {2, 3, 5, 7}"],
        ["(a);", "(b) the document.pdf that was handed in;", "(c) the plan of the berth;"],
        ['$ for f in $(ls *.jpg); do mv "$f" old; done', "dir=$(pwd);"],
        ["document.open();", 'document.add(new Paragraph("Night ferry"));'],
        ['{"place":"north quay","hours":[' + '{"hour":12,"wind":5},' * 14 + '{"hour":26,"wind":5}]}'],
    ],
)
def test_what_only_looks_like_it_stays(lines: list[str]) -> None:
    assert kept(*around(STORY, *lines)) == around(STORY, *lines)


@pytest.mark.parametrize(
    "code", [STYLE, SCRIPT, STYLE + SCRIPT, [LONG], [DATA], [LONG, DATA], ["/* <![CDATA[ */", *SCRIPT, "/* ]]> */"]]
)
def test_what_a_converter_left_goes(code: list[str]) -> None:
    assert kept(*around(STORY, *code)) == around(STORY)


GOOGLE = [
    "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':",
    "new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],",
    "j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=",
    "'https://tags.example/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);",
    "})(window,document,'script','dataLayer','GTM-ABC123');",
]
NETWORK = [
    "window.fbAsyncInit = function() {",
    "FB.init({",
    "appId : '1234567890',",
    "version : 'v2.8'",
    "});",
    "};",
]
GALLERY = [
    "#gallery-1 {",
    "margin: auto;",
    "}",
    "#gallery-1 img {",
    "border: 2px solid #cfcfcf;",
    "}",
    "/* media.php */",
]
SEARCH = [
    "{",
    '"@context": "https://schema.org",',
    '"@type": "NewsArticle",',
    '"image": [',
    '"https://ferries.example/1.jpg"',
    "],",
    '"author": {',
    '"@type": "Person",',
    '"name": "سامر"',
    "}",
    "}",
]
OFFICE = [
    "Normal 0 false false false EN-US X-NONE AR-SA",
    "[if gte mso 9]><xml>",
    "/* Style Definitions */",
    "table.MsoNormalTable",
    '{mso-style-name:"Table Normal";',
    "mso-style-noshow:yes;",
    "font-size:11.0pt;",
    'font-family:"Calibri","sans-serif";}',
]


@pytest.mark.parametrize("code", [GOOGLE, NETWORK, GALLERY, SEARCH, OFFICE, NETWORK + GALLERY])
@pytest.mark.parametrize("place", [1, 3, 5])
def test_what_systems_write_goes_wherever_it_stands(code: list[str], place: int) -> None:
    lines = ["The middle of the sea", *STORY]
    assert kept(*lines[:place], *code, *lines[place:]) == lines


def test_furniture_of_a_lesson_goes_all_the_same() -> None:
    lines = around(LESSON, *SCRIPT)
    assert kept("Skip to content", *lines, "Leave a comment", "Comments (12)") == lines


def test_paragraphs_beside_it_stay() -> None:
    lines = [STORY[0], LOADER[0], STORY[1], ".wp-container-5 > * { margin: 0; }", STORY[2], STORY[3]]
    assert kept(*lines) == STORY


FULL = [*(LOADER * 4), *NETWORK, "gtag('config', 'UA-1');", "pages.topBanner.size = [728, 90]", "bannerHeight: 90"]
GERMAN = "Die Fähre läuft wieder aus, und auf dem Kai stand die halbe Stadt, als sie zum ersten Mal wieder ablegte."


def test_of_a_page_with_all_its_programs_the_article_stays() -> None:
    lines = [*STORY[:2], GERMAN, *STORY[2:], "Rating: 8/10", STORY[0] + " So it was."]
    assert kept(*FULL, *lines, *SCRIPT, "var x = 1;") == lines


def test_of_such_a_page_the_code_that_the_article_shows_stays() -> None:
    lines = [STORY[0], GERMAN, STORY[1], "The box of a page stands in the middle with this:", *STYLE[:4], *STORY[2:]]
    assert kept(*FULL, *lines, *SCRIPT) == lines
