"""`cleaner corpus clean` from end to end, in this process where that is enough."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.corpus import inputs
from tests.command import ARTICLE, PACK, PAGE, call
from tests.corpus.crawl import PAGE as HTML
from tests.corpus.crawl import records, rows, start, stats, tree


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """Every kind of file, some records of which fail."""
    folder = tmp_path / "crawl"
    (folder / "news").mkdir(parents=True)
    (folder / "a.jsonl").write_bytes(records(40) + b"broken\n" + records(3, 40))
    (folder / "news" / "b.jsonl.gz").write_bytes(gzip.compress(records(5, 100)))
    (folder / "news" / "c.txt").write_text(PAGE, "utf-8")
    (folder / "news" / "d.html").write_text(HTML, "utf-8")
    (folder / "news" / "e.html").write_text("<html><body><img src=a></body></html>", "utf-8")
    return folder


def test_everything_goes_in_and_comes_out_or_is_told(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = call("corpus", "clean", crawl, "-o", out, "-j", "1")
    assert done.code == 3
    assert done.out == b""
    assert "2 records failed" in done.err
    assert sorted(tree(out)) == [
        "_done/a.jsonl.json",
        "_done/news/b.jsonl.gz.json",
        "_done/news/documents-00000.json",
        "a.jsonl",
        "failed/a.jsonl.jsonl",
        "failed/news/documents-00000.jsonl",
        "news/b.jsonl.gz",
        "news/c.txt",
        "news/d.txt",
        "removed/a.jsonl.jsonl",
        "removed/news/b.jsonl.gz.jsonl",
        "removed/news/documents-00000.jsonl",
        "stats.json",
    ]
    assert (out / "news" / "c.txt").read_text("utf-8") == ARTICLE
    assert (out / "news" / "d.txt").read_text("utf-8").startswith("The ferry\n")
    assert len(gzip.decompress((out / "news" / "b.jsonl.gz").read_bytes()).splitlines()) == 5
    [broken] = rows(out / "failed" / "a.jsonl.jsonl")
    assert (broken["number"], broken["record"]) == (41, "broken")
    total = stats(out)
    assert (total["documents"], total["failed"]) == (43 + 5 + 2, 2)
    removed = [row for path in (out / "removed").rglob("*.jsonl") for row in rows(path)]
    assert len(removed) == total["lines_removed"] == sum(rule["lines"] for rule in total["rules"].values())
    assert sum(rule["chars"] for rule in total["rules"].values()) == sum(len(row["text"]) for row in removed)


def test_stats_add_up_from_shards_sites_and_languages(crawl: Path, tmp_path: Path) -> None:
    call("corpus", "clean", crawl, "-o", tmp_path / "out", "-j", "1")
    found = json.loads((tmp_path / "out" / "stats.json").read_text("utf-8"))
    total = found["total"]
    for name, value in total.items():
        if isinstance(value, int):
            assert value == sum(shard[name] for shard in found["shards"].values())
    for table in ("sites", "languages"):
        for count in ("documents", "chars_in", "chars_out", "lines_removed"):
            assert sum(row[count] for row in total[table].values()) == total[count]
    assert set(total["sites"]) == {"", "site0.example", "site1.example", "site2.example"}


def test_the_same_bytes_for_any_number_of_workers(crawl: Path, tmp_path: Path) -> None:
    (crawl / "large.jsonl").write_bytes(records(250, 1000))
    for jobs in ("1", "3"):
        process = start(crawl, "-o", tmp_path / jobs, "-j", jobs)
        process.communicate(timeout=60)
        assert process.returncode == 3
    assert tree(tmp_path / "1") == tree(tmp_path / "3")


def test_a_second_run_writes_nothing_but_stats(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.name != "stats.json"}
    before = tree(out)
    assert call("corpus", "clean", crawl, "-o", out, "-j", "1").code == 3
    assert tree(out) == before
    assert all(path.stat().st_mtime_ns == time for path, time in times.items() if path.name != ".cleaner-lock")


def test_cleaning_what_is_clean_changes_nothing(crawl: Path, tmp_path: Path) -> None:
    (crawl / "news" / "e.html").unlink()
    (crawl / "a.jsonl").write_bytes(records(20))
    assert call("corpus", "clean", crawl, "-o", tmp_path / "once", "-j", "1").code == 0
    assert call("corpus", "clean", tmp_path / "once", "-o", tmp_path / "twice", "-j", "1").code == 0
    once, twice = tree(tmp_path / "once"), tree(tmp_path / "twice")
    assert {name: data for name, data in once.items() if name.endswith((".gz", ".txt", "a.jsonl"))} == {
        name: data for name, data in twice.items() if name.endswith((".gz", ".txt", "a.jsonl"))
    }
    assert stats(tmp_path / "twice")["lines_removed"] == 0


def test_a_shard_that_changed_is_done_anew_the_others_not(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    kept = (out / "news" / "b.jsonl.gz").stat().st_mtime_ns
    (crawl / "a.jsonl").write_bytes(records(7))
    (crawl / "news" / "c.txt").write_text("<html><img src=a>", "utf-8")
    assert call("corpus", "clean", crawl, "-o", out, "-j", "1").code == 3
    assert call("corpus", "clean", crawl, "-o", tmp_path / "fresh", "-j", "1").code == 3
    assert tree(out) == tree(tmp_path / "fresh")  # with neither the old failures nor the output of c.txt
    assert (out / "news" / "b.jsonl.gz").stat().st_mtime_ns == kept


def test_of_fewer_documents_fewer_groups_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_FILES", 2)
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    for name in "abcde":
        (crawl / f"{name}.txt").write_text(PAGE, "utf-8")
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    (crawl / "a.txt").unlink()
    (crawl / "b.txt").unlink()
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    call("corpus", "clean", crawl, "-o", tmp_path / "fresh", "-j", "1")
    there = tree(out)
    assert {name: there[name] for name in there if name not in ("a.txt", "b.txt")} == tree(tmp_path / "fresh")


@pytest.mark.parametrize(
    ("arguments", "packages"),
    [
        (["a.parquet"], "pyarrow"),
        (["a.warc"], "fastwarc"),
        (["a.jsonl.zst"], "backports.zstd"),
        (["s3://bucket/crawl"], "fsspec"),
        (["a.jsonl", "--scheduler", "127.0.0.1:8786"], "distributed fsspec"),
    ],
)
def test_a_library_that_is_missing_is_told_before_anything_is_written(
    arguments: list[str], packages: str, tmp_path: Path
) -> None:
    (tmp_path / arguments[0].replace("/", "")).write_bytes(b"")
    libraries = ("pyarrow", "fastwarc", "backports.zstd", "compression.zstd", "fsspec", "distributed")
    script = f"import sys; sys.modules |= dict.fromkeys({libraries}); from cleaner.cli import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", script, "corpus", "clean", *arguments, "-o", "out"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.endswith(f"pip install {packages}\n".encode())
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_gone_is_made_again(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    before = tree(out)
    (out / "a.jsonl").unlink()
    (out / "news" / "d.txt").unlink()
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    assert tree(out) == before


@pytest.mark.parametrize("option", ["ignore", "rules", "digits"])
def test_other_rules_or_options_are_refused_unless_forced(option: str, crawl: Path, tmp_path: Path) -> None:
    out, pack = tmp_path / "out", tmp_path / "pack.toml"
    pack.write_text(PACK, "utf-8")
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    before = tree(out)
    other: dict[str, tuple[str | Path, ...]] = {
        "ignore": ("--ignore", "ar-related-heading"),
        "rules": ("--rules", pack),
        "digits": ("--digits", "arabic"),
    }
    done = call("corpus", "clean", crawl, "-o", out, "-j", "1", *other[option])
    assert done.code == 2
    assert "give --force to clean them anew" in done.err
    assert tree(out) == before
    assert call("corpus", "clean", crawl, "-o", out, "-j", "1", "--force", *other[option]).code == 3
    call("corpus", "clean", crawl, "-o", tmp_path / "fresh", "-j", "1", *other[option])
    assert tree(out) == tree(tmp_path / "fresh")


def test_fail_fast_ends_at_the_first_failure_and_tells_it(crawl: Path, tmp_path: Path) -> None:
    done = call("corpus", "clean", crawl, "-o", tmp_path / "out", "-j", "1", "--fail-fast")
    assert done.code == 3
    assert "a.jsonl, record 41: it is no valid JSON" in done.err
    assert not (tmp_path / "out" / "a.jsonl").exists()


def test_documents_as_json_lines(crawl: Path, tmp_path: Path) -> None:
    call("corpus", "clean", crawl / "news", "-o", tmp_path / "out", "-j", "1", "--format", "jsonl")
    found = rows(tmp_path / "out" / "documents-00000.jsonl")
    assert [row["id"] for row in found] == ["c.txt", "d.html"]
    assert found[0]["text"] == ARTICLE


def test_clean_names_the_command_for_corpora(crawl: Path) -> None:
    assert "cleaner corpus clean" in call("clean", crawl / "a.jsonl").err
    assert "cleaner corpus clean" in call("clean", crawl / "news" / "c.txt", "--max-size", "0.0001").err


def test_a_packed_document_that_is_damaged_is_kept_as_far_as_it_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(PAGE.encode()) + b"rubbish")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
    assert (
        call("corpus", "clean", tmp_path / "a.txt.gz", tmp_path / "b.txt.gz", "-o", tmp_path / "o", "-j", "1").code == 3
    )
    [row] = rows(tmp_path / "o" / "failed" / "documents-00000.jsonl")
    assert row["record"] == PAGE
    assert row["reason"].startswith("a.txt.gz: the gzip stream is damaged")
    assert not (tmp_path / "o" / "a.txt.gz").exists()
    assert gzip.decompress((tmp_path / "o" / "b.txt.gz").read_bytes()).decode() == ARTICLE


def test_names_that_are_no_unicode_are_kept(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    (crawl / os.fsdecode(b"\xff.txt")).write_text(PAGE, "utf-8")
    (crawl / os.fsdecode(b"\xfe.html")).write_text("<img src=a>", "utf-8")
    (crawl / os.fsdecode(b"\xff.jsonl")).write_bytes(records(1))
    for form in ("same", "jsonl"):
        assert call("corpus", "clean", crawl, "-o", tmp_path / form, "-j", "1", "--format", form).code == 3
        assert (tmp_path / form / os.fsdecode(b"\xff.jsonl")).exists()
    assert (tmp_path / "same" / os.fsdecode(b"\xff.txt")).read_text("utf-8") == ARTICLE


def made(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(PAGE, "utf-8")
    return folder


@pytest.mark.parametrize("form", ["same", "jsonl"])
def test_documents_of_another_folder_are_not_forgotten_for_these(form: str, tmp_path: Path) -> None:
    one, other, out = made(tmp_path / "one", "a.txt", "b.txt"), made(tmp_path / "other", "c.txt"), tmp_path / "out"
    options = ("-o", out, "-j", "1", "--format", form)
    call("corpus", "clean", one, *options)
    before = tree(out)
    for given in (other, one / "b.txt"):
        done = call("corpus", "clean", given, *options)
        assert (done.code, tree(out)) == (2, before)
        assert f"{str(one / 'a.txt')!r} is one" in done.err
    assert call("corpus", "clean", one, other, *options).code == 0
    assert stats(out)["documents"] == 3
    assert call("corpus", "clean", other, *options, "--force").code == 0
    assert stats(out)["documents"] == 1


@pytest.mark.parametrize(("name", "old", "new"), [("a.jsonl", records(1), records(2)), ("a.txt", b"one\n", b"two\n")])
def test_another_file_of_the_same_name_is_not_replaced_in_silence(
    name: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    for folder, data in (("one", old), ("copy", old), ("other", new)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(data)
    options = ("-o", tmp_path / "out", "-j", "1")
    for given in ("one", "copy", "one"):
        assert call("corpus", "clean", tmp_path / given, *options).code == 0
    before = tree(tmp_path / "out")
    done = call("corpus", "clean", tmp_path / "other", *options)
    assert (done.code, tree(tmp_path / "out")) == (2, before)
    assert str(tmp_path / "one" / name) in done.err
    assert str(tmp_path / "other" / name) in done.err
    assert call("corpus", "clean", tmp_path / "other", *options, "--force").code == 0
    (tmp_path / "other" / name).write_bytes(old + new)  # the same file, of which more has come
    assert call("corpus", "clean", tmp_path / "other", *options).code == 0


def test_a_copy_of_a_folder_goes_on_where_the_folder_was_left(tmp_path: Path) -> None:
    made(tmp_path / "one", "a.txt")
    made(tmp_path / "copy", "a.txt", "b.txt")
    for given in ("one", "copy"):
        assert call("corpus", "clean", tmp_path / given, "-o", tmp_path / "out", "-j", "1").code == 0
    assert stats(tmp_path / "out")["documents"] == 2


def test_a_file_called_like_a_group_is_none(tmp_path: Path) -> None:
    crawl, out = made(tmp_path / "crawl", "a.txt"), tmp_path / "out"
    (crawl / "documents-2021.jsonl").write_bytes(records(1))
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    marker = out / "_done" / "documents-2021.jsonl.json"
    kept = marker.stat().st_mtime_ns
    call("corpus", "clean", crawl, "-o", out, "-j", "1")
    assert marker.stat().st_mtime_ns == kept
