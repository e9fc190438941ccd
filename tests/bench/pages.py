"""Pages of the shared sets, flattened to lines as a scraper does it, each line labelled by the page's known body."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaner.normalize.fold import fold

SHARED = Path(__file__).parents[3] / "shared"
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "button",
        "video",
        "audio",
        "iframe",
        "br",
    ]
)
_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "textarea", "math", "-comment"]
)
_WORD = re.compile(r"[぀-鿿가-힯]|\w+")  # an ideograph, kana or hangul syllable counts as a word
_GRAM = 3  # words


@dataclass(frozen=True)
class Labelled:
    """A document with one label a line: 1 article, 0 not, -1 not counted (title, byline)."""

    name: str
    lines: tuple[str, ...]
    labels: tuple[int, ...]
    weight: float = 1.0


def labelled_texts() -> Iterator[Labelled]:
    """The hand-labelled development set; titles and bylines count for nothing."""
    neutral = {"body": 1, "title": -1, "byline_date": -1}
    for line in (SHARED / "gold/text_dev.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        labels = tuple(neutral.get(label, 0) for label in record["labels"])
        yield Labelled(record["id"], tuple(record["lines"]), labels, 3.0)


def labelled_pages() -> Iterator[Labelled]:
    """Every HTML page with its lines labelled, and its body alone as a document in which all is article."""
    for name, source, body in _pages():
        lines = tuple(flatten(source))
        labels = tuple(label(lines, body))
        covered = sum(len(text) for text, is_body in zip(lines, labels, strict=True) if is_body)
        if 8 <= len(lines) <= 3000 and len(body) >= 300 and covered >= 0.8 * len(body):
            yield Labelled(name, lines, labels)
            own = tuple(filter(None, (" ".join(text.split()) for text in body.split("\n"))))
            if len(own) > 3:
                yield Labelled(name + " (body)", own, (1,) * len(own), 0.3)


def _pages() -> Iterator[tuple[str, str, str]]:
    """Name, HTML and body of each page of the AEB, WCXB and multilingual sets."""
    aeb = SHARED / "pages/aeb"
    for key, truth in json.loads((aeb / "ground-truth.json").read_text("utf-8")).items():
        if (page := aeb / "html" / f"{key}.html.gz").exists():
            yield key, _html(page), truth["articleBody"]
    for gold in sorted((SHARED / "pages/wcxb/dev/ground-truth").glob("*.json")):
        page = gold.parents[1] / "html" / f"{gold.stem}.html.gz"
        if page.exists():
            yield gold.stem, _html(page), json.loads(gold.read_text("utf-8"))["ground_truth"].get("main_content") or ""
    for gold in sorted((SHARED / "pages/multilingual").rglob("*.json")):
        stored = sorted(
            page for page in gold.parent.glob(f"{gold.stem}_*.gz") if page.name.rsplit("_", 3)[0] == gold.stem
        )
        for page, truth in zip(stored, json.loads(gold.read_text("utf-8")).values(), strict=False):
            yield page.name, _html(page), _fundus_text(truth.get("body") or {})


def _html(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def _fundus_text(body: dict[str, Any]) -> str:
    """Summary, headlines and paragraphs of a fundus article, a line each."""
    found: list[str] = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        found += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n".join(found)


def flatten(source: str) -> Iterator[str]:
    """The text of a page, one line for each block element, white space collapsed."""
    words: list[str] = []
    stack = [(LexborHTMLParser(source).root, False)]
    while stack:
        node, leaving = stack.pop()
        if node is None or node.tag in _SKIPPED:
            continue
        if node.tag == "-text":
            words.append(node.text_content or "")
            continue
        if node.tag in _BLOCKS:
            if line := " ".join("".join(words).split()):
                yield line
            words.clear()
        if not leaving:
            stack.append((node, True))
            stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]


def label(lines: tuple[str, ...], body: str) -> list[int]:
    """1 for each line that the body holds, once: by triples of words, or whole where the line is short."""
    words = _WORD.findall(fold(body))
    grams = {tuple(words[i : i + _GRAM]) for i in range(len(words))}
    whole = {tuple(_WORD.findall(fold(line))) for line in body.split("\n")}
    labels, seen = [0] * len(lines), set()
    split = [tuple(_WORD.findall(fold(line))) for line in lines]
    for i, own in enumerate(split):
        if len(own) >= 2 * _GRAM and own not in seen:
            found = [own[k : k + _GRAM] in grams for k in range(len(own) - _GRAM + 1)]
            labels[i] = int(sum(found) >= 0.7 * len(found))
            seen.update([own] if labels[i] else [])
    long = [i for i, is_body in enumerate(labels) if is_body]
    for i in range(max(0, long[0] - 2), min(len(lines), long[-1] + 4)) if long else ():
        if 0 < len(split[i]) < 2 * _GRAM and split[i] in whole:
            labels[i] = 1
    return labels
