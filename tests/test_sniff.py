"""HTML or text: text unless the head says otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.reading.sniff import sniff

PROSE = "La balise <p> ouvre un paragraphe et <div> une boîte ; </p> et </div> les ferment, comme on sait. "
README = (
    '<p align="center"><a href="https://example.org"><img src="a.png"></a><br><a href="/b"><img src="b">'
    "</a></p>\n\n# A project\n\nSome words about it.\n"
)
PIECE = '<div class="teaser"><p>وصل الوفد إلى <a href="/port">الميناء</a> قبل الفجر.</p></div>\n'

TEXTS = {
    "empty": "",
    "prose": "وصل الوفد إلى الميناء قبل الفجر.",
    "comparison": "If a < b and c > d, then <b>bold</b> is only bold.",
    "a tag spoken of": "The <p> tag opens a paragraph.",
    "article about HTML": PROSE * 20,
    "article that begins with a tag": "<p> is the tag of a paragraph, and <div> is that of a box. " * 10,
    "article about html": "<html> is the root of a page; <head> and <body> are its children.",
    "list of tags": "`<p>` paragraph\n`<div>` box\n`<br>` break\n`<ul>` list\n`<li>` item\n`<table>` table\n",
    "readme": README,
    "markdown": "# Title\n\nText with <br> and <kbd>Ctrl</kbd>.\n\n- <a href='x'>x</a>\n" * 5,
    "page in a fence": "```html\n<!doctype html>\n<html><body><p>x</p></body></html>\n```\n",
    "feed": "<?xml version='1.0'?>\n<rss><channel><title>t</title><link>l</link><title>t</title></channel></rss>",
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><link href="l"/><title>t</title></feed>',
    "drawing": "<svg><title>t</title><style>a</style><a href='x'>y</a></svg>",
    "other doctype": "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg></svg>",
    "component": "import x from 'y'\n\nexport default () => (\n<div><p>a</p><p>b</p><ul><li>c</li></ul></div>)\n",
    "template": "{% extends 'base' %}\n<div><p>{{ a }}</p><p>b</p><ul><li>c</li></ul></div>\n",
    "php": "<?php echo '<div><p>a</p></div>'; ?><div><p>a</p><p>b</p></div>",
    "json": '{"html": "<div><p>a</p><p>b</p><ul><li>c</li></ul></div>"}',
    "mail address": "From: Someone <someone@example.org>\n\nHello.",
    "name that begins like a tag": "<header files> and <bodywork> are what he wrote about.",
    "comment alone": "<!-- nothing -->",
    "unclosed comment": "<!-- <html><body>",
}
PAGES = {
    "doctype": "<!DOCTYPE html>\n<title>x</title>",
    "doctype, small and late": "\ufeff\n\n  <!-- saved -->\n<!doctype HTML>",
    "xhtml": '<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    "html": '<html lang="ar"><head><title>x</title></head></html>',
    "html on its own line": "<HTML>\r\nwords",
    "head": "<head><meta charset=utf-8></head>",
    "body": "<body>words</body>\n",
    "one paragraph": "<p>words</p>",
    "piece": PIECE,
    "long piece": PIECE * 100,
    "inline first": '<b>words</b><br><br>words <a href="x">y</a><br>',
    "words first": "معرض الكتاب\n" + PIECE * 3,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text(text: str) -> None:
    assert sniff(text) == "text"


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_pages(text: str) -> None:
    assert sniff(text) == "html"


@given(st.text(alphabet=st.characters(exclude_characters="<")))
def test_without_a_tag_it_is_text(text: str) -> None:
    assert sniff(text) == "text"


@given(st.text(alphabet=st.sampled_from("<>!-/?pdivhtml \n=\"'x")))
def test_any_text_gives_an_answer(text: str) -> None:
    assert sniff(text) in ("html", "text")
