"""How far a corpus has come: a bar with rate, time left and failures on a terminal, a line now and then elsewhere."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaner.cli import progress
from cleaner.corpus.inputs import Inputs
from cleaner.corpus.parts import Shard
from cleaner.corpus.runner import Step
from tests.corpus.crawl import records
from tests.test_cli import on_terminal


def test_a_line_is_said_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_bytes(bytes(8_000_000))
    inputs = Inputs((Shard("a.jsonl", "jsonl", ((str(tmp_path / "a.jsonl"), "a.jsonl"),)),), 0)
    steps = [Step(2_000_000, 9, 0), Step(4_000_000, 1_500, 2), Step(6_000_000, 1_600, 2), Step(8_000_000, 3_000, 2)]
    clock = iter([0.0, 10.0, 40.0, 60.0, 80.0])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    assert [*progress.shown(steps, inputs)] == steps
    assert capsys.readouterr().err.splitlines() == [
        "cleaner: 50% read, 0.1 MB/s, 1,500 documents, 2 failed",
        "cleaner: 100% read, 0.1 MB/s, 3,000 documents, 2 failed",
    ]


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    for number in range(8):  # a rate takes more than one step
        (tmp_path / "crawl" / f"{number}.jsonl").write_bytes(records(5) + b"broken\n")
    code, got = on_terminal("corpus", "clean", tmp_path / "crawl", "-o", tmp_path / "out", "-j", "1")
    assert code == 3
    bar = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", got.decode())
    assert re.search(r"([\d.]+)/\1 \wB [\d.,]+ \wB/s \d:\d\d:\d\d 40 documents, 8 failed", bar), bar
    assert "8 records failed" in bar
