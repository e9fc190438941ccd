"""Inputs and outputs that fsspec knows by their URL: the same files as on a disk."""

import gzip
from pathlib import Path

import pytest

from cleaner.corpus.report.report import read_report
from tests.bench.crawl import records as generated
from tests.command import ARTICLE, PAGE, call
from tests.corpus.crawl import PAGE as HTML
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


def test_documents_of_another_folder_of_a_store_are_not_forgotten() -> None:
    store = fsspec.filesystem("memory")
    for name in ("here/a.txt", "there/b.txt"):
        store.pipe(f"/docs/{name}", ARTICLE.encode())
    options = ("-o", "memory://docs-out", "-j", "1")
    assert call("corpus", "clean", "memory://docs/here", *options).code == 0
    done = call("corpus", "clean", "memory://docs/there", *options)
    assert done.code == 2
    assert "'memory:///docs/here/a.txt' is one" in done.err
    store.rm("/docs/here/a.txt")
    assert call("corpus", "clean", "memory://docs/there", *options).code == 0


def test_a_store_that_makes_no_folders_itself_gets_them(tmp_path: Path) -> None:
    (tmp_path / "crawl" / "b").mkdir(parents=True)
    (tmp_path / "crawl" / "b" / "a.jsonl").write_bytes(records(5) + b"broken\n")
    (tmp_path / "crawl" / "c.txt").write_text(PAGE, "utf-8")
    assert call("corpus", "clean", tmp_path / "crawl", "-o", tmp_path / "out", "-j", "1").code == 3
    for _ in range(2):
        done = call("corpus", "clean", f"file://{tmp_path}/crawl", "-o", f"file://{tmp_path}/by-url", "-j", "1")
        assert done.code == 3, done.err
        assert tree(tmp_path / "by-url") == tree(tmp_path / "out")


def test_what_is_learned_by_url_is_what_a_disk_would_teach(tmp_path: Path) -> None:
    fsspec.filesystem("memory").pipe("/taught/a.jsonl", b"".join(generated(300_000, sites=2)))
    fsspec.filesystem("memory").get("/taught", str(tmp_path / "taught"), recursive=True)
    for name, source in (("one", tmp_path / "taught"), ("two", "memory://taught")):
        assert call("corpus", "learn", source, "-o", tmp_path / name, "-j", "1").code == 0
    assert (tmp_path / "one").read_text("utf-8").count("[[site]]") == 2
    assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()


def test_the_report_of_a_url_is_that_of_a_folder(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    (crawl / "deep").mkdir(parents=True)
    (crawl / "a.jsonl").write_bytes(records(5) + b"broken\n" + records(2, 9))
    (crawl / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(records(3, 50)))
    (crawl / "deep" / "c.txt").write_text(PAGE, "utf-8")
    (crawl / "deep" / "d.html.gz").write_bytes(gzip.compress(HTML.encode()))
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    fsspec.filesystem("memory").put(str(crawl), "/reported", recursive=True)
    call("corpus", "clean", "memory://reported", "-o", "memory://report/out", "-j", "1")
    here, there = call("corpus", "stats", out), call("corpus", "stats", "memory://report/out")
    assert (there.code, there.out) == (0, here.out), there.err
    report = read_report(str(out), samples=True)
    assert read_report("memory://report/out", samples=True) == report
    assert len(report.kept) == len(report.samples) > 3
    pages = [tmp_path / name for name in ("here.html", "there.html")]
    for place, page in zip((str(out), "memory://report/out"), pages, strict=True):
        assert call("corpus", "stats", place, "--html", page).code == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_url_without_a_report_or_without_a_store_is_told() -> None:
    for url, code, said in (
        ("memory://nowhere", 3, "name the folder of a run of cleaner corpus clean that came to its end"),
        ("klingon://nowhere", 2, "this store cannot be reached"),
    ):
        done = call("corpus", "stats", url)
        assert (done.code, done.out) == (code, b"")
        assert said in done.err
        assert done.err.count("\n") == 1
    assert "this store cannot be reached" in call("corpus", "clean", "klingon://nowhere", "-o", "memory://out3").err


def test_out_inside_in_is_refused_and_so_is_what_is_not_there() -> None:
    fsspec.filesystem("memory").pipe("/crawl2/a.jsonl", records(1))
    assert "one in the other" in call("corpus", "clean", "memory://crawl2", "-o", "memory://crawl2/out").err
    assert "there is nothing" in call("corpus", "clean", "memory://nowhere", "-o", "memory://out2").err
