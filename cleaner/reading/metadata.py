"""What a page says of itself: title, author, date, site, language, address, each with where it was found.

JSON-LD, OpenGraph, other `meta` elements, `time` and `h1`, in an order of trust that differs by field. Nothing here is
needed to find the article, so it is worked out only when somebody asks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cleaner.reading.dates import iso_date
from cleaner.reading.linked_data import Thing, names_of, things_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LONGEST = 500  # characters of a value
_ARTICLES = ("article", "posting", "report", "recipe", "review", "story")  # ends of the types of a page's main thing
_SEPARATOR = re.compile(r" ?[|·•»—–] ?| - | :: ")
_NOT_LETTER = re.compile(r"[\W_]+")
_BY = re.compile(
    r"(?i)^(?:(?:written|posted|published|story|text|words) )?"
    r"(?:by|par|von|por|di|da|door|av|af|yazan|بقلم|كتب|كتبت|كتبه|نوشته)\b[\s:]*"
)
_AFTER_NAME = re.compile(r"\s*(?:[|•·\n]|\s[-–—]\s|\bon \d|\bupdated\b|\d{1,2}[./ ]).*", re.S | re.I)
_META = {
    "title": "og:title twitter:title dc.title dcterms.title title parsely-title sailthru.title",
    "author": "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author",
    "date": "article:published_time og:published_time article:published datepublished publish-date publishdate pubdate"
    " dc.date.issued dcterms.created dc.date dcterms.date parsely-pub-date citation_publication_date date",
    "site": "og:site_name application-name apple-mobile-web-app-title dc.publisher",
    "language": "og:locale content-language dc.language language",
    "url": "og:url twitter:url",
}
_CHANGED = ("last-modified", "article:modified_time", "og:updated_time")  # a date better than none
_TIMES = (
    "time[itemprop*=datePublished]",
    "time[pubdate]",
    "article time[datetime]",
    "time[datetime]",
    "article time",
    "time",
)
_BYLINES = (
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "a[rel=author]",
    "[class*=author-name]",
    "[class*=byline] a",
    "[class*=byline]",
    "[class*=author] a",
    "[class~=author]",
)
_LONGEST_NAME = 60  # characters


class Found(NamedTuple):
    """A value and where the page gives it."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """date: ISO 8601; author: names, parted by commas; language: a tag such as en or pt-BR; url: the canonical one."""

    title: Found | None = None
    author: Found | None = None
    date: Found | None = None
    site: Found | None = None
    language: Found | None = None
    url: Found | None = None


def read_metadata(tree: "LexborHTMLParser") -> Metadata:
    """What a parsed page says of itself.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page = '<html lang=ar><meta property="og:title" content="عنوان"><meta name=date content="2024-05-01">'
    >>> read_metadata(LexborHTMLParser(page)).date
    Found(value='2024-05-01', origin='meta date')
    """
    metas = _metas(tree)
    things = list(things_in(node.text() for node in tree.css("script[type='application/ld+json']")))
    article = next((thing for thing in things if thing.kind.endswith(_ARTICLES)), Thing("", {}))
    site = _first([*_from_metas(metas, "site"), *_from_things(things, ("publisher",)), *_sites(things)])
    return Metadata(
        title=_title(tree, metas, article, site.value if site else ""),
        author=_first(_authors(tree, metas, article)),
        date=_first(_dates(tree, metas, article, things)),
        site=site,
        language=_first(_languages(tree, metas, article)),
        url=_first(_urls(tree, metas, article)),
    )


def _first(found: Iterable[Found]) -> Found | None:
    return next((Found(value, origin) for each, origin in found if (value := _in_short(each))), None)


def _in_short(value: str) -> str:
    return " ".join(value.split())[:_LONGEST]


def _metas(tree: "LexborHTMLParser") -> dict[str, str]:
    """Name or property of each `meta` element, in lower case → its content; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := attributes.get(key):
                found.setdefault(name.lower(), attributes.get("content") or "")
    return found


def _from_metas(metas: dict[str, str], field: str) -> Iterator[Found]:
    return (Found(metas[name], f"meta {name}") for name in _META[field].split() if metas.get(name))


