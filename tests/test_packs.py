"""Every example of every shipped rule: the rule alone, then with the whole rulebook around it."""

import marshal
import os
from copy import copy
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.judging.examples import dropped, matched
from cleaner.normalize.fold import EDGES, fold
from cleaner.rules import packed
from cleaner.rules.compile import Rulebook, Shelf
from cleaner.rules.load import LANGUAGES, PACKS, folded, parse_language
from cleaner.rules.rule import Example, Rule

RULES = [rule for language in LANGUAGES for rule in parse_language(PACKS / language)]
BOOK = Rulebook(Shelf(map(folded, RULES)))
CASES = [pytest.param(rule, example, id=f"{rule.id}/{n}") for rule in RULES for n, example in enumerate(rule.examples)]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_alone(rule: Rule, example: Example) -> None:
    assert matched(rule, example) == [is_drop != rule.keep for is_drop, _ in example.lines]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_with_whole_rulebook(rule: Rule, example: Example) -> None:
    takers = dropped(BOOK, example)
    assert [taker is not None for taker in takers] == [is_drop for is_drop, _ in example.lines], (rule.id, takers)


@given(st.lists(st.text('09.:/|()°•@"-#*← éaب'), max_size=5))
@example([line for rule in RULES for example in rule.examples for _, line in example.lines])
def test_lines_that_tell_nothing_of_loose_rules_match_none(lines: list[str]) -> None:
    keys = {key: key.strip(EDGES) for key in map(fold, lines)}
    patient = copy(BOOK)
    patient._mute = b""  # every line tells something
    assert BOOK.matches(keys) == patient.matches(keys)


ENTRY = {"id": "a", "kind": "chrome", "why": "?"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        marshal.dumps({"seal": 0, "rules": [ENTRY]})[:-5],
        marshal.dumps(7),
        marshal.dumps({"seal": 0}),
        marshal.dumps({"seal": 0, "rules": [ENTRY | {"hue": 1}]}),
    ],
    ids=["empty", "cut short", "a number", "no rules", "a field of another version"],
)
def test_a_packed_file_that_cannot_be_read_is_none(data: bytes, tmp_path: Path) -> None:
    (tmp_path / packed.NAME).write_bytes(marshal.dumps({"seal": 0, "rules": [ENTRY]}))
    assert packed.read(tmp_path) is not None
    (tmp_path / packed.NAME).write_bytes(data)
    assert packed.read(tmp_path) is None


def test_ids_are_unique_over_all_packs() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_packed_rules_equal_the_toml(language: str, tmp_path: Path) -> None:
    folder = PACKS / language
    for pack in folder.glob("*.toml"):
        (tmp_path / pack.name).write_bytes(pack.read_bytes())
    rules = parse_language(folder)
    packed.write(tmp_path, rules)
    read = packed.read(tmp_path) or ()
    assert list(map(astuple, read)) == [astuple(replace(rule, examples=())) for rule in rules]
    source, later = packed.sources(tmp_path)[0], (tmp_path / packed.NAME).stat().st_mtime_ns + 10**9
    os.utime(source, ns=(later, later))
    assert packed.read(tmp_path) is not None  # touched, not changed
    source.write_text(source.read_text("utf-8") + "# changed\n", "utf-8")
    os.utime(source, ns=(later, later))
    assert packed.read(tmp_path) is None
