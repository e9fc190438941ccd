"""What must hold everywhere: the same bytes for any hash seed and locale, no network, no write where none is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*/source.txt"))
WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ftplib.")):
        raise SystemExit(f"not allowed: {event}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"written: {arguments[0]}")
    if event in ("os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod"):
        raise SystemExit(f"not allowed: {event}")
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
    names = [str(page) for page in PAGES[::9]]
    first = run(*command, *names, environment={"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"})
    assert first == run(*command, *names, environment={"PYTHONHASHSEED": "77", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert first == b"".join(run(*command, name) for name in names)
    backwards = run(*command, *reversed(names)).splitlines()
    assert sorted(first.splitlines()) == sorted(backwards)


@pytest.mark.parametrize("command", ["clean", "explain", "normalize"])
def test_no_network_no_process_and_no_write(command: str) -> None:
    environment = {"PYTHONDONTWRITEBYTECODE": "1"}
    assert run(command, *(str(page) for page in PAGES[::9]), environment=environment, script=WATCHED)
