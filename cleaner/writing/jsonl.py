"""A document as one line of JSON: the article, its metadata, and every line that was removed, with the reason."""

import re
from functools import cache
from typing import TYPE_CHECKING

from cleaner.outcome import CleanDocument
from cleaner.page_cleaning import CleanPage

if TYPE_CHECKING:
    from json import JSONEncoder

# JSON may hold these raw, but a terminal obeys the C1 controls and `str.splitlines` cuts at the others.
_RAW = re.compile("[\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\ud800-\udfff]")


def record(clean: CleanDocument) -> str:
    """source, notes of reading, title, body, byline, removed (rule, kind, reason, line, text), repairs (by step),
    of a page metadata (value and where it was found, by field); the line end included.

    >>> from cleaner.cleaning import clean_text
    >>> print(record(clean_text("One line.", "a.txt")), end="")
    {"source": "a.txt", "notes": [], "title": null, "body": "One line.", "byline": [], "removed": [], "repairs": {}}
    """
    blocks = clean.document.blocks
    values: dict[str, object] = {
        "source": clean.document.source.name,
        "notes": list(clean.notes),
        "title": clean.title,
        "body": clean.body,
        "byline": list(clean.byline),
        "removed": [
            {"rule": v.rule, "kind": v.kind, "reason": v.reason, "line": blocks[i].line, "text": blocks[i].text}
            for i, v in sorted(clean.dropped.items())
        ],
        "repairs": {repair.step: repair.count for repair in clean.repairs},
    }
    return dumps(values | metadata(clean)) + "\n"


def metadata(clean: CleanDocument) -> dict[str, object]:
    """What a page says of itself, under "metadata": by field a value and where it was found; nothing for a text."""
    from dataclasses import fields

    if not isinstance(clean, CleanPage):
        return {}
    told = {each.name: getattr(clean.metadata, each.name) for each in fields(clean.metadata)}
    return {"metadata": {name: found and found._asdict() for name, found in told.items()}}


def dumps(value: object) -> str:
    """JSON on one line, whatever cuts it into lines, and harmless to a terminal."""
    return _RAW.sub(lambda hit: f"\\u{ord(hit[0]):04x}", _encoder().encode(value))


@cache
def _encoder() -> "JSONEncoder":
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False)
