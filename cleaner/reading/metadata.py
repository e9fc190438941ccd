"""What a page says about itself: title, author, date, site, language, address, each with where it was found."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner.reading.dates import iso_date
from cleaner.reading.html_limits import tame

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

FIELDS = ("title", "author", "date", "site", "language", "url")
_LONGEST = 500  # characters of a value
_MOST_NODES = 2000  # of JSON-LD
_ARTICLES = ("Article", "Posting", "Report", "Recipe", "Review", "WebPage")  # ends of types, the surest first
# Names of <meta> (name, property or itemprop), the surest first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "date": (
        *("article:published_time", "datepublished", "og:article:published_time", "pubdate", "publishdate", "date"),
        *("dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time"),
    ),
    "site": ("og:site_name", "application-name", "twitter:site"),
    "language": ("og:locale", "language", "dc.language"),
    "url": ("og:url",),
}
_NO_NAME = re.compile(r"^https?://|@|^\W*\d+\W*$")  # addresses and numbers
_SITE_AFTER = re.compile(r"\s[|–—·-]\s[^|–—·]{2,60}$")


class Found(NamedTuple):
    """A value, and where it stood: `json-ld headline`, `meta og:title`, `h1`, `time`, `html lang` …"""

    value: str
    where: str


Metadata = dict[str, Found]


def find_metadata(html: str) -> Metadata:
    """Of FIELDS those that the page tells; dates as ISO 8601."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(tame(html).text.encode("utf-8", "replace"))
    found: Metadata = {}
    shown: set[str] = set()  # headings: a title is one of them, without the site's name behind it
    for name, value, where in (*_json_ld(tree), *_meta(tree), *_elements(tree)):
        text = " ".join(unescape(value).split())[:_LONGEST]
        if name == "date":
            text = iso_date(text) or ""
        elif name == "language":
            text = text.replace("_", "-")
        elif name == "author" and _NO_NAME.search(text):
            text = ""
        if text:
            shown.update([text] if where == "h1" else [])
            found.setdefault(name, Found(text, where))
    if (title := found.get("title")) and (bare := _SITE_AFTER.sub("", title.value)) in shown:
        found["title"] = Found(bare, title.where)
    return {name: found[name] for name in FIELDS if name in found}


def _json_ld(tree: "LexborHTMLParser") -> Iterator[tuple[str, str, str]]:
    """The article that the page describes for machines, if there is just one kind of it."""
    nodes = [node for script in tree.css('script[type="application/ld+json"]') for node in _nodes(script.text())]
    article = next((n for kind in _ARTICLES for n in nodes if any(t.endswith(kind) for t in _types(n))), None)
    if article is None:
        return
    for name, key in (("title", "headline"), ("date", "datePublished"), ("language", "inLanguage"), ("url", "url")):
        if isinstance(article.get(key), str):
            yield name, article[key], f"json-ld {key}"
    for name, key in (("author", "author"), ("site", "publisher")):
        people = article.get(key)
        names = [_name(one, nodes) for one in (people if isinstance(people, list) else [people])]
        if any(names):
            yield name, ", ".join(filter(None, names)), f"json-ld {key}"


def _nodes(text: str) -> list[dict[str, Any]]:
    """Every object in a piece of JSON, outermost first; none where it is damaged."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    waiting = [data]
    while waiting and len(found) < _MOST_NODES:
        node = waiting.pop(0)
        if isinstance(node, dict):
            found.append(node)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return found


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)]


def _name(one: object, nodes: list[dict[str, Any]]) -> str:
    """The name of a person or an organisation, told in place or by reference."""
    if isinstance(one, str):
        return one
    if not isinstance(one, dict):
        return ""
    if "name" not in one and "@id" in one:
        one = next((node for node in nodes if node.get("@id") == one["@id"] and "name" in node), one)
    name = one.get("name")
    return name if isinstance(name, str) else ""


def _meta(tree: "LexborHTMLParser") -> Iterator[tuple[str, str, str]]:
    told: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        told.setdefault(key.lower(), attributes["content"] or "")
    for name, keys in _META.items():
        for key in keys:
            if told.get(key):
                yield name, told[key], f"meta {key}"


def _elements(tree: "LexborHTMLParser") -> Iterator[tuple[str, str, str]]:
    """What the page shows, or says of itself in other elements."""
    for node in tree.css('link[rel="canonical"]')[:1]:
        yield "url", node.attributes.get("href") or "", "link canonical"
    headings = [node for node in tree.css("h1") if node.text().strip()]
    if headings:
        yield "title", headings[0].text(separator=" "), "h1"
    for node in tree.css("title")[:1]:
        yield "title", node.text(), "title"
    for node in tree.css('[rel="author"], [itemprop="author"]')[:1]:
        yield "author", node.text(separator=" "), "author link"
    for node in tree.css("time[datetime]")[:1]:
        yield "date", node.attributes.get("datetime") or "", "time"
    if tree.root is not None:
        yield "language", tree.root.attributes.get("lang") or "", "html lang"
