"""Scripts, styles and comments go before the parse: what else there is on the page is read as if they had stayed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaner.reading.html import read_blocks
from cleaner.reading.scripts import without_scripts

STAYS = {
    "data": '<script type="application/ld+json">\n {"@type": "Article"}</script>',
    "data in a comment": '<script type="application/ld+json"><!-- {"@type": "Article"} --></script>',
    "data with its type in disguise": '<script type="application/ld&#43;json">{}</script>',
    "in an attribute": "<p title='<script>'>One.</p><script>a()</script>",
    "a comment in an attribute": "<p title='<!--'>One.</p><p>Two.</p>",
    "in a title": "<title>The <script> tag</title><p>One.</p>",
    "in a form field": "<textarea><script></textarea><p>One.</p>",
    "a comment in a form field": "<textarea><!-- </textarea><p>One.</p>",
    "without an end": "<p>One.</p><script>two()",
    "a comment without an end": "<p>One.</p><!-- two",
    "ended at once": "<!--><p>One.</p>",
    "a picture's": "<svg><script/></svg><p>One.</p>",
    "a component": "<script-box>One.</script-box>",
    "too many attributes": f"<script {' a' * 600}></script><p>One.</p>",
}


@pytest.mark.parametrize("page", STAYS.values(), ids=STAYS)
def test_stays(page: str) -> None:
    assert without_scripts(page) == page


GOES = {
    "script": "<script>a < b</script>",
    "other data": '<script type="application/json" data-lang="old">{"a": "b"}</script>',
    "with attributes": "<script async src='/a.js?b=c'></script >",
    "that writes tags": "<script>write('<p>x</p>')</script>",
    "style": "<style>p > a { color: red }</style>",
    "shouted": "<SCRIPT>a()</Script>",
    "comment": "<!-- <p>x</p> -->",
    "comment around a script": "<!-- <script> --><!-- a()</script> -->",
    "comment for one browser": "<!--[if gt IE 8]><!--><!--<![endif]-->",
}


@pytest.mark.parametrize("page", GOES.values(), ids=GOES)
def test_goes(page: str) -> None:
    assert without_scripts(f"One{page}two") == "Onetwo"


CODE = st.sampled_from(
    ("", "a < b", "[1]", "x='<p>x</p>'", "x='<!--'", "<!-- hide\na()\n//-->", "x='<script><\\/script>'", "x='</style>'")
)
PARTS = st.one_of(
    st.sampled_from(("<p>One.</p>", "two", "<div>", "</div>", "<a>three</a> ", "<title>x<style></title>", "<br>")),
    st.builds("<{}>{}</script>".format, st.sampled_from(("script", "SCRIPT", "script async")), CODE),
    st.builds("<style>{}</style>".format, CODE.filter(lambda code: "</style>" not in code)),
    st.builds("<!--{}-->".format, st.sampled_from(("", "-", "[if IE]>", "<script>", "</script>", "<p>x</p>", "a-b"))),
    st.builds('<p title="{}">four</p>'.format, st.sampled_from(("<script>", "<!--", "<style>a</style>", "-->"))),
    st.builds("<textarea>{}</textarea>".format, st.sampled_from(("<script>", "<!--", "x"))),
)


@given(st.lists(PARTS, max_size=8).map("".join))
def test_no_block_changes(page: str) -> None:
    assert _texts(without_scripts(page)) == _texts(page)


def _texts(page: str) -> list[str]:
    root = LexborHTMLParser(page).root
    return read_blocks(root, whole=False).texts if root else []
