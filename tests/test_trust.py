"""What must hold everywhere: the same bytes for any hash seed and locale, no network, no write where none is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ARTICLE, PAGE

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = sorted(FIXTURES.glob("pages/*/source.txt"))[::9] + sorted(FIXTURES.glob("html/*/source.html"))[::5]
SOME = 6  # of these, in other company than that of all
WATCHED = """
import os, sys
mine = os.environ.get("MINE")
outside = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ftplib.")
changes = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
def watch(event, arguments):
    name = arguments[0] if arguments else None
    if event == "socket.gethostname":  # asks nobody
        return
    if mine and (isinstance(name, int) or (isinstance(name, str) and name.startswith(mine))):
        return
    opened = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if opened or event in changes or event.startswith(outside):
        os.write(2, f"not allowed: {event} {name!r}".encode())
        os._exit(99)
sys.addaudithook(watch)
from cleaner.cli import run
sys.exit(run(sys.argv[1:]))
"""


def run(*arguments: str, environment: dict[str, str] | None = None, script: str | None = None) -> bytes:
    command = [sys.executable, *(("-c", script) if script else ("-m", "cleaner")), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **(environment or {})})
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", [("clean", "--format", "jsonl"), ("explain",)], ids=" ".join)
def test_the_same_bytes_for_any_hash_seed_locale_and_order_of_files(command: tuple[str, ...]) -> None:
    names = [str(page) for page in PAGES]
    first = run(*command, *names, environment={"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"})
    assert first == run(*command, *names, environment={"PYTHONHASHSEED": "77", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert first == b"".join(run(*command, *names[i : i + SOME]) for i in range(0, len(names), SOME))
    backwards = run(*command, *reversed(names)).splitlines()
    assert sorted(first.splitlines()) == sorted(backwards)


@pytest.mark.parametrize("command", ["clean", "explain", "normalize"])
def test_no_network_no_process_and_no_write(command: str) -> None:
    environment = {"PYTHONDONTWRITEBYTECODE": "1"}
    assert run(command, *(str(page) for page in PAGES), environment=environment, script=WATCHED)


def test_what_writes_does_so_beside_the_named_files_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "MINE": str(tmp_path)}
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    corpus = ("corpus", "clean", "-j", "1", "-o", str(tmp_path / "corpus"))
    for command, code in ((("clean", "-o", str(tmp_path / "out")), 0), (corpus, 0), (("fix",), 1)):
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *command, *names],
            capture_output=True,
            check=False,
            env=environment,
            cwd=tmp_path,
        )
        assert done.returncode == code, done.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == ARTICLE
    assert len([*(tmp_path / "out").rglob("*.txt")]) == len([*(tmp_path / "corpus").rglob("*.txt")]) == 2


def test_the_watch_sees_a_write_and_a_connection(tmp_path: Path) -> None:
    begin = WATCHED.partition("from cleaner.cli")[0]
    for deed in ("open('x', 'w')", "import socket; socket.create_connection(('127.0.0.1', 9))", "os.mkdir('y')"):
        done = subprocess.run([sys.executable, "-c", begin + deed], capture_output=True, check=False, cwd=tmp_path)
        assert (done.returncode, done.stderr[:11]) == (99, b"not allowed")
