"""What pages say of themselves: what must not be taken for it first, then each field from each of its places."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner.reading.dates import iso_date
from cleaner.reading.linked_data import things_in
from cleaner.reading.metadata import Found, Metadata, read_metadata

LD = '<script type="application/ld+json">{}</script>'
GRAPH = '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2024-05-01"}]}'


def read(page: str) -> Metadata:
    return read_metadata(LexborHTMLParser(page))


NOT_DATES = ["3/4/2020", "1234567", "2024-13-40", "version 2.10.2019.1", "soon", "", "42 March 2020", "99.99.2020"]
DATES = [
    ("2024-05-01", "2024-05-01"),
    ("2024-05-01T10:20:30Z", "2024-05-01T10:20:30+00:00"),
    ("2024-05-01 10:20 +0300", "2024-05-01T10:20:00+03:00"),
    ("20240501", "2024-05-01"),
    ("2024/5/1", "2024-05-01"),
    ("1714558800", "2024-05-01T10:20:00+00:00"),
    ("1714558800000", "2024-05-01T10:20:00+00:00"),
    ("Wed, 01 May 2024 10:20:00 GMT", "2024-05-01"),
    ("Updated May 1st, 2024", "2024-05-01"),
    ("Publié le 1er mai 2024 à 10h20", "2024-05-01"),
    ("1 de mayo de 2024", "2024-05-01"),
    ("1.5.2024, 10:20 Uhr", "2024-05-01"),
    ("الأربعاء 1 مايو 2024", "2024-05-01"),
    ("1 كانون الثاني 2024", "2024-01-01"),
    ("2024年5月1日", "2024-05-01"),
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_date(text: str) -> None:
    assert iso_date(text) is None


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates(text: str, date: str) -> None:
    assert iso_date(text) == date


def test_a_page_that_says_nothing() -> None:
    assert read("<p>Some text.</p>") == Metadata()


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>The Harbour Gazette</title><h1>The Harbour Gazette</h1>", ("The Harbour Gazette", "h1")),
        (
            "<title>Old pier reopens | The Gazette</title><h1>The Gazette</h1><h1>Old pier reopens</h1>",
            ("Old pier reopens", "h1"),
        ),
        (
            '<meta property="og:site_name" content="The Gazette"><title>Old pier reopens | The Gazette</title>',
            ("Old pier reopens", "title"),
        ),
        ('<meta property="og:title" content="Old &amp; new"><h1>Menu</h1>', ("Old & new", "meta og:title")),
        (LD.format('{"@type":"NewsArticle","headline":"Old pier"}'), ("Old pier", "json-ld headline")),
    ],
)
def test_title(page: str, title: tuple[str, str]) -> None:
    assert read(page).title == Found(*title)


@pytest.mark.parametrize(
    ("page", "author"),
    [
        ('<meta property="article:author" content="https://example.com/mona">', None),
        ('<meta name="author" content="@gazette">', None),
        ('<div class="byline">All the news of the harbour and of the town, every day of the week.</div>', None),
        ('<meta name="author" content="Mona Haddad">', ("Mona Haddad", "meta author")),
        (
            LD.format('{"@type":"Article","author":[{"name":"Mona Haddad"},{"name":"Ali Saleh"}]}'),
            ("Mona Haddad, Ali Saleh", "json-ld author"),
        ),
        ('<div class="byline">By Mona Haddad | 4 May</div>', ("Mona Haddad", "[class*=byline]")),
        ('<span itemprop="author">بقلم: منى حداد</span>', ("منى حداد", "[itemprop=author]")),
    ],
)
def test_author(page: str, author: tuple[str, str] | None) -> None:
    assert read(page).author == (author and Found(*author))


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ("<time>yesterday</time>", None),
        ('<meta property="article:modified_time" content="2024-06-01">', ("2024-06-01", "meta article:modified_time")),
        (
            '<meta property="article:modified_time" content="2024-06-01"><time datetime="2024-05-01">1 May</time>',
            ("2024-05-01", "time[datetime]"),
        ),
        (LD.format(GRAPH), ("2024-05-01", "json-ld datePublished")),
    ],
)
def test_date(page: str, date: tuple[str, str] | None) -> None:
    assert read(page).date == (date and Found(*date))


def test_site_language_and_address() -> None:
    page = read(
        '<html lang="pt-br"><meta property="og:site_name" content="Gazeta"><link rel=canonical href="/a">'
        '<meta property="og:url" content="https://gazeta.example/a">'
    )
    assert (page.site, page.language) == (Found("Gazeta", "meta og:site_name"), Found("pt-BR", "html lang"))
    assert page.url == Found("https://gazeta.example/a", "meta og:url")


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article"} -->',
        '//<![CDATA[\n{"@type": "Article"}\n//]]>',
        '{"@type": "Article",}',
        '{"@type": "Article"};',
        '[[{"@type": ["WebPage", "Article"]}]]',
        '{"@type": "https://schema.org/Article", "text": "a\tb"}',
    ],
)
def test_linked_data_as_sites_write_it(script: str) -> None:
    assert [thing.kind for thing in things_in([script])] in (["article"], ["webpage"])


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, '{"@type": 7}', "null", '"Article"'])
def test_linked_data_that_is_none(script: str) -> None:
    assert list(things_in([script])) == []
