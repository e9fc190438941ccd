"""The HTML pages of the shared sets, each with its site and its known body."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.bench.pages import SHARED, _fundus_text

PAGES = SHARED / "pages"


class Page(NamedTuple):
    """One page; pages of one site are left out together when weights are validated."""

    name: str
    site: str
    source: str
    body: str


def pages() -> Iterator[Page]:
    """AEB, the articles of WCXB, the newspapers in many languages, the Arabic pages."""
    for key, truth in json.loads((PAGES / "aeb/ground-truth.json").read_text("utf-8")).items():
        source = PAGES / f"aeb/html/{key}.html.gz"
        if source.exists():
            yield Page(key, _site(truth["url"]), _html(source), truth["articleBody"])
    for gold in sorted((PAGES / "wcxb/dev/ground-truth").glob("*.json")):
        source = gold.parents[1] / f"html/{gold.stem}.html.gz"
        if source.exists():
            data = json.loads(gold.read_text("utf-8"))
            yield Page(
                gold.stem,
                _site(data.get("url") or gold.stem),
                _html(source),
                data["ground_truth"].get("main_content") or "",
            )
    for gold in sorted((PAGES / "multilingual").rglob("*.json")):
        stored = sorted(
            path for path in gold.parent.glob(f"{gold.stem}_*.gz") if path.name.rsplit("_", 3)[0] == gold.stem
        )
        for source, truth in zip(stored, json.loads(gold.read_text("utf-8")).values(), strict=False):
            yield Page(source.name, gold.stem, _html(source), _fundus_text(truth.get("body") or {}))
    for expected in sorted((PAGES / "arabic").glob("*/expected.txt")):
        source = expected.with_name("source.html")
        yield Page(expected.parent.name, expected.parent.name, source.read_text("utf-8"), expected.read_text("utf-8"))


def _site(url: str) -> str:
    return (urlsplit(url if "//" in url else f"//{url}").hostname or url).removeprefix("www.")


def _html(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
