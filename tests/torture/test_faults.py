"""Whatever ends a run that rewrites files: each is wholly the old or wholly the new one, and the next run tidies."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.torture.cases import TEXT
from tests.torture.test_names import PAGE

FILES = 60
CLEAN = [sys.executable, "-m", "cleaner", "clean"]


def numbered(text: str, number: int) -> str:
    """The same text with a number in its midst."""
    return text.replace("the flood", f"the flood of {1800 + number}")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for i in range(FILES):
        (tmp_path / f"{i:03}.txt").write_text(numbered(PAGE, i), "utf-8")
    return tmp_path


def start(tree: Path, *, full: bool = False) -> "subprocess.Popen[bytes]":
    """`fix` over all files of a folder. full: as on a disk on which nothing more can be written."""

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    names = [str(path) for path in sorted(tree.glob("*.txt"))]
    command = [sys.executable, "-m", "cleaner", "fix", *names]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=no_room if full else None
    )


def exit_code(process: "subprocess.Popen[bytes]") -> int:
    process.communicate()
    return process.returncode


def state(tree: Path) -> tuple[int, int, int]:
    """How many files are new, and how many are there that are neither new nor old, or are no file of ours."""
    old = {f"{i:03}.txt": numbered(PAGE, i) for i in range(FILES)}
    new = {f"{i:03}.txt": numbered(TEXT, i) for i in range(FILES)}
    found = {path.name: path.read_text("utf-8") for path in tree.glob("*.txt")}
    torn = sum(name not in found or found[name] not in (old[name], new[name]) for name in old)
    return (
        sum(found.get(name) == new[name] for name in new),
        torn,
        len({path.name for path in tree.iterdir()} - old.keys()),
    )


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_end_in_the_middle(sign: signal.Signals, code: int, tree: Path) -> None:
    process = start(tree)
    while state(tree)[0] < FILES // 4:
        time.sleep(0.002)
        assert process.poll() is None
    process.send_signal(sign)
    err = process.communicate()[1]
    done, torn, litter = state(tree)
    assert (process.returncode, b"Traceback" in err, torn) == (code, False, 0)
    assert done < FILES
    assert litter == 0 or sign == signal.SIGKILL
    assert exit_code(start(tree)) == 1
    assert state(tree) == (FILES, 0, 0)


def test_a_full_disk(tree: Path) -> None:
    process = start(tree, full=True)
    err = process.communicate()[1]
    assert process.returncode == 3
    assert err.count(b"it is as it was before") == FILES
    assert state(tree) == (0, 0, 0)


def test_two_at_once(tree: Path) -> None:
    pair = [start(tree), start(tree)]
    errors = [process.communicate()[1] for process in pair]
    assert not any(b"Traceback" in err for err in errors)
    assert all(process.returncode in (0, 1) for process in pair)
    assert state(tree) == (FILES, 0, 0)


def test_a_second_run_writes_nothing(tree: Path) -> None:
    assert exit_code(start(tree)) == 1
    before = {path: path.stat() for path in tree.iterdir()}
    assert exit_code(start(tree)) == 0
    assert all(
        (path.stat().st_mtime_ns, path.stat().st_ino) == (was.st_mtime_ns, was.st_ino) for path, was in before.items()
    )


def shell(script: str, data: Path) -> "subprocess.CompletedProcess[bytes]":
    command = " ".join(f"'{part}'" for part in CLEAN)
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script.replace('CLEAN', command)}", "bash", str(data)],
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        ('CLEAN < "$1" > /dev/full', 3, b"standard output cannot be written"),
        ('CLEAN < "$1" >&-', 3, b"standard output is closed"),
        ('CLEAN < "$1" | head -c 10', 141, b""),
        ("CLEAN <&-", 3, b"standard input is closed"),
        ('CLEAN "$1" 2>&- >/dev/full', 3, b""),
        ("CLEAN /nowhere 2>/dev/full", 3, b""),
    ],
)
def test_pipes(script: str, code: int, said: bytes, tmp_path: Path) -> None:
    data = tmp_path / "long.txt"
    data.write_text(TEXT * 3000, "utf-8")
    done = shell(script, data)
    assert (done.returncode, b"Traceback" in done.stderr, b"Exception ignored" in done.stderr) == (code, False, False)
    assert said in done.stderr
    assert done.stderr.count(b"\n") == (said != b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_short_output_that_does_not_fit_is_an_error_too(tmp_path: Path) -> None:
    data = tmp_path / "short.txt"
    data.write_text(TEXT, "utf-8")
    assert shell('CLEAN "$1" > /dev/full', data).returncode == 3
