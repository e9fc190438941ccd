"""`cleaner corpus check` and its hook: which records of JSON Lines are not clean, and which are broken."""

import json
import re
import shlex
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.command import ARTICLE, BODY, HEADING, MARK, PACK, PAGE, call
from tests.corpus.crawl import rows, stats
from tests.test_hooks import ROOT, git, run_hook

SLIP = ARTICLE.replace("وقال المدير", "وذهب الى المعرض وقال المدير").encode()
HTML = f"<html><body><article><h1>عنوان</h1><p>{BODY}</p></article></body></html>"
DEEP = b'{"text": ' + b"[" * 15_000
CLEAN = {
    "an article": {"text": ARTICLE},
    "numbers that fit into nothing": f'{{"n": 1e999, "m": {"9" * 5000}, "text": {json.dumps(ARTICLE)}}}'.encode(),
    "other fields": {"html": PAGE, "text": ARTICLE, "title": PAGE},
    "escapes": json.dumps({"text": ARTICLE}).encode(),
    "a carriage return": json.dumps({"text": ARTICLE}).encode() + b"\r",
    "a byte order mark": b"\xef\xbb\xbf" + json.dumps({"text": ARTICLE}).encode(),
    "line separators in a string": '{"x": "\N{LINE SEPARATOR}\x85", "text": ""}'.encode(),
    "white space": {"text": " \n\n "},
    "no line": b"",
    "a blank line": b" \t",
}
CHANGED = {
    "a related list": ({"text": PAGE}, "3 lines to remove (ar-related-heading)"),
    "a slip": (b'{"text": ' + json.dumps(SLIP.decode()).encode() + b"}", "1 word to mend"),
    "a page": ({"html": HTML}, "its text to be written anew"),
    "a control": ({"text": f"{ARTICLE}\x07"}, "its text to be written anew"),
}
BROKEN = {
    "no JSON": (b"{", "it is no valid JSON"),
    "two values": (b'{"text": ""} {}', "it is no valid JSON"),
    "no UTF-8": (b'{"text": "\xff"}', "it is not UTF-8 (at byte 11)"),
    "no object": (b"[1]", "it is no JSON object"),
    "no text": ({"body": PAGE}, "it has no field 'text' or 'html'; name the field of the text with --field"),
    "no string": ({"text": 7}, "its 'text' is no string"),
    "half a character": (b'{"text": "\\ud800"}', "half of a surrogate pair"),
    "too deep": (DEEP, "flatten the record"),
    "too long": ({"text": "a" * 40_000}, "it is larger than 0.02 MB; raise the limit with --max-size"),
}


GREEDY = (
    """
[[rule]]
id = "greedy"
kind = "chrome"
lines = ["here it begins"]
drops = "region"
until = "end"
why = "A rule that takes whole articles."
[[rule.example]]
text = """
    + '"""'
    + """
keep | The council has voted to rebuild the old bridge, and work on both banks will begin in the spring.
drop | Here it begins
drop | More
"""
    + '"""'
    + """
[[rule.example]]
text = "keep | Here it begins to rain"
"""
)
MISREAD = {"text": f"Here it begins\n{ARTICLE}"}  # the guard keeps it whole
RECORDS = [*CLEAN.values(), *(record for record, _ in CHANGED.values()), *(record for record, _ in BROKEN.values())]
LINES = [*PAGE.split("\n"), HEADING, MARK, "Here it begins", "", "Share", "12 May 2021", "الى \x07 البيت"]


def line(record: object) -> bytes:
    return record if isinstance(record, bytes) else json.dumps(record, ensure_ascii=False).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shard.jsonl"


@pytest.mark.parametrize("end", [b"", b"\n"])
@pytest.mark.parametrize("record", CLEAN.values(), ids=CLEAN)
def test_clean_records_are_not_named(file: Path, record: object, end: bytes) -> None:
    file.write_bytes(line(record) + end)
    assert call("corpus", "check", file) == (0, b"", "")


@pytest.mark.parametrize(("record", "change"), CHANGED.values(), ids=CHANGED)
def test_records_to_be_changed_are_named_with_their_number(file: Path, record: object, change: str) -> None:
    data = b"\n".join((line({"text": ARTICLE}), b"", line(record)))
    file.write_bytes(data)
    assert call("corpus", "check", file) == (1, f"{file}:3: {change}\n".encode(), "")
    assert file.read_bytes() == data


@pytest.mark.parametrize(("record", "error"), BROKEN.values(), ids=BROKEN)
def test_a_broken_record_is_told_and_costs_no_other(file: Path, record: object, error: str) -> None:
    file.write_bytes(b"\n".join((line(record), line({"text": PAGE}))))
    done = call("corpus", "check", "--max-size", "0.02", file)
    assert done.code == 3
    assert done.out.startswith(f"{file}:2: ".encode())
    assert done.err.startswith(f"cleaner: {file}: record 1: ")
    assert error in done.err
    assert done.err.count("\n") == 1


