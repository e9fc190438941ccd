"""The hooks, run by the real pre-commit on a throw-away repository, and the ordinary texts that they leave alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ARTICLE, PAGE, PLAIN, call

ROOT = Path(__file__).parent.parent
TEXTS = sorted(PLAIN.iterdir())
LOCAL = """
repos:
- repo: local
  hooks:
  - id: {hook}
    name: {hook}
    entry: {python} -m {entry}
    language: system
    types_or: [plain-text]
    files: ^corpus/
"""
INSTALLED = """
repos:
- repo: {repository}
  rev: {revision}
  hooks:
  - id: {hook}
    files: ^corpus/
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with scraped and ordinary texts under corpus/, and a scraped one where the hooks are not to look."""
    folder = tmp_path / "repository"
    (folder / "corpus").mkdir(parents=True)
    for name in ("requirements.txt", "robots.txt", "CMakeLists.txt", "measurements.csv", "server.log"):
        shutil.copy(PLAIN / name, folder / "corpus")
    (folder / "corpus" / "page.txt").write_text(PAGE, "utf-8")
    (folder / "elsewhere.txt").write_text(PAGE, "utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    return folder


def run_hook(repository: Path, config: str) -> subprocess.CompletedProcess[str]:
    """One run of pre-commit over all files, as a commit would have it."""
    (repository / ".pre-commit-config.yaml").write_text(config, "utf-8")
    git(repository, "add", ".")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    home = {"PRE_COMMIT_HOME": str(repository.parent / "home")}
    return subprocess.run(
        command, cwd=repository, env=os.environ | home, capture_output=True, encoding="utf-8", check=False
    )


def contents(repository: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in repository.rglob("*.*") if path.is_file() and ".git" not in path.parts
    }


def first_run_fails_and_mends_second_passes(repository: Path, fix: str, check: str) -> None:
    """What both hooks promise, whatever way they were installed."""
    before = contents(repository)
    checked = run_hook(repository, check)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "-مقالات ذات صلة" in checked.stdout
    assert "files were modified" not in checked.stdout
    first = run_hook(repository, fix)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    after = contents(repository)
    assert {name for name, data in before.items() if after[name] != data} == {"page.txt"}
    assert after["page.txt"] == ARTICLE.encode()
    for config in (fix, check):
        second = run_hook(repository, config)
        assert second.returncode == 0, second.stdout + second.stderr
    assert contents(repository)["page.txt"] == ARTICLE.encode()


def test_hooks_of_this_installation(repository: Path) -> None:
    fix, check = (
        LOCAL.format(hook=hook, python=sys.executable, entry=entry)
        for hook, entry in (("cleaner-fix", "cleaner fix"), ("cleaner-check", "cleaner check --diff"))
    )
    first_run_fails_and_mends_second_passes(repository, fix, check)


def index_is_reached(folder: Path) -> bool:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "click"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_hooks_as_a_stranger_installs_them(repository: Path, tmp_path: Path) -> None:
    if not index_is_reached(tmp_path / "index"):
        pytest.skip("the package index cannot be reached")
    project = tmp_path / "project"
    shutil.copytree(
        ROOT, project, ignore=shutil.ignore_patterns(".*_cache", ".venv", ".git", ".hypothesis", "dist", "fixtures")
    )
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "as it stands")
    revision = git(project, "rev-parse", "HEAD")
    fix, check = (
        INSTALLED.format(repository=project, revision=revision, hook=hook) for hook in ("cleaner-fix", "cleaner-check")
    )
    first_run_fails_and_mends_second_passes(repository, fix, check)


def test_the_manifest_is_valid() -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert "entry: cleaner fix\n" in manifest.read_text("utf-8")
    assert "entry: cleaner check --diff\n" in manifest.read_text("utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_ordinary_texts_come_out_byte_for_byte(path: Path, tmp_path: Path) -> None:
    assert call("clean", path) == (0, path.read_bytes(), "")
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    os.utime(copy, ns=(1, 1))
    assert call("fix", copy) == call("check", copy) == (0, b"", "")
    assert copy.stat().st_mtime_ns == 1
