"""`cleaner corpus stats` of what `cleaner corpus clean` has written: its numbers are those of the files there."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus.report.numbers import language_name
from cleaner.corpus.report.report import read_report
from cleaner.rules.load import LANGUAGES
from tests.command import ARTICLE, PAGE, call
from tests.corpus.crawl import PAGE as HTML
from tests.corpus.crawl import records, rows

DOCUMENTS = {"c.txt": PAGE, "d.html": HTML, "short.txt": "One.\n"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over records, packed ones and documents, some of which fail."""
    crawl, out = tmp_path_factory.mktemp("crawl"), tmp_path_factory.mktemp("run") / "out"
    (crawl / "deep").mkdir()
    (crawl / "a.jsonl").write_bytes(records(12) + b"broken\n[1]\n" + records(3, 40))
    (crawl / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(b"broken\n" + records(5, 100)))
    for name, text in DOCUMENTS.items():
        (crawl / "deep" / name).write_text(text, "utf-8")
    (crawl / "deep" / "e.html").write_text("<html><body><img src=a></body></html>", "utf-8")
    assert call("corpus", "clean", crawl, "-o", out, "-j", "1").code == 3
    return out


def articles(out: Path) -> list[str]:
    """Every text that the run put out."""
    lines = (out / "a.jsonl").read_bytes() + gzip.decompress((out / "deep" / "b.jsonl.gz").read_bytes())
    found = [json.loads(line)["text"] for line in lines.splitlines()]
    return found + [path.read_text("utf-8") for path in sorted(out.rglob("*.txt"))]


def all_rows(out: Path, folder: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / folder).rglob("*.jsonl")) for row in rows(path)]


def table(text: str, title: str) -> dict[str, list[str]]:
    """The cells of a table by their first; headings and shares are left out."""
    lines = text.split(f"# {title}\n")[1].split("\n\n")[0].splitlines()[1:]
    found = [line.replace(" %", "%").rsplit("  ") for line in lines]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in found]
    return {row[0]: row[1:] for row in cells}


def test_the_totals_are_those_of_the_files(out: Path) -> None:
    total = read_report(str(out), samples=False).stats.total
    removed, failed, texts = all_rows(out, "removed"), all_rows(out, "failed"), articles(out)
    assert (total["documents"], total["failed"]) == (len(texts), len(failed)) == (15 + 5 + 3, 2 + 1 + 1)
    assert total["chars_out"] == sum(map(len, texts))
    assert total["lines_removed"] == len(removed)
    lines, chars = Counter(row["rule"] for row in removed), Counter[str]()
    for row in removed:
        chars[row["rule"]] += len(row["text"])
    assert {rule: (row["lines"], row["chars"]) for rule, row in total["rules"].items()} == {
        rule: (lines[rule], chars[rule]) for rule in lines
    }
    assert total == json.loads((out / "stats.json").read_text("utf-8"))["total"]


def test_the_tables_say_the_same(out: Path) -> None:
    text = call("corpus", "stats", out).out.decode()
    removed, failed = all_rows(out, "removed"), all_rows(out, "failed")
    numbers = table(text, "Corpus")
    assert numbers["Documents cleaned"][0] == str(len(articles(out)))
    assert numbers["Lines removed"][0] == f"{len(removed):,}"
    assert numbers["Failed"][0] == str(len(failed))
    assert {rule: row[1] for rule, row in table(text, "Rules").items()} == {
        rule: f"{count:,}" for rule, count in Counter(row["rule"] for row in removed).items()
    }
    assert sum(int(row[0]) for row in table(text, "Sites").values()) == len(articles(out))
    assert sum(map(int, re.findall(r"^ *(\d+) +\S+:\d+ ", text.split("# Failures\n")[1], re.M))) == len(failed)


def test_samples_stand_beside_what_the_run_kept_of_them(out: Path) -> None:
    report = read_report(str(out), samples=True)
    removed, texts = all_rows(out, "removed"), articles(out)
    assert len(report.samples) > 2
    for sample in report.samples:
        kept = report.kept[sample.digest]
        assert any(text.startswith(kept.text) and (len(text) > len(kept.text)) == kept.cut for text in texts)
        gone = [(row["line"], row["rule"]) for row in removed if row["document"] == sample.name]
        assert [(row.line, row.rule) for row in sample.removed] == gone[: len(sample.removed)]
        assert len(gone) == len(sample.removed) + sample.more
    assert all(each.reason and each.examples for each in report.rules.values())
    assert ARTICLE in texts


def test_every_language_with_a_pack_has_a_name() -> None:
    named = {code for code in LANGUAGES if language_name(code) != code}
    assert {*LANGUAGES} - named == {"any", "world"}  # packs, but no languages