def test_a_field_of_another_name_and_a_rule_of_ones_own(file: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text(PACK, "utf-8")
    file.write_bytes(line({"body": f"{ARTICLE}\n{MARK}\n", "text": 1}))
    assert call("corpus", "check", "--field", "body", file) == (0, b"", "")
    done = call("corpus", "check", "--field", "body", "--rules", pack, file)
    assert (done.code, done.out) == (1, f"{file}:1: 1 line to remove (last-edited)\n".encode())


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.sampled_from([*RECORDS, MISREAD])
        | st.lists(st.sampled_from(LINES)).map(lambda lines: {"text": "\n".join(lines)})
        | st.text().map(lambda text: {"text": text})
        | st.binary(max_size=20).map(lambda data: data.replace(b"\n", b"")),
        max_size=8,
    ),
    st.booleans(),
)
def test_what_check_names_is_what_clean_changes(records: list[object], has_end: bool) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shard, out, pack = folder / "shard.jsonl", folder / "out", folder / "pack.toml"
        pack.write_text(PACK + GREEDY, "utf-8")
        shard.write_bytes(b"\n".join(map(line, records)) + b"\n" * has_end)
        options = ("--rules", pack, "--max-size", "0.02")
        checked = call("corpus", "check", shard, *options)
        cleaned = call("corpus", "clean", shard, "-o", out, "-j", "1", *options)
        failed = {row["number"] for row in rows(out / "failed" / "shard.jsonl.jsonl")}
        kept = [(number, old) for number, old in numbered(shard) if number not in failed]
        changed = {
            number for (number, old), (_, new) in zip(kept, numbered(out / "shard.jsonl"), strict=True) if old != new
        }
    assert {int(found[1]) for found in re.finditer(r":(\d+): ", checked.out.decode())} == changed
    assert {int(found[1]) for found in re.finditer(r": record (\d+): ", checked.err)} == failed
    assert (checked.code, cleaned.code) == (3 if failed else int(bool(changed)), 3 if failed else 0)


def numbered(path: Path) -> list[tuple[int, bytes]]:
    """The lines of a file that hold something, with their numbers."""
    return [(number, each) for number, each in enumerate(path.read_bytes().split(b"\n"), 1) if each.strip()]


def test_what_the_guard_keeps_whole_is_not_named(file: Path, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(GREEDY, "utf-8")
    file.write_bytes(line(MISREAD))
    options = ("--rules", tmp_path / "pack.toml")
    assert call("corpus", "check", file, *options) == (0, b"", "")
    assert call("corpus", "clean", file, "-o", tmp_path / "out", "-j", "1", *options).code == 0
    assert stats(tmp_path / "out")["guarded"] == 1
    assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.jsonl"], 3, "there is no such file"),
        (["."], 3, "this is no file; name the JSON Lines themselves"),
        ([], 2, "no file is named"),
        (["--encoding", "cp1256", "a.jsonl"], 2, "which are UTF-8"),
    ],
)
def test_what_cannot_be_checked_is_told(arguments: list[str], code: int, said: str) -> None:
    done = call("corpus", "check", *arguments)
    assert (done.code, done.out) == (code, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_what_is_no_json_lines_by_its_name_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    done = call("corpus", "check", tmp_path / "a.txt")
    assert (done.code, done.out) == (3, b"")
    assert done.err.endswith(
        "by its name this is no JSON Lines; run cleaner corpus clean, or cleaner check for texts\n"
    )


def hook(identifier: str) -> str:
    """A hook of the manifest, run from this installation."""
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    found = next(each for each in manifest if each["id"] == identifier)
    entry = f"{shlex.quote(sys.executable)} -m {found['entry']}"
    local = {**found, "language": "system", "entry": entry, "files": "^corpus/"}
    return str(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}))


def test_the_hook_sees_json_lines_alone_and_broken_bytes_too(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    corpus = repository / "corpus"
    corpus.mkdir(parents=True)
    git(repository, "init", "--quiet")
    shard = corpus / "shard.jsonl"
    config = hook("cleaner-check-jsonl")
    (corpus / "page.txt").write_text(PAGE, "utf-8")
    (corpus / "list.json").write_bytes(line({"text": PAGE}))
    (repository / "elsewhere.jsonl").write_bytes(line({"text": PAGE}))
    shard.write_bytes(line({"text": ARTICLE}) + b"\n")
    passed = run_hook(repository, config)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
    data = b"\n".join((line({"text": ARTICLE}), line({"text": PAGE}), b'{"text": "\xff\x00"}'))
    shard.write_bytes(data)
    failed = run_hook(repository, config)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "exit code: 3" in failed.stdout
    assert "corpus/shard.jsonl:2: 3 lines to remove" in failed.stdout
    assert "corpus/shard.jsonl: record 3: it is not UTF-8" in failed.stdout
    assert "files were modified" not in failed.stdout
    assert shard.read_bytes() == data
