"""`cleaner normalize` from the outside: a line for a line, options, configuration, and what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.normalize.repair import STEPS
from tests.command import call, spawn

WRONG = "قـــال ، الوزير ٢٠١٠\nسافر الى حلب\n"
RIGHT = "قال، الوزير ٢٠١٠\nسافر إلى حلب\n"


def out(*arguments: str | Path, text: str = WRONG) -> str:
    done = call("normalize", *arguments, stdin=text.encode())
    assert done[::2] == (0, ""), done.err
    return done.out.decode()


def test_standard_input_and_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    (tmp_path / "b.txt").write_text(WRONG.rstrip("\n"), "utf-8")
    assert out() == out("-") == RIGHT
    assert out(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "a.txt") == RIGHT * 3
    assert (tmp_path / "a.txt").read_text("utf-8") == WRONG


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "لا", " \r\n\r\nنعم\r\n", "لا\fنعم\vثم\n", "a\x85b\n"])
def test_a_line_for_a_line(text: str) -> None:
    done = call("normalize", stdin=text.encode())
    assert done.code == 0
    assert done.out.count(b"\n") == text.encode().count(b"\n")


def test_spelling_and_digits() -> None:
    assert out("--spelling", "never") == RIGHT.replace("إلى", "الى")
    assert out("--digits", "western") == RIGHT.replace("٢٠١٠", "2010")
    assert out("--digits", "keep", "--spelling", "auto") == RIGHT


def test_words(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("# ours\nالى  # as the archive has it\n\n", "utf-8")
    assert "الى" in out("--words", words)
    done = call("normalize", "--words", tmp_path / "gone.txt", stdin=WRONG.encode())
    assert done[:2] == (2, b"")
    assert "gone.txt" in done.err
    words.write_bytes(b"\xff\xfe\xff")
    assert call("normalize", "--words", words, stdin=b"x").code == 2


def test_select_and_ignore() -> None:
    assert out("--select", "tatweel") == WRONG.replace("قـــال", "قال")
    assert out("--ignore", "tatweel,spelling") == WRONG.replace(" ،", "،")
    assert out("--select", "tatweel", "--ignore", "tatweel") == WRONG
    done = call("normalize", "--select", "tatwel", stdin=b"x")
    assert done[:2] == (2, b"")
    assert "did you mean tatweel" in done.err


def test_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words.txt").write_text("الى\n", "utf-8")
    config = tmp_path / "pyproject.toml"
    config.write_text('[tool.cleaner]\nwords = ["words.txt"]\ndigits = "western"\nignore = ["tatweel"]\n', "utf-8")
    assert out() == "قـــال، الوزير 2010\nسافر الى حلب\n"
    assert out("--digits", "keep") == "قـــال، الوزير ٢٠١٠\nسافر الى حلب\n"
    config.write_text('[tool.cleaner]\nspelling = "never"\nselect = ["comment-thread"]\n', "utf-8")
    assert out() == RIGHT.replace("إلى", "الى")
    assert out("--spelling", "auto") == RIGHT
    for wrong, word in (('digits = "roman"', "keep, western, arabic"), ('words = "x"', "list of texts")):
        config.write_text(f"[tool.cleaner]\n{wrong}\n", "utf-8")
        done = call("normalize", stdin=b"x")
        assert done[:2] == (2, b"")
        assert word in done.err


def test_bad_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    done = call("normalize", tmp_path / "gone.txt", tmp_path / "a.txt")
    assert done[:2] == (3, RIGHT.encode())
    assert "there is no such file" in done.err
    assert call("normalize", "-", "-").code == 2
    damaged = call("normalize", stdin=WRONG.encode() + b"\xff\n")
    assert damaged[:2] == (0, RIGHT.encode() + "\ufffd\n".encode())
    assert "not UTF-8" in damaged.err


def test_encoding() -> None:
    assert call("normalize", "--encoding", "cp1256", stdin="الى\n".encode("cp1256")).out == "إلى\n".encode()


def test_markup_is_text_here() -> None:
    page = "<!DOCTYPE html>\n<p class='ا,ب'>قـــال</p>\n"
    assert out(text=page) == page.replace("قـــال", "قال")


def test_the_rulebook_lists_and_shows_the_steps() -> None:
    listed = [line.split()[:2] for line in call("rules", "list").out.decode().splitlines()]
    assert [name for name, kind in listed if kind == "repair"] == list(STEPS)
    shown = call("rules", "show", "tatweel").out.decode()
    assert shown.startswith("tatweel\n  kind      repair\n  why       ")
    assert "cleaner.normalize.marks" in shown


def test_one_line_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"rich", "regex", "selectolax", "charset_normalizer", "difflib", "tomllib", "cleaner.rules.load"}
    script = "import sys; from cleaner.cli import dispatch; dispatch(['normalize']); print(*sys.modules)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, input=WRONG.encode(), capture_output=True, check=True, cwd=tmp_path)
    assert heavy.intersection(done.stdout.decode().split()) == set()
    assert spawn("normalize", stdin=WRONG.encode()) == (0, RIGHT.encode(), "")
