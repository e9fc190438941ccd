"""Floors under the scores of the labelled development set, where it is at hand. A floor falls only by an edit here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cleaner.cleaning import clean_text
from cleaner.judging.site_name import letters
from cleaner.normalize.fold import fold

GOLD = Path(__file__).parents[2] / "shared" / "gold"
SEEDS = GOLD.parent / "seeds"
FLOORS = {"chars": 0.985, "lines": 0.955, "document_mean": 0.98}

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the development sets are not part of the project")


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / "text_dev.jsonl").read_text("utf-8").splitlines()]


def raw(record: dict[str, Any]) -> str:
    """The document as a scraper left it: `gaps` says how many line ends follow each line."""
    gaps = record.get("gaps") or "1" * (len(record["lines"]) - 1) + "0"
    return "".join(line + "\n" * int(gap) for line, gap in zip(record["lines"], gaps, strict=True))


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    outputs = tmp_path_factory.mktemp("scores") / "outputs.jsonl"
    rows = [{"id": record["id"], "text": clean_text(raw(record)).text} for record in records()]
    outputs.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, *map(str, (GOLD / "score.py", GOLD / "text_dev.jsonl", "--outputs", outputs, "--json"))]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_f1_stays_above_its_floor(scores: dict[str, Any], name: str) -> None:
    assert scores[name]["f1"] >= FLOORS[name]


def test_clean_documents_lose_nothing(scores: dict[str, Any]) -> None:
    assert scores["false_deletion"]["clean_docs_chars"] <= 0.001
    assert scores["false_deletion"]["clean_docs_untouched"] == 1


@pytest.mark.parametrize("record", records() if GOLD.exists() else [], ids=lambda record: record["id"])
def test_second_run_changes_nothing_and_the_guard_is_silent(record: dict[str, Any]) -> None:
    once = clean_text(raw(record))
    assert not once.guarded
    assert clean_text(once.text).text == once.text


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda seed: seed.stem)
def test_seeds_come_out_as_expected_but_for_spelling(seed: Path) -> None:
    expected = (GOLD / "seeds_expected" / seed.name).read_text("utf-8").strip().splitlines()
    got = clean_text(seed.read_text("utf-8")).text.strip().splitlines()
    assert [letters(fold(line)) for line in got] == [letters(fold(line)) for line in expected]
