"""Each detector alone, at the edges of its conditions: tests/conditions.toml has a row for each."""

import tomllib
from pathlib import Path

import pytest

from cleaner.document import Action, Source, Verdict
from cleaner.judging.judge import DETECTORS, LAST
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.reading.text import read_text
from cleaner.rules.choose import rulebook

CASES = tomllib.loads((Path(__file__).parent / "conditions.toml").read_text("utf-8"))
PROSE: dict[str, str] = CASES.pop("prose")
SAID = {"- ": Action.DROP, "+ ": Action.KEEP}
ROWS = [(name, row) for name, table in CASES.items() for row in table]


def case(name: str, row: str) -> tuple[Scene, dict[int, Action]]:
    """The scene of a row, and what the detector must say of which line."""
    lines = [line for line in CASES[name][row].strip().split("\n") if line]
    expected = {i: SAID[line[:2]] for i, line in enumerate(lines) if line[:2] in SAID}
    bare = [line[2:] if line[:2] in SAID else line for line in lines]
    source = "\n".join(PROSE.get(line, line) for line in bare)
    return Scene.of(read_text(Source(source)).blocks, rulebook(("any", "ar", "en"))), expected


def verdicts(name: str, scene: Scene) -> list[Verdict]:
    """What the detector of this name says, or what the rules do."""
    found = list(find_by_rules(scene.blocks, scene.marks))
    if name == "rules":
        return found
    for detector in DETECTORS:
        said = list(detector.find(scene))
        if detector.id == name:
            return said
        found += said
    for last in LAST:
        said = list(last.find(scene, settle(found)))
        if last.id == name:
            return said
        found += said
    raise AssertionError(f"there is no detector {name}")


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}: {row}" for name, row in ROWS])
def test_detector_alone(name: str, row: str) -> None:
    scene, expected = case(name, row)
    said = {i: verdict.action for verdict in verdicts(name, scene) for i in range(verdict.first, verdict.last)}
    assert said == expected