def _from_things(things: Iterable[Thing], keys: tuple[str, ...]) -> Iterator[Found]:
    """Names or texts under some keys of JSON-LD things."""
    for thing in things:
        for key in keys:
            if names := names_of(thing.values.get(key)):
                yield Found(", ".join(names), f"json-ld {key}")


def _sites(things: Iterable[Thing]) -> Iterator[Found]:
    return _from_things([thing for thing in things if thing.kind == "website"], ("name",))


def _title(tree: "LexborHTMLParser", metas: dict[str, str], article: Thing, site: str) -> Found | None:
    """The heading of the page that another source agrees with, else the best other source without the site's name."""
    head = tree.css_first("title")
    titles = [*_from_things([article], ("headline", "name")), *_from_metas(metas, "title")]
    titles += [Found(head.text(), "title")] if head else []
    titles = [each._replace(value=_without_site(_in_short(each.value), site)) for each in titles]
    headings = [Found(node.text(separator=" "), "h1") for node in tree.css("h1")]
    agreed = [heading for heading in headings if any(_is_said(heading.value, each.value) for each in titles)]
    return _first([*agreed, *titles, *headings])


def _is_said(heading: str, title: str) -> bool:
    """Whether a heading is a title, or shares most of its words with it: search engines get one of their own."""
    letters = _letters(heading)
    if letters and letters in _letters(title):
        return 2 * len(letters) >= len(_letters(title))
    words, others = (set(re.findall(r"\w{3,}", text.lower())) for text in (heading, title))
    return 2 * len(words & others) > len(words)


def _letters(text: str) -> str:
    return _NOT_LETTER.sub("", text).lower()


def _without_site(title: str, site: str) -> str:
    """The title without the site's name at its end or beginning."""
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()].strip(), title[cut.end() :].strip()
        if site and _letters(after) == _letters(site) and before:
            return before
        if site and _letters(before) == _letters(site) and after:
            return after
    return title


def _authors(tree: "LexborHTMLParser", metas: dict[str, str], article: Thing) -> Iterator[Found]:
    sources = [*_from_things([article], ("author", "creator")), *_from_metas(metas, "author")]
    yield from (each for each in sources if each.value.strip()[:1].isalpha() and not each.value.startswith("http"))
    for selector in _BYLINES:
        for node in tree.css(selector)[:3]:
            name = _AFTER_NAME.sub("", _BY.sub("", " ".join(node.text(separator=" ").split())))
            if 2 < len(name) <= _LONGEST_NAME and not any(sign in name for sign in ".:@/?!"):
                yield Found(name, selector)


def _dates(tree: "LexborHTMLParser", metas: dict[str, str], article: Thing, things: list[Thing]) -> Iterator[Found]:
    sources = [*_from_things([article], ("datePublished", "dateCreated", "uploadDate")), *_from_metas(metas, "date")]
    sources += [*_from_things(things, ("datePublished",))]
    for selector in _TIMES:
        for node in tree.css(selector)[:3]:
            sources += [Found(node.attributes.get("datetime") or "", selector), Found(node.text(), selector)]
    sources += [Found(metas[name], f"meta {name}") for name in _CHANGED if name in metas]
    sources += [*_from_things(things, ("dateModified",))]
    yield from (Found(date, origin) for value, origin in sources if (date := iso_date(value)))


def _languages(tree: "LexborHTMLParser", metas: dict[str, str], article: Thing) -> Iterator[Found]:
    root = tree.css_first("html")
    said = [Found(root.attributes.get("lang") or root.attributes.get("xml:lang") or "", "html lang")] if root else []
    for value, origin in (*said, *_from_metas(metas, "language"), *_from_things([article], ("inLanguage",))):
        if found := re.match(r"\s*([A-Za-z]{2,3})(?:[_-]([A-Za-z]{2,4}))?(?![A-Za-z])", value):
            yield Found("-".join(filter(None, (found[1].lower(), found[2] and found[2].upper()))), origin)


def _urls(tree: "LexborHTMLParser", metas: dict[str, str], article: Thing) -> Iterator[Found]:
    link = tree.css_first("link[rel=canonical]")
    said = [Found(link.attributes.get("href") or "", "link canonical")] if link else []
    sources = (*said, *_from_metas(metas, "url"), *_from_things([article], ("url", "mainEntityOfPage")))
    yield from (each for each in sources if each.value.startswith(("http://", "https://")))
