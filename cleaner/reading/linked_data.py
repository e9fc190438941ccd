"""JSON-LD: the things a page describes for search engines, read as leniently as sites write it."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

_LONGEST = 2_000_000  # characters of one script
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MOST = 1000  # things of a page


class Thing(NamedTuple):
    """kind: its type in lower case, of several the one that says most; values: as parsed."""

    kind: str
    values: dict[str, Any]


def things_in(scripts: Iterable[str]) -> Iterator[Thing]:
    """The things in some scripts, outermost first; what is no JSON is passed over.

    >>> [thing.kind for thing in things_in(['{"@graph": [{"@type": ["Thing", "NewsArticle"]}]}', "oops"])]
    ['newsarticle']
    """
    for script in scripts:
        todo = [_parsed(script)]
        for _ in range(_MOST):
            if not todo:
                break
            value = todo.pop()
            if isinstance(value, list):
                todo += reversed(value[:_MOST])
            elif isinstance(value, dict):
                if kind := _kind(value.get("@type")):
                    yield Thing(kind, value)
                todo += [value[key] for key in ("itemListElement", "mainEntity", "@graph") if key in value]


def _parsed(script: str) -> Any:
    text = _WRAPPING.sub("", script[:_LONGEST])
    for form in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _kind(types: Any) -> str:
    names = [
        name.lower().rpartition("/")[2]
        for name in (types if isinstance(types, list) else [types])
        if isinstance(name, str)
    ]
    return max(names, key=len, default="")


def names_of(value: Any) -> list[str]:
    """The texts of a value that may be a text, a thing with a name, or a list of such; each once.

    >>> names_of([{"@type": "Person", "name": "Mona Haddad"}, "Sami &amp; Co"])
    ['Mona Haddad', 'Sami & Co']
    """
    found: dict[str, None] = {}
    for item in value if isinstance(value, list) else [value]:
        text = item.get("name") or item.get("@id") if isinstance(item, dict) else item
        if isinstance(text, list):
            text = next(iter(text), None)
        if isinstance(text, str | int) and str(text).strip():
            found[" ".join(unescape(str(text)).split())] = None
    return list(found)
