"""The page of `cleaner corpus stats --html`: whole in itself, harmless, and as a browser shows it."""

import json
import os
import re
import shutil
import subprocess
from html import escape, unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.command import call
from tests.corpus_out import HOSTILE, written

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="there is no chromium; on Debian: apt-get install chromium")
FRAME = """<!doctype html><meta name="color-scheme" content="light dark">
<iframe width={width} height=900 srcdoc="{page}">"""
WIDTHS = {"desk": 1200, "phone": 390}
SCHEMES = {"light": [], "dark": ["--force-dark-mode"]}
VOID = ("meta",)
MEASURE = """
<script>
const colour = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const found = getComputedStyle(at).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (found.length == 3 || found[3] == 1) return found;
  }
};
const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255).map(
  (v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
document.querySelectorAll("details").forEach((each) => each.open = true);
const own = [...document.body.querySelectorAll("*")].filter(
  (each) => [...each.childNodes].some((node) => node.nodeType == 3 && node.data.trim())
);
const texts = [...document.querySelectorAll("p.text")];
const arabic = texts.find((each) => each.textContent.startsWith("مقالات"));
const english = texts.find((each) => each.textContent.startsWith("Share this"));
const edges = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
  return [text.left - box.left, box.right - text.right];
};
const measured = {
  contrast: Math.min(...own.map((e) => contrast(getComputedStyle(e).color.match(/[\\d.]+/g).map(Number), colour(e)))),
  paper: light(colour(document.body)),
  overflow: document.documentElement.scrollWidth - innerWidth,
  width: innerWidth,
  scripts: document.scripts.length,
  images: document.images.length,
  loaded: performance.getEntriesByType("resource").length,
  arabic: edges(arabic),
  english: edges(english),
  directions: [arabic, english].map((each) => getComputedStyle(each).direction),
};
parent.document.documentElement.dataset.measured = JSON.stringify(measured);
</script>
"""


class Reader(HTMLParser):
    """The elements and texts of a page; every element must be closed in turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    file = folder / "page.html"
    done = call("corpus", "stats", written(folder / "out"), "--html", file)
    assert (done.code, done.out) == (0, b"")
    assert done.err == f"cleaner: {file}: written; open it in a browser\n"
    return file


@pytest.fixture(scope="module")
def reader(page: Path) -> Reader:
    return Reader(page.read_text("utf-8"))


def test_it_loads_nothing(page: Path, reader: Reader) -> None:
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base"} & {t for t, _ in reader.elements}
    attributes = {name: value for _, attrs in reader.elements for name, value in attrs.items()}
    assert not {"src", "srcset", "action", "background"} & attributes.keys()
    assert not any(name.startswith("on") for name in attributes)
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in reader.elements)
    style = page.read_text("utf-8").partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_lines_are_text(reader: Reader) -> None:
    assert reader.texts.count(HOSTILE) == 3  # an example, a removed line, a kept line
    assert r"red \x1b[31m\u202eexe.txt" in reader.texts
    assert "<b>.example" in reader.texts
    assert "A heading & a list <under> it." in reader.texts


def test_headings_and_tables_tell_their_order(reader: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    tags = [tag for tag, _ in reader.elements]
    assert tags.count("caption") == tags.count("table") == 6
    assert all(attrs.get("scope") in ("row", "col") for tag, attrs in reader.elements if tag == "th")
    links = {(attrs.get("href") or "")[1:] for tag, attrs in reader.elements if tag == "a"}
    assert links <= {attrs.get("id") for _, attrs in reader.elements}


def test_texts_have_their_own_direction(reader: Reader) -> None:
    texts = [attrs for tag, attrs in reader.elements if tag == "p" and attrs.get("class") == "text"]
    assert texts
    assert all(attrs.get("dir") == "auto" for attrs in texts)


def test_the_same_corpus_gives_the_same_page(page: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    call("corpus", "stats", written(tmp_path / "out"), "--html", again)
    assert again.read_bytes() == page.read_bytes()


def test_rows_beyond_the_top_are_folded_away(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    call("corpus", "stats", "--top", "1", written(tmp_path / "out"), "--html", file)
    assert {"2 more", "3 more"} <= {*Reader(file.read_text("utf-8")).texts}


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    done = call("corpus", "stats", written(tmp_path / "out"), "--html", tmp_path / "nowhere" / "page.html")
    assert (done.code, done.out) == (2, b"")
    assert "page.html: there is no such folder; make it first" in done.err
    (tmp_path / "page.html").mkdir()
    done = call("corpus", "stats", tmp_path / "out", "--html", tmp_path / "page.html")
    assert (done.code, done.out) == (3, b"")
    assert "page.html: cannot be written" in done.err


def browse(page: Path, profile: Path, *options: str) -> bytes:
    """What the browser prints of a page."""
    common = ["--headless=new", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        common.append("--no-sandbox")  # it has none for root
    command = [str(BROWSER), *common, *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout


@needs_browser
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("device", WIDTHS)
def test_a_browser_shows_it_well(page: Path, tmp_path: Path, device: str, scheme: str) -> None:
    width = WIDTHS[device]
    source = re.sub("<meta http-equiv.*>\n", "", page.read_text("utf-8")).replace("</body>", f"{MEASURE}</body>")
    framed = tmp_path / "framed.html"  # no window of this browser is as narrow as a phone
    framed.write_text(FRAME.format(width=width, page=escape(source)), "utf-8")
    shown = browse(framed, tmp_path, *SCHEMES[scheme], "--window-size=1300,1000", "--dump-dom").decode()
    told = re.match(r'<!DOCTYPE html>\s*<html data-measured="([^"]*)"', shown)
    assert told
    measured = json.loads(unescape(told[1]))
    assert measured["width"] == width
    assert measured["overflow"] <= 0
    assert measured["contrast"] >= 4.5
    assert (measured["paper"] > 0.8) == (scheme == "light")
    assert (measured["scripts"], measured["images"], measured["loaded"]) == (1, 0, 0)  # the one that measures
    assert measured["directions"] == ["rtl", "ltr"]
    assert measured["arabic"][0] > measured["arabic"][1]
    assert measured["english"][0] < measured["english"][1]


@needs_browser
def test_a_browser_makes_a_picture_of_it(page: Path, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    browse(page, tmp_path, "--window-size=1200,1600", f"--screenshot={picture}")
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 1200
    assert len(data) > 30_000  # an empty one has some 10,000
