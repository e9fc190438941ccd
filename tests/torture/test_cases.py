"""Each hostile input, as a file and on standard input: kept, or refused with one sentence, and never anything worse."""

import re
import time
from pathlib import Path

import pytest

from cleaner.corpus.inputs import kind_of
from tests.command import Done, call
from tests.corpus.crawl import rows, stats
from tests.torture.cases import CASES, COLLECTIONS, MARK, PAGES, Case

SECONDS = 6.0  # of CPU; each takes far less than one, a quadratic one minutes
_RAW = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def judge(case: Case, done: Done) -> None:
    """What must hold whatever the command was."""
    assert "Traceback" not in done.err
    assert not _RAW.search(done.err.replace("\n", ""))
    assert not _RAW.search(done.out.decode())  # and so it is UTF-8
    if case.refused:
        assert (done.code, done.out, done.err.count("\n")) == (3, b"", 1)
    elif case.kept:
        assert done.code == 0
        assert MARK in done.out.decode()
    else:
        assert done.code == 0 or (done.code == 3 and done.err)


@pytest.mark.parametrize("name", CASES | COLLECTIONS)
def test_as_a_file(name: str, tmp_path: Path) -> None:
    case = (CASES | COLLECTIONS)[name]
    path = tmp_path / name
    path.write_bytes(case.data)
    start = time.process_time()
    judge(case, call("clean", path))
    assert time.process_time() - start < SECONDS
    assert path.read_bytes() == case.data


@pytest.mark.parametrize("name", CASES)
def test_on_standard_input(name: str) -> None:
    judge(CASES[name], call("clean", stdin=CASES[name].data))


@pytest.mark.parametrize("name", [name for name in CASES if name not in PAGES])
def test_cleaned_again_it_stays_as_it_is(name: str) -> None:
    once = call("clean", stdin=CASES[name].data).out
    assert call("clean", "--as", "text", stdin=once).out == once


@pytest.mark.parametrize("name", CASES | COLLECTIONS)
def test_in_place_it_is_whole_and_mended_once(name: str, tmp_path: Path) -> None:
    case = (CASES | COLLECTIONS)[name]
    path = tmp_path / name
    path.write_bytes(case.data)
    first = call("fix", path)
    assert "Traceback" not in first.err
    if first.code == 3:
        assert path.read_bytes() == case.data
        return
    assert first.code == int(path.read_bytes() != case.data)
    before = path.stat()
    assert call("fix", path).code == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_as_a_corpus_none_is_lost(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    cases = {name: case for name, case in CASES.items() if kind_of(name)}
    for name, case in [*cases.items(), ("shard.jsonl", COLLECTIONS["shard.jsonl"])]:
        folder = crawl / Path(name).suffix[1:]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(case.data)
    done = call("corpus", "clean", crawl, "-o", out, "-j", "1")
    assert (done.code, "Traceback" in done.err) == (3, False)
    failed = {row["reason"].partition(":")[0] for path in out.glob("failed/*/*") for row in rows(path)}
    failed |= {row.get("record", "") for path in out.glob("failed/*/*") for row in rows(path)}
    total = stats(out)
    assert total["documents"] + total["failed"] == len(cases) + 1
    for name, case in cases.items():
        article = out / Path(name).suffix[1:] / Path(name).with_suffix(".txt")
        assert article.exists() != (f"{article.parent.name}/{name}" in failed)
        assert not case.kept or MARK in article.read_text("utf-8")
        assert not (case.refused and article.exists())
        assert not article.exists() or not _RAW.search(article.read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("command", [("explain",), ("clean", "--format", "jsonl"), ("clean", "--format", "markdown")])
def test_in_every_other_form(command: tuple[str, ...], name: str) -> None:
    case = CASES[name]
    judge(case, call(*command, stdin=case.data))
