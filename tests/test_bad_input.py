"""Bad input: one clear sentence on standard error, the exit code of the plan, no traceback, nothing touched."""

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from cleaner.cli import job
from cleaner.document import Document, Verdict
from cleaner.normalize.repair import Repaired
from cleaner.outcome import CleanDocument
from tests.command import ARTICLE, BODY, PAGE, call, spawn

HTML = f"<!DOCTYPE html>\n<html><head><title>t</title></head><body><p>{ARTICLE}</p></body></html>\n"
BROKEN = """[[rule]]
id = "Not Kebab"
kind = "chrome"
lines = ["x"]
why = "?"
colour = "red"

[[rule]]
id = "no-reason"
kind = "nonsense"
pattern = "("
"""


def one_sentence(err: str) -> bool:
    return err.startswith("cleaner: ") and err.count("\n") == 1 and err.endswith("\n") and "Traceback" not in err


@pytest.mark.parametrize("command", ["clean", "fix", "check", "explain"])
@pytest.mark.parametrize(
    ("data", "word"),
    [
        (None, "no such file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (bytes(range(256)) * 40, "binary"),
        (gzip.compress(PAGE.encode()), "gzip"),
    ],
    ids=["missing", "pdf", "binary", "gzip"],
)
def test_a_bad_file(command: str, data: bytes | None, word: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    if data is not None:
        path.write_bytes(data)
    done = call(command, path)
    assert done[:2] == (3, b"")
    assert one_sentence(done.err)
    assert f"cleaner: {path}: " in done.err
    assert word in done.err
    assert data is None or path.read_bytes() == data


@pytest.mark.parametrize("command", ["clean", "fix", "check", "explain"])
@pytest.mark.parametrize("name", ["shard.jsonl", "page.txt.gz", "PAGES.PARQUET"])
def test_corpora_are_not_read_yet(command: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b'{"text": "x"}\n')
    done = call(command, path)
    assert done.code == 3
    assert one_sentence(done.err)
    assert "use cleaner corpus clean" in done.err


@pytest.mark.parametrize("command", ["clean", "fix", "check", "explain"])
def test_a_folder_a_pipe_and_a_device(command: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = spawn(command, tmp_path, tmp_path / "pipe.txt", "/dev/zero")
    assert done[:2] == (3, b"")
    assert [line.rpartition(": ")[2].partition(";")[0] for line in done.err.splitlines()] == [
        "this is a folder",
        "this is a named pipe, not a file",
        "this is a device, not a file",
    ]


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened = tmp_path / "page.txt", Path.open

    def refuse(asked: Path, *options: Any, **more: Any) -> Any:
        if asked == path:  # mode bits stop everybody but root
            raise PermissionError(13, "Permission denied")
        return opened(asked, *options, **more)

    path.write_text(PAGE, "utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    done = call("clean", path)
    assert done.code == 3
    assert done.err == f"cleaner: {path}: cannot be read (Permission denied); check its permissions\n"


@pytest.mark.parametrize("data", [b"", b"\n", " \t\u3000\n \n".encode(), b"\xef\xbb\xbf"], ids=repr)
def test_no_text_is_told_and_is_no_failure(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    for command in ("clean", "fix", "check"):
        done = call(command, path)
        assert done.code == 0
        assert one_sentence(done.err)
        assert "there is no text in it" in done.err
    assert path.read_bytes() == data


def test_bad_bytes_in_utf8_are_replaced_counted_and_placed() -> None:
    done = call("clean", stdin=ARTICLE.encode() + b"one \xff and\ntwo \xfe bytes\n")
    assert done.code == 0
    assert done.out.decode() == f"{ARTICLE}one \ufffd and\ntwo \ufffd bytes\n"
    assert one_sentence(done.err)
    assert ": 2 " in done.err
    assert "not UTF-8" in done.err
    assert "line 6" in done.err
    assert "line 7" in done.err


def test_html_may_be_taken_as_text() -> None:
    done = call("clean", "--as", "text", stdin=HTML.encode())
    assert done.code == 0
    assert BODY in done.out.decode()


@pytest.mark.parametrize("command", ["fix", "check"])
def test_a_page_is_not_rewritten(command: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML, "utf-8")
    done = call(command, path)
    assert done[:2] == (3, b"")
    assert one_sentence(done.err)
    assert "it is a page of HTML" in done.err
    assert path.read_text("utf-8") == HTML


def test_a_page_without_an_article_is_no_empty_success(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    path.write_text("<!doctype html><ul>" + "<li><a href=x>A story</a>" * 20 + "</ul>", "utf-8")
    done = call("clean", path)
    assert done[:2] == (3, b"")
    assert one_sentence(done.err)
    assert "--mode recall" in done.err
    assert b"A story" in call("clean", "--mode", "recall", path).out


@pytest.mark.parametrize("command", [("clean",), ("fix", "x.txt"), ("rules", "list")])
def test_a_broken_rule_file_names_every_mistake_with_its_line(command: tuple[str, ...], tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text(BROKEN, "utf-8")
    done = call(*command, "--rules", pack)
    assert done[:2] == (2, b"")
    places = [line.removeprefix("cleaner: ") for line in done.err.splitlines()]
    assert all(line.startswith((f"{pack}:1: ", f"{pack}:8: ")) for line in places)
    assert len(places) >= 6
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("kind = 1", "kind must be a text"),
        ('starts = "a"', "starts must be a list of texts"),
        ('max_chars = "9"', "max_chars must be a whole number"),
        ("max_chars = -1", "has max_chars = -1; 1 to 240 are allowed"),
        ("keep = 3", "keep must be true or false"),
        ("", "needs a 'kind', one of chrome, "),
    ],
)
def test_a_mistake_in_a_rule_is_told_with_what_is_right(said: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(f"[[rule]]\nid = 'a'\nwhy = 'b'\nlines = ['c']\n{said}\n", "utf-8")
    assert told in call("rules", "list", "--rules", tmp_path / "pack.toml").err


def test_another_table_in_a_pack_is_told_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("[[rules]]\nid = 'a'\n", "utf-8")
    done = call("rules", "list", "--rules", tmp_path / "pack.toml")
    assert "unknown key 'rules'; a pack has [[rule]] and [[site]] entries" in done.err


@pytest.mark.parametrize(
    "content", [None, b"id = ", b"\xff\xfe\x00", b"rule = 3"], ids=["missing", "toml", "bytes", "type"]
)
def test_a_rule_file_that_is_none(content: bytes | None, tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    if content is not None:
        pack.write_bytes(content)
    for command in (("clean", "--rules", pack), ("rules", "test", pack)):
        done = call(*command)
        assert done[:2] == (2, b"")
        assert one_sentence(done.err)
        assert str(pack) in done.err


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_id(option: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    done = call("fix", path, option, "comment-thread,comment-thraed")
    assert done[:2] == (2, b"")
    assert one_sentence(done.err)
    assert "'comment-thraed'; did you mean comment-thread" in done.err
    assert path.read_text("utf-8") == PAGE


def test_an_unknown_encoding() -> None:
    done = call("clean", "--encoding", "klingon", stdin=b"x")
    assert done[:2] == (2, b"")
    assert one_sentence(done.err)


def test_standard_input_only_once() -> None:
    assert call("clean", "-", "-")[:2] == (2, b"")


def test_the_guard_keeps_the_text_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def guarded(document: Document, *_: object) -> CleanDocument:
        return CleanDocument(document, {}, Repaired(document.source.text), guarded=True)

    monkeypatch.setattr(job, "clean_document", guarded)
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    done = call("clean", path)
    assert done[:2] == (0, PAGE.encode())
    assert one_sentence(done.err)
    assert "nearly all of the prose" in done.err
    assert call("explain", path).out.decode().count("# the rules would drop nearly all of the prose") == 1
    for command in ("fix", "check"):
        done = call(command, path)
        assert done[:2] == (3, b"")
        assert one_sentence(done.err)
    assert path.read_text("utf-8") == PAGE


def test_a_pack_that_takes_everything_meets_the_guard(tmp_path: Path) -> None:
    pack, path = tmp_path / "pack.toml", tmp_path / "page.txt"
    pack.write_text(
        '[[rule]]\nid = "all"\nkind = "chrome"\nlines = ["معرض الكتاب يفتح أبوابه في العاصمة"]\ndrops = "region"\n'
        'until = "end"\nwhy = "A bad rule."\n[[rule.example]]\ntext = "drop | معرض الكتاب يفتح أبوابه في العاصمة"\n'
        '[[rule.example]]\ntext = "keep | x"\n',
        "utf-8",
    )
    path.write_text(ARTICLE, "utf-8")
    done = call("clean", "--rules", pack, path)
    assert done[:2] == (0, ARTICLE.encode())
    assert one_sentence(done.err)
    assert call("fix", "--rules", pack, path).code == 3
    assert path.read_text("utf-8") == ARTICLE


def test_a_text_of_which_nothing_stays_is_told_and_not_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drop_all(document: Document, *_: object) -> CleanDocument:
        verdict = Verdict("x", "chrome", "?", 0, len(document.blocks))
        return CleanDocument(document, dict.fromkeys(range(len(document.blocks)), verdict), Repaired(""))

    monkeypatch.setattr(job, "clean_document", drop_all)
    path = tmp_path / "page.txt"
    path.write_text("Menu\n", "utf-8")
    done = call("clean", path)
    assert done[:2] == (0, b"")
    assert one_sentence(done.err)
    for command in ("fix", "check"):
        done = call(command, path)
        assert done[:2] == (3, b"")
        assert one_sentence(done.err)
    assert path.read_text("utf-8") == "Menu\n"
