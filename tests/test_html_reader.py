"""The reader: which blocks a piece of HTML gives, whatever surrounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaner.document import Source
from cleaner.reading.html import read_blocks
from cleaner.reading.html_encoding import decode_page
from cleaner.reading.html_page import read_again, read_page
from cleaner.reading.page import WHOLE, Columns


def read(html: str, *, whole: bool = True) -> Columns:
    root = LexborHTMLParser(html).root
    assert root is not None
    return read_blocks(root, whole=whole)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>One <b>bo</b>ld <i>wo</i>rd.</p>", ["One bold word."]),
        ("<p><b>a</b> <i>b</i></p>", ["a b"]),
        ("<p><span>a</span><span> </span><span>b</span></p>", ["a b"]),
        ("<p>a<wbr>b</p><p>c</p>", ["ab", "c"]),
        ("<p>كتاب<b>ه</b> جديد</p>", ["كتابه جديد"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("<div>one<br><br>two<br>three</div>", ["one", "two\nthree"]),
        ("<div>one<br> <br>two</div>", ["one", "two"]),
        ("<div>straight<p>inside</p>behind</div>", ["straight", "inside", "behind"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<a href=x><div>card</div><p>text</p></a>", ["card", "text"]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["a | b", "c | d"]),
        ("<pre>  a\n    b\n</pre>", ["  a\n    b"]),
        ("<pre><i>a</i><i>\n</i><i>b</i><i>\n\n  </i>c</pre>", ["a\nb\n\n  c"]),
        ("<p>a\N{NO-BREAK SPACE}b\n\t c</p>", ["a b c"]),
        ("<p>&lt;b&gt; &amp; &#1575;</p>", ["<b> & ا"]),
        ("<script>x</script><style>y</style><p>z</p><template><p>t</p></template>", ["z"]),
        ("<select><option>a</select><textarea>b</textarea><p>c</p>", ["c"]),
        ("<noscript><p>read</p></noscript>", ["read"]),
        ("<x-card>one</x-card><x-card>two</x-card>", ["one", "two"]),
        ("<p>one<p>\N{ZERO WIDTH JOINER}<p>two", ["one", "two"]),
        ("<p>1<p>٢<p>。", ["1", "٢", "。"]),
        ("plain", ["plain"]),
        ("", []),
    ],
)
def test_texts(html: str, texts: list[str]) -> None:
    assert read(html).texts == texts


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<h2>a</h2><p>b</p><ul><li>c</ul>", ["h2", "p", "li"]),
        ("<blockquote><p>a</p></blockquote>", ["blockquote"]),
        ("<figure><figcaption><p>a</p></figcaption></figure>", ["figcaption"]),
        ("<ul><li><p>a</p></ul>", ["p"]),
        ("<section>a</section>", ["div"]),
    ],
)
def test_kinds(html: str, tags: list[str]) -> None:
    assert read(html).tags == tags


def test_links_are_counted_in_their_block() -> None:
    found = read("<p>see <a href=x>the <b>harbour</b></a> today</p><a href=y><div>all of it</div></a>")
    assert found.links == [len("the harbour"), len("all of it")]


def test_containers_come_parents_first() -> None:
    found = read('<div class="a b" id=c><section role=main itemprop=articleBody><p>x</p></section></div>')
    inner = found.holders[0]
    assert (found.container_tags[inner], found.hints[inner].split()) == ("section", ["main", "articleBody"])
    assert found.hints[found.parents[inner]] == "a b c"
    assert all(parent <= i for i, parent in enumerate(found.parents))


@pytest.mark.parametrize(
    "html",
    ["<nav><ul><li>Home<li>Town</ul></nav>", "<div class=share-bar>Home Town</div>", "<div hidden>Home Town</div>"],
)
def test_short_furniture_is_one_block_unless_asked(html: str) -> None:
    assert read(html).tags == [WHOLE]
    assert WHOLE not in read(html, whole=False).tags


def test_a_long_menu_is_no_menu() -> None:
    assert (
        WHOLE
        not in read("<nav>" + "<p>Somebody forgot to close this menu, and so the article is in it. </p>" * 40).tags
    )


def test_a_page_is_a_document_of_lines() -> None:
    page = read_page("<h1>One</h1><p>Two<br>three</p><ul><li>a<li>b</ul>", Source("", "a.html"))
    assert page.source.text == "One\n\nTwo\nthree\n\na\nb"
    assert [page.source.text[b.start : b.stop].strip() for b in page.blocks] == [b.text for b in page.blocks]
    assert read_again(page).source.text == page.source.text


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ('<meta charset="utf-8"><p>كتاب'.encode(), "كتاب", "utf-8"),
        ('<meta charset="windows-1256"><p>كتاب'.encode("cp1256"), "كتاب", "windows-1256"),
        (
            '<meta http-equiv=x content="text/html; charset=shift_jis"><p>港湾の評議会'.encode("cp932"),
            "港湾の評議会",
            "cp932",
        ),
        ('<meta charset="iso-8859-1"><p>“café”'.encode("cp1252"), "“café”", "windows-1252"),
        ('<meta charset="gb2312"><p>港口委员会'.encode("gb18030"), "港口委员会", "gb18030"),
        ('<meta charset="windows-1256"><p>كتاب'.encode(), "كتاب", "utf-8"),  # what it says is wrong
        (
            '<meta charset="no-such-thing"><p>كتاب جديد عن المدينة'.encode("cp1256"),
            "كتاب جديد عن المدينة",
            "windows-1256",
        ),
        ("<p>كتاب".encode("utf-16"), "كتاب", "utf-16-le"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    found = decode_page(data)
    assert (found.text.endswith(text), found.encoding) == (True, encoding)


_TAGS = "<p> </p> <div> </div> <b> </b> <a> </a> <ul> <li> </ul> <br> <table> <td> </table> <nav> </nav> <h1> <span>"
_MARKUP = st.lists(st.sampled_from(_TAGS.split()) | st.text("abcاب \n", min_size=1, max_size=5))


@given(_MARKUP)
def test_no_letter_is_lost_or_made_up(pieces: list[str]) -> None:
    html = "".join(pieces)
    letters = "".join(piece for piece in pieces if not piece.startswith("<"))
    found = "".join(read(html).texts).replace("|", "")
    assert sorted("".join(found.split())) == sorted("".join(letters.split()))


@given(_MARKUP)
def test_columns_agree(pieces: list[str]) -> None:
    found = read("".join(pieces))
    assert len(found.texts) == len(found.tags) == len(found.links) == len(found.holders)
    assert len(found.parents) == len(found.container_tags) == len(found.hints) == len(found.bits)
    assert all(
        text.strip() == text and 0 <= links <= len(text) for text, links in zip(found.texts, found.links, strict=True)
    )


def test_a_link_of_nothing_beside_a_line_break_is_nothing() -> None:
    page = read_page('<p><a href="x">&nbsp;</a><br></p><p>One line.</p>', Source("", "page"))
    assert page.columns.texts == ["One line."]


def test_the_words_of_furniture_that_is_read_as_one_do_not_grow_together() -> None:
    page = read_page("<div class=menu><ul><li>Home<li>News</ul><b>Log in</b></div><p>One line.</p>", Source("", "page"))
    assert page.columns.texts == ["Home News Log in", "One line."]
    assert page.columns.tags == [WHOLE, "p"]
