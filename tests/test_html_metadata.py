"""What a page says about itself: each field from the surest place that has it."""

import json

import pytest

from cleaner import clean
from cleaner.page_cleaning import CleanPage
from cleaner.reading.dates import iso_date
from cleaner.reading.metadata import Found, find_metadata


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06T07:08:09.123+0200", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06 07:08", "2024-05-06T07:08:00"),
        ("20240506", "2024-05-06"),
        ("2024/5/6", "2024-05-06"),
        ("2024年5月6日", "2024-05-06"),
        ("Mon, 6 May 2024 10:00:00 GMT", "2024-05-06"),
        ("May 6, 2024", "2024-05-06"),
        ("05/06/2024", None),
        ("2024-13-40", None),
        ("yesterday", None),
        ("1" * 5000, None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def ld(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


LD = {
    "@type": "NewsArticle",
    "headline": "Old crane stays",
    "datePublished": "2024-05-06",
    "author": {"name": "T. Hale"},
}


@pytest.mark.parametrize(
    ("html", "name", "found"),
    [
        (
            f"<script type='application/ld+json'>{json.dumps(LD)}</script>",
            "title",
            Found("Old crane stays", "json-ld headline"),
        ),
        (
            f"<script type='application/ld+json'>{json.dumps([{'@graph': [LD]}])}</script>",
            "author",
            Found("T. Hale", "json-ld author"),
        ),
        ("<script type='application/ld+json'>{broken</script><h1>Old crane</h1>", "title", Found("Old crane", "h1")),
        ("<meta property='og:title' content='Old &amp; crane'>", "title", Found("Old & crane", "meta og:title")),
        ("<title>Old crane | Gazette</title><h1>Old crane</h1>", "title", Found("Old crane", "h1")),
        (
            "<meta property='og:title' content='Crane | Gazette'><h1>Crane</h1>",
            "title",
            Found("Crane", "meta og:title"),
        ),
        ("<title>Only this</title>", "title", Found("Only this", "title")),
        ("<meta name=author content='Tom Hale'>", "author", Found("Tom Hale", "meta author")),
        (
            "<meta name=author content='https://a.org/tom'><a rel=author>Tom</a>",
            "author",
            Found("Tom", "author link"),
        ),
        ("<time datetime='2024-05-06T07:08:09Z'>then</time>", "date", Found("2024-05-06T07:08:09+00:00", "time")),
        ("<html lang=de>", "language", Found("de", "html lang")),
        ("<meta property='og:locale' content='pt_BR'>", "language", Found("pt-BR", "meta og:locale")),
        ("<link rel=canonical href='https://example.org/a'>", "url", Found("https://example.org/a", "link canonical")),
        ("<meta property='og:site_name' content='Gazette'>", "site", Found("Gazette", "meta og:site_name")),
    ],
)
def test_fields(html: str, name: str, found: Found) -> None:
    assert find_metadata(html)[name] == found


@pytest.mark.parametrize("html", ["", "<p>x</p>", "<meta property='og:title' content=''>", "<time datetime=soon>"])
def test_what_is_not_told_is_not_made_up(html: str) -> None:
    assert find_metadata(html) == {}


def test_deep_json_is_no_traceback() -> None:
    assert find_metadata("<script type='application/ld+json'>" + "[" * 100_000 + "</script>") == {}


def test_worked_out_when_asked() -> None:
    prose = "The harbour council voted on Tuesday to keep the old crane, and engineers found its frame sound in March. "
    found = clean(f"<html lang=en><article><h1>Old crane</h1><p>{prose * 3}</p></article>", format="html")
    assert isinstance(found, CleanPage)
    assert "metadata" not in vars(found)
    assert found.metadata["title"].value == "Old crane"
