"""Odd files: names that trick terminals and options, links of all kinds, modes, what is no file, many, deep folders."""

import os
import socket
import stat
from pathlib import Path

import pytest

from tests.command import Done, spawn
from tests.torture.cases import MARK, TEXT

HEADING = "مقالات ذات صلة"  # a line that goes, so that `fix` has something to do
PAGE = f"{TEXT}\n{HEADING}\n\nافتتاح حديقة جديدة\n"
NAMES = [
    *(b"new\nline.txt", b"-rf.txt", b"--help.txt", b"bad\xff\xfe.txt", b"*.txt", b"q'\"$(id).txt", b"\x1b[31mred.txt"),
    *(b" .txt", b".txt", b"a" * 251 + b".txt", "ملف\u202etxt.exe.txt".encode(), b"[bold]x[red].txt", b"NUL.txt"),
    *(b"C:x.txt", b"\x9b2J.txt", b"\xc2\x9b2J.txt", b"tab\t.txt"),
]


def write(path: Path, written: str = PAGE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, "utf-8")
    return path


def listed(folder: Path) -> list[bytes]:
    """The names in a folder, as the disk has them."""
    return sorted(os.fsencode(path.name) for path in folder.iterdir())


def calm(done: Done) -> bool:
    """No traceback, and nothing on standard error that a terminal obeys."""
    return "Traceback" not in done.err and all(sign == "\n" or sign >= " " for sign in done.err)


@pytest.mark.parametrize("command", ["clean", "fix", "check", "explain", "normalize"])
def test_names(command: str, tmp_path: Path) -> None:
    names = [os.fsdecode(name) for name in NAMES]
    for name in names:
        write(tmp_path / name)
    done = spawn(command, "--", *names, cwd=tmp_path)
    assert done.code == (1 if command in ("fix", "check") else 0)
    assert calm(done)
    assert "\x1b" not in done.out.decode("utf-8", "replace")
    assert listed(tmp_path) == sorted(NAMES)
    if command in ("fix", "check"):
        told = done.err if command == "fix" else done.out.decode()
        assert told.count("\n") == len(NAMES)
        assert r"\x1b[31mred.txt" in told
        assert r"new\x0aline.txt" in told
    assert all((HEADING in (tmp_path / name).read_text("utf-8")) == (command != "fix") for name in names)


def test_each_name_gets_its_own_output(tmp_path: Path) -> None:
    names = [os.fsdecode(name) for name in NAMES]
    for name in names:
        write(tmp_path / name)
    done = spawn("clean", "-o", "out", "--", *names, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert listed(tmp_path / "out") == sorted(NAMES)


def test_links(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    real, outside = write(tree / "real.txt"), write(tmp_path / "outside.txt")
    for name, target in {
        **{"loop1.txt": "loop2.txt", "loop2.txt": "loop1.txt", "dangling.txt": "nowhere.txt", "in.txt": "real.txt"},
        **{"out.txt": "../outside.txt", "self": "."},
    }.items():
        (tree / name).symlink_to(target)
    (tree / "hard.txt").hardlink_to(real)
    names = ["loop1.txt", "dangling.txt", "in.txt", "out.txt", "self/real.txt", "hard.txt"]
    done = spawn("fix", *names, cwd=tree)
    assert done.code == 3
    assert calm(done)
    assert "loop1.txt: " in done.err
    assert "dangling.txt: there is no such file" in done.err
    assert "in.txt: it has 1 other name (hard links)" in done.err
    assert all((tree / name).is_symlink() for name in ("loop1.txt", "dangling.txt", "in.txt", "out.txt", "self"))
    assert [HEADING in path.read_text("utf-8") for path in (real, outside, tree / "hard.txt")] == [False] * 3
    assert not [name for name in listed(tree) + listed(tmp_path) if name.endswith(b".tmp")]


def test_modes_stay(tmp_path: Path) -> None:
    modes = {"ro.txt": 0o444, "exec.txt": 0o755, "suid.txt": 0o4755, "group.txt": 0o664, "none.txt": 0o000}
    for name, mode in modes.items():
        write(tmp_path / name).chmod(mode)
    closed = write(tmp_path / "closed" / "a.txt")
    closed.parent.chmod(0o555)
    before = {name: (tmp_path / name).read_bytes() for name in modes if os.access(tmp_path / name, os.R_OK)}
    done = spawn("fix", *modes, "closed/a.txt", cwd=tmp_path)
    closed.parent.chmod(0o755)
    assert calm(done)
    for name, mode in modes.items():
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == mode
        if name in before and f"{name}: fixed" not in done.err:
            assert (tmp_path / name).read_bytes() == before[name]
    assert listed(closed.parent) == [b"a.txt"]


@pytest.mark.parametrize("command", ["clean", "fix", "check", "explain", "normalize"])
def test_what_is_no_file_is_told_and_never_waited_for(command: str, tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(tmp_path)  # the name of a socket is short
        try:
            end.bind("socket.txt")
        finally:
            os.chdir(here)
        write(tmp_path / "plain.txt")
        done = spawn(command, "folder.txt", "pipe.txt", "socket.txt", "/dev/null", "plain.txt", cwd=tmp_path)
    assert done.code == 3
    assert calm(done)
    told = ("this is a folder", "this is a named pipe", "this is a socket", "this is a device")
    assert all(done.err.count(sentence) == 1 for sentence in told)
    assert MARK in (tmp_path / "plain.txt").read_text("utf-8")
    assert command in ("fix", "check") or MARK in done.out.decode()


def test_deep_folders(tmp_path: Path) -> None:
    path = tmp_path.joinpath(*["d" * 10] * 100, "a.txt")
    write(path)
    assert spawn("fix", path).code == 1
    assert HEADING not in path.read_text("utf-8")
    assert listed(path.parent) == [b"a.txt"]
    name = path.relative_to(tmp_path)
    assert spawn("clean", "-o", "out", name, cwd=tmp_path).code == 0
    assert MARK in (tmp_path / "out" / name).read_text("utf-8")
