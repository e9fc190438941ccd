"""Reading one file and writing it back: encodings, links, modes, and what happens when the writing fails."""

import codecs
import os
import stat
from pathlib import Path

import pytest

from cleaner.errors import CleanerError
from cleaner.files import read, read_bytes, rewritten
from cleaner.writing.atomic import write_atomically
from tests.command import ARTICLE, MARK, PACK, PAGE, call, spawn

BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@pytest.mark.parametrize(
    ("encoding", "bom", "options"),
    [
        ("utf-8", b"", ()),
        *((encoding, bom, ()) for encoding, bom in BOMS.items()),
        ("utf-32-be", codecs.BOM_UTF32_BE, ()),
        ("cp1256", b"", ("--encoding", "windows-1256")),
        ("utf-16-le", b"", ("--encoding", "utf-16-le")),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
def test_fix_writes_back_encoding_bom_and_line_ends(
    encoding: str, bom: bytes, options: tuple[str, ...], line_end: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(bom + PAGE.replace("\n", line_end).encode(encoding))
    assert call("fix", *options, path).code == 1
    assert path.read_bytes() == bom + ARTICLE.replace("\n", line_end).encode(encoding)


def test_a_missing_last_line_end_stays_missing(tmp_path: Path) -> None:
    path, pack = tmp_path / "page.txt", tmp_path / "pack.toml"
    pack.write_text(PACK, "utf-8")
    path.write_text(f"{MARK}\n\n{ARTICLE.rstrip()}", "utf-8")
    assert call("fix", "--rules", pack, path).code == 1
    assert path.read_text("utf-8") == ARTICLE.rstrip()


def test_controls_and_mojibake_are_mended_in_place(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(f"\ufeff{ARTICLE}A \x1b[31mred\x1b[0m line.\x00\n".encode())
    done = call("fix", path)
    assert done.code == 1
    assert path.read_bytes() == codecs.BOM_UTF8 + f"{ARTICLE}A red line.\n".encode()
    assert "2 terminal sequences removed" in done.err


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (PAGE.encode("cp1256"), "--encoding windows-1256"),
        (PAGE.encode() + b"a bad \xff byte\n", "--encoding"),
        (ARTICLE.encode("cp1256"), "--encoding windows-1256"),
        (f"<!doctype html><html><body><p>{ARTICLE}</p></body></html>".encode(), "HTML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
    ],
    ids=["guessed", "damaged", "guessed-clean", "html", "binary"],
)
@pytest.mark.parametrize("command", ["fix", "check"])
def test_what_was_not_read_for_sure_is_not_written(command: str, data: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    done = call(command, path)
    assert done[:2] == (3, b"")
    assert done.err.count("\n") == 1
    assert word in done.err
    assert path.read_bytes() == data


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    original = read_bytes("سطر\n".encode("cp1256"), "a.txt", encoding="windows-1256")
    with pytest.raises(CleanerError, match="has no character"):
        rewritten(original, "漢")


def test_what_did_not_change_keeps_its_bytes() -> None:
    data = codecs.BOM_UTF16_BE + "a\r\nb\rc\n\n".encode("utf-16-be")
    original = read_bytes(data, "a.txt")
    assert rewritten(original, original.document.source.text) is data


def test_mode_and_link_stay(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    target, link = folder / "target.txt", tmp_path / "link.txt"
    target.write_text(PAGE, "utf-8")
    target.chmod(0o640)
    link.symlink_to("folder/target.txt")
    assert call("fix", link).code == 1
    assert link.is_symlink()
    assert target.read_text("utf-8") == ARTICLE
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["target.txt"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "^C"])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("old", "utf-8")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(CleanerError if isinstance(error, OSError) else KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_text("utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["page.txt"]


def test_the_new_file_is_on_disk_before_it_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text("old", "utf-8")
    steps = []
    fsync, replace = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        steps.append(f"sync {os.fstat(handle).st_size}")
        fsync(handle)

    def note_replace(beside: Path, target: Path) -> Path:
        steps.append(f"replace {str(os.getpid()) in beside.name} {beside.parent == target.parent}")
        return replace(beside, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    write_atomically(path, b"newer")
    assert steps == ["sync 5", "replace True True"]
    assert path.read_bytes() == b"newer"


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # what access(2) tells everybody but root
    done = call("fix", path)
    assert done.code == 3
    assert "read-only" in done.err
    assert path.read_text("utf-8") == PAGE


def test_pipes_of_the_shell_are_read() -> None:
    pipe, its_end = os.pipe()
    with os.fdopen(its_end, "wb") as end:
        end.write(ARTICLE.encode())
    try:
        assert read(f"/dev/fd/{pipe}") == ARTICLE.encode()
    finally:
        os.close(pipe)


def test_notes_of_reading_are_told_with_the_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(ARTICLE.encode("cp1256"))
    done = call("clean", path)
    assert done[:2] == (0, ARTICLE.encode())
    assert done.err == f"cleaner: {path}: the encoding was guessed as windows-1256; --encoding names another\n"


def test_odd_file_names(tmp_path: Path) -> None:
    names = [b"-rf.txt", b"new\nline.txt", b"bad\xff.txt", b"\x1b[31mred.txt", b"[bold]x.txt", "ملف\u202e.txt".encode()]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text(PAGE, "utf-8")
    done = spawn("fix", "--", *map(os.fsdecode, names), cwd=tmp_path)
    assert done.code == 1
    assert done.err.splitlines() == [
        rf"cleaner: {name}: fixed, 3 lines dropped"
        for name in ("-rf.txt", r"new\x0aline.txt", r"bad\xff.txt", r"\x1b[31mred.txt", "[bold]x.txt", r"ملف\u202e.txt")
    ]
    assert all((tmp_path / os.fsdecode(name)).read_text("utf-8") == ARTICLE for name in names)
    assert len(list(tmp_path.iterdir())) == len(names)


@pytest.mark.parametrize("command", ["clean", "fix", "normalize"])
def test_a_file_over_the_limit_is_refused_with_the_option_that_raises_it(command: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    done = call(command, "--max-size", "0.0001", path)
    assert (done.code, done.out) == (3, b"")
    assert done.err == (
        f"cleaner: {path}: it is larger than 0.0001 MB; raise the limit with --max-size, or, "
        "if it holds many documents, use cleaner corpus clean\n"
    )
    assert path.read_text("utf-8") == PAGE


def test_standard_input_has_the_same_limit_and_the_configuration_may_raise_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "pyproject.toml"
    for size, code in (("0.0001", 3), ("1", 0)):
        config.write_text(f"[tool.cleaner]\nmax-size = {size}\n", "utf-8")
        assert call("clean", stdin=PAGE.encode()).code == code
    config.write_text('[tool.cleaner]\nmax-size = "big"\n', "utf-8")
    assert "needs a finite number above 0 for 'max-size'" in call("clean", stdin=b"").err
