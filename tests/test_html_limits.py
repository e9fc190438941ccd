"""Caps: what they cut, what they leave alone, and that no page however bad takes long, is lost or is a traceback."""

import time

import pytest

from cleaner import CleanerError, clean
from cleaner.limits import USUAL
from cleaner.reading.html_limits import tame

PROSE = "The harbour council voted on Tuesday to keep the old crane, and engineers found its frame sound in March. " * 3
ARTICLE = f"<article><h1>Old crane</h1><p>{PROSE}</p></article>"
SECONDS = 10  # of CPU: ours take less than one each, a quadratic one minutes


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE,
        "<div>" * 400 + ARTICLE,
        ARTICLE + "<p>a b</p>" * 6000,
        ARTICLE + "<ul>" + "<li>a" * 6000,
        f"<div {' '.join(f'a{i}=1' for i in range(USUAL.attributes - 1))}>{ARTICLE}",
        "<div data-x='" + '{"a": "b", ' * 9000 + f"'>{ARTICLE}",
        f"<script>var a = [{'1,' * 50_000}]; if (a<b) c='</p>'</script>{ARTICLE}",
        f"<!-- {'<div>' * 6000} -->{ARTICLE}",
    ],
    ids=["small", "deep enough", "many siblings", "many items", "many attributes", "long value", "script", "comment"],
)
def test_leaves_alone(page: str) -> None:
    assert tame(page) == (page, ())


BAD = {
    "nested div": "<div>" * 100_000 + ARTICLE,
    "nested and closed": "<section>" * 50_000 + ARTICLE + "</section>" * 50_000,
    "nested lists": "<ul><li>" * 50_000 + ARTICLE,
    "readings without their word": "<rt><rp>" * 50_000 + ARTICLE,
    "groups without their choice": "<optgroup>" * 100_000 + ARTICLE,
    "links around blocks": "<a><div></a>" * 50_000 + ARTICLE,
    "a million attributes": "<div " + " ".join(f"a{i}=1" for i in range(1_000_000)) + ">" + ARTICLE,
    "attributes without values": "<div " + " ".join(f"a{i}" for i in range(100_000)) + ">" + ARTICLE,
    "attributes without spaces": "<div " + "".join(f'a{i}="x"' for i in range(100_000)) + ">" + ARTICLE,
    "attributes and spaces": "<div " + " ".join(f"a{i} = 1" for i in range(100_000)) + ">" + ARTICLE,
    "attributes and strokes": "<div " + "/".join(f"a{i}" for i in range(100_000)) + ">" + ARTICLE,
    "attributes with ends of tags in them": "<div " + " ".join(f'a{i}=">"' for i in range(300_000)) + ">" + ARTICLE,
    "attributes with tags in them": "<div " + " ".join(f'a{i}="<>"' for i in range(300_000)) + ">" + ARTICLE,
    "attributes, some with ends of tags in them": "<div "
    + " ".join(f"a{i}" if i % 100 else f'a{i}=">"' for i in range(200_000))
    + ">"
    + ARTICLE,
    "attributes of a script": f"<script {' '.join(f'a{i}' for i in range(200_000))}></script>" + ARTICLE,
    "nested components": "<x-y>" * 50_000 + ARTICLE,
}


@pytest.mark.parametrize("page", BAD.values(), ids=BAD)
def test_caps_hold_and_say_so(page: str) -> None:
    start = time.process_time()
    found = clean(page, format="html")
    assert time.process_time() - start < SECONDS
    assert "the old crane, and engineers" in found.body
    assert len(found.document.source.notes) == 1


def test_no_depth_is_lost_that_holds() -> None:
    page = "<div>" * (USUAL.depth + 100) + "<b>x</b>" * 6000 + ARTICLE
    assert PROSE.strip() in clean(page, format="html").body


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE.replace("</p>", "").replace("</article>", ""),
        ARTICLE + "<div class='x",
        ARTICLE + "<!-- ",
        ARTICLE + "<script>var a='</p>",
        "<plaintext>" + PROSE,
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>' + ARTICLE + "</body></html>",
        ARTICLE * 2,
        PROSE,
        "<p\0x y\0=1>a</p\0><\x01p>b" + ARTICLE,
        ARTICLE + "<p>\ud800</p>",
        f"<noscript>{ARTICLE}</noscript>",
        f"<form>{ARTICLE}</form>",
        "<a href=x>" * 3 + ARTICLE,
        f"<div class=menu>{ARTICLE}</div>",
        ARTICLE + "<table><tr><td colspan=9007199254740991 rowspan=99999999>x<td>y</table>",
        ARTICLE + "&amp;&#1575;&#x110000;&#0;&bogus;" * 2000,
    ],
)
def test_the_article_survives(page: str) -> None:
    assert "the old crane, and engineers" in clean(page, format="html").body


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body></body></html>",
        "<html><frameset cols=1,1><frame src=a><frame src=b></frameset></html>",
        "<script>only()</script>",
        "<ul>" + "".join(f"<li><a href=/{i}>Story number {i}</a></li>" for i in range(30)) + "</ul>",
        "<form><label>Name</label><input><label>Password</label><input type=password><button>Log in</button></form>",
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(CleanerError, match="page"):
        clean(page, format="html")


def test_recall_gives_the_best_there_is() -> None:
    page = "<ul>" + "".join(f"<li><a href=/{i}>Story number {i}</a></li>" for i in range(30)) + "</ul>"
    assert "Story number 7" in clean(page, format="html", mode="recall").text


def test_a_pdf_is_no_page() -> None:
    with pytest.raises(CleanerError):
        clean(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\n", format="html")


def test_no_control_reaches_the_article() -> None:
    found = clean(ARTICLE + f"<p>&#27;[2J&#x9b;31m {PROSE}</p>", format="html")
    assert not set("\x1b\x9b") & set(found.text)
