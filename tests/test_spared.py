"""Looks that are spared, for they would find nothing: each against the look itself, on every page of the fixtures."""

from itertools import combinations, filterfalse
from pathlib import Path

import pytest

from cleaner.document import Source
from cleaner.judging.judge import DETECTORS, FIRST
from cleaner.judging.match import find_marks, fold_keys
from cleaner.judging.scene import Scene
from cleaner.reading.text import read_text
from cleaner.rules.choose import languages_of, rulebook

PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("*/source.txt"))
MOST = 4  # languages: their parts are many


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_detector_finds_nothing_where_no_rule_has_its_trait(page: Path) -> None:
    text = page.read_text("utf-8")
    scene = Scene.of(read_text(Source(text)).blocks, rulebook(languages_of(text)))
    for detector in (*FIRST, *DETECTORS):
        if detector.asks_for is not None and scene.prose:
            lacking = {i: tuple(filterfalse(detector.asks_for, rules)) for i, rules in scene.matched.items()}
            others = {i: rules for i, rules in lacking.items() if rules}
            assert not list(detector.find(Scene(scene.blocks, scene.all_keys, others, scene.labels))), detector.id


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_fewer_languages_mark_no_line_that_all_of_them_do_not(page: Path) -> None:
    text = page.with_name("expected.txt").read_text("utf-8")
    languages = languages_of(text)[:MOST]
    keys = fold_keys(read_text(Source(text)).blocks)
    if not find_marks(keys, rulebook(languages)):
        for size in range(1, len(languages)):
            assert not any(find_marks(keys, rulebook(part)) for part in combinations(languages, size))
