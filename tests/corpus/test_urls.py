"""Inputs and outputs that fsspec knows by their URL: the same files as on a disk."""

from pathlib import Path

import pytest

from tests.command import call
from tests.corpus.crawl import records, tree

fsspec = pytest.importorskip("fsspec")


def test_what_is_read_and_written_by_url_is_what_a_disk_would_hold(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    (crawl / "b").mkdir(parents=True)
    (crawl / "a.jsonl").write_bytes(records(5) + b"broken\n")
    (crawl / "b" / "c.txt").write_text("One.\n", "utf-8")
    store = fsspec.filesystem("memory")
    store.put(str(crawl), "/crawl", recursive=True)
    assert call("corpus", "clean", crawl, "-o", tmp_path / "out", "-j", "1").code == 3
    for _ in range(2):  # the second finds all done
        done = call("corpus", "clean", "memory://crawl", "-o", "memory://out", "-j", "1")
        assert done.code == 3, done.err
        found = {path.removeprefix("/out/"): store.cat(path) for path in store.find("/out")}
        assert found == tree(tmp_path / "out")
    done = call("corpus", "clean", "memory://crawl/*.jsonl", "memory://crawl/b/c.txt", "-o", "memory://two", "-j", "1")
    assert done.code == 3, done.err
    assert {path for path in store.find("/two") if "_done" not in path and "stats" not in path} == {
        "/two/a.jsonl",
        "/two/c.txt",
        "/two/failed/a.jsonl.jsonl",
        "/two/removed/a.jsonl.jsonl",
    }


def test_out_inside_in_is_refused_and_so_is_what_is_not_there() -> None:
    fsspec.filesystem("memory").pipe("/crawl2/a.jsonl", records(1))
    assert "one in the other" in call("corpus", "clean", "memory://crawl2", "-o", "memory://crawl2/out").err
    assert "there is nothing" in call("corpus", "clean", "memory://nowhere", "-o", "memory://out2").err
