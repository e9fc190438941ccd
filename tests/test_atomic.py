"""In place: what a killed run leaves, what a live one is about to rename, other names of a file, and a polite end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.writing import atomic
from tests.command import ARTICLE, PAGE, call


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def temporary(folder: Path, host: str, pid: int) -> Path:
    path = folder / f".cleaner-{host}-{pid}-1f.tmp"
    path.write_text("half a fi", "utf-8")
    return path


def test_temporary_files_of_live_processes_and_other_machines_stay(tmp_path: Path, dead: int) -> None:
    others = [
        temporary(tmp_path, atomic._HOST, os.getpid()),
        temporary(tmp_path, "another.machine", dead),
        tmp_path / f".cleaner-{atomic._HOST}-{dead}-notes.txt",
    ]
    others[-1].write_text("mine", "utf-8")
    atomic.sweep(tmp_path)
    assert all(path.exists() for path in others)


def test_a_later_run_removes_what_a_killed_one_left(tmp_path: Path, dead: int) -> None:
    left, page = temporary(tmp_path, atomic._HOST, dead), tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    assert call("fix", page).code == 1
    assert not left.exists()
    assert page.read_text("utf-8") == ARTICLE


def test_other_names_of_a_file_are_told(tmp_path: Path) -> None:
    page, other = tmp_path / "page.txt", tmp_path / "other.txt"
    page.write_text(PAGE, "utf-8")
    other.hardlink_to(page)
    done = call("fix", page)
    assert "1 other name (hard links)" in done.err
    assert (page.read_text("utf-8"), other.read_text("utf-8")) == (ARTICLE, PAGE)


def test_a_file_that_needs_no_change_is_not_written(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE, "utf-8")
    before = page.stat()
    assert call("fix", page).code == 0
    assert (page.stat().st_mtime_ns, page.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_polite_end_leaves_no_temporary_file(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    program = (
        "import os, signal, sys\n"
        "from cleaner.cli import run\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGTERM)\n"
        f"sys.exit(run(['fix', {str(page)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + signal.SIGTERM, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
    assert page.read_text("utf-8") == PAGE
