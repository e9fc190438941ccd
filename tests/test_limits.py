"""The caps on what one document may cost: each holds, is named in its message, and goes by option, file or argument."""

import json
from pathlib import Path
from typing import Any

import pytest

import cleaner
from cleaner import CleanerError, Limits, clean
from cleaner.limits import USUAL, check_time, limits, within
from cleaner.reading.mend import mend
from tests.command import ARTICLE, BODY, PAGE, call

PROSE = f"<p>{BODY}</p>"
SHADDA, FATHA = "\N{ARABIC SHADDA}", "\N{ARABIC FATHA}"
# A document, the cap that it passes, and what is said where the cap is lower.
BEYOND = {
    "size": (PAGE, 0.0001, "larger than 0.0001 MB"),
    "depth": ("<html><body>" + "<div>" * 20 + PROSE + "</div>" * 20, 9, "nested more than 9 deep"),
    "attributes": (f"<html><body><div {' '.join(f'a{i}=1' for i in range(20))}>{PROSE}</div>", 9, "more than 9 attrib"),
    "marks": (f"كت{(SHADDA + FATHA) * 5}اب\n\n{ARTICLE}", 9, "1 run of more than 9 marks"),
    "seconds": (PAGE, 1e-9, "more than 1e-09 s"),
}
REFUSED = ("size", "seconds")


@pytest.mark.parametrize("name", BEYOND)
def test_usual_documents_are_far_from_every_cap(name: str) -> None:
    text = BEYOND[name][0]
    found = clean(text)
    assert BODY.split("\n\n")[0] in found.text
    assert not found.notes


@pytest.mark.parametrize("name", BEYOND)
def test_an_argument_sets_the_cap(name: str) -> None:
    text, most, said = BEYOND[name]
    values: dict[str, Any] = {name: most}
    wanted = Limits(**values)
    if name in REFUSED:
        with pytest.raises(CleanerError, match=said):
            clean(text, limits=wanted)
        return
    found = clean(text, limits=wanted)
    assert len(found.notes) == 1
    assert said in found.notes[0]
    assert BODY.split("\n\n")[0] in found.text


@pytest.mark.parametrize("name", BEYOND)
def test_the_message_names_the_option_that_raises_it_and_so_does_the_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, most, said = BEYOND[name]
    monkeypatch.chdir(tmp_path)
    option = f"--max-{name}"
    lower = "1e-9" if name == "seconds" else str(most)
    done = call("clean", option, lower, stdin=text.encode())
    assert done.code == (3 if name in REFUSED else 0)
    assert (done.err.count("\n"), said in done.err, option in done.err) == (1, True, True)
    config = tmp_path / "pyproject.toml"
    config.write_text(f"[tool.cleaner]\nmax-{name} = {lower}\n", "utf-8")
    assert call("clean", stdin=text.encode()) == done
    assert call("clean", option, "900", stdin=text.encode())[::2] == (0, "")


@pytest.mark.parametrize("value", ['"9"', "0", "-1", "true", "[]", "inf", "nan"])
@pytest.mark.parametrize("name", Limits._fields)
def test_a_cap_that_is_none_is_told(name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f"[tool.cleaner]\nmax-{name} = {value}\n", "utf-8")
    done = call("clean", stdin=b"x")
    assert done.code == 2
    assert f"'max-{name}'" in done.err


@pytest.mark.parametrize("value", ["inf", "nan", "1e999", "0", "x"])
@pytest.mark.parametrize("name", Limits._fields)
def test_an_option_that_is_no_cap_is_told(name: str, value: str) -> None:
    done = call("clean", f"--max-{name}", value, stdin=b"x")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"'--max-{name}'" in done.err


@pytest.mark.parametrize("name", Limits._fields)
def test_a_cap_may_be_beyond_all_that_there_is(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    most = "1e308" if name in REFUSED else "9" * 40
    commands = [["clean", "a.txt"], ["clean", "-"], ["corpus", "clean", "a.txt", "-o", "out"]]
    commands += [["normalize", "a.txt"]] if name not in ("depth", "attributes") else []
    for command in commands:
        assert call(*command, f"--max-{name}", most).code == 0
    (tmp_path / "pyproject.toml").write_text(f"[tool.cleaner]\nmax-{name} = {most}\n", "utf-8")
    for command in commands:
        assert call(*command).code == 0


def test_orthography_alone_has_the_caps_that_concern_it() -> None:
    marked = f"كت{(SHADDA + FATHA) * 6}اب"
    assert (
        call("normalize", "--max-marks", "9", "--ignore", "marks", stdin=marked.encode()).out.decode().count(FATHA) == 4
    )
    assert call("normalize", "--max-seconds", "1e-9", stdin="قـــال ، نعم".encode()).code == 3
    assert call("normalize", "--max-size", "1e-6", stdin=marked.encode()).code == 3


def test_caps_hold_for_one_document_and_no_longer() -> None:
    with within(Limits(marks=2, seconds=1e-9)):
        assert limits().marks == 2
        with within(USUAL):
            check_time()
        with pytest.raises(CleanerError, match="--max-seconds"):
            check_time()
    assert limits() == USUAL
    check_time()


def test_the_words_around_a_long_run_of_marks_stay_and_a_second_run_finds_nothing() -> None:
    text = f"كتا{FATHA * 100}ب و{SHADDA}{FATHA}"
    mended = mend(text)
    assert mended.text == f"كتا{FATHA * USUAL.marks}ب و{SHADDA}{FATHA}"
    assert not mend(mended.text).notes


def test_controls_of_a_page_are_counted_as_those_of_a_text() -> None:
    red = "\x1b[31mred\x1b[0m and \x07"
    page = f"<html><head><title>{red}</title></head><body><article><h1>Old {red} crane</h1>{PROSE}<p>{BODY}{red}</p>"
    told = ("4 terminal sequences removed", "2 control characters removed")
    assert clean(page).notes == told
    done = call("clean", "--format", "jsonl", stdin=page.encode())
    assert json.loads(done.out)["notes"] == list(told)
    assert [line.rpartition(": ")[2] for line in done.err.splitlines()] == list(told)
    assert clean(f"{ARTICLE}{red}\nOld {red} crane\n").notes == told


@pytest.mark.parametrize("form", ["text", "markdown", "jsonl"])
def test_no_control_reaches_any_form_of_output(form: str, tmp_path: Path) -> None:
    evil = "x\x1b]0;t\x07\x9b31m\x85\x7f\b"
    page = (
        f"<!doctype html><html><head><title>A {evil}</title><meta name=author content='{evil}'>"
        f"<meta property='og:image' content='http://a.example/{evil}'><link rel=canonical href='http://a/{evil}'></head>"
        f"<body class='{evil}'><nav><a href='{evil}'>{evil}</a></nav><h1>Old {evil} crane</h1>{PROSE}"
        f"<p>{BODY} <a href='http://b.example/{evil}' title='{evil}'>{evil}</a> <code>{evil}</code></p>"
        f"<table><tr><td>{evil}<td>2</table><img alt='{evil}' src='{evil}'></body>"
    )
    file = tmp_path / "page\x1b[2J.html"
    file.write_text(page, "utf-8")
    for command in (("clean", "--format", form, file), ("explain", file)):
        done = call(*command)
        assert done.code == 0
        shown = done.out.decode() + done.err
        assert not [sign for sign in shown if (sign < " " and sign not in "\n\t\r") or "\x7f" <= sign <= "\x9f"]
        assert r"page\x1b[2J.html: " in done.err


def test_limits_are_part_of_the_api() -> None:
    assert cleaner.Limits._field_defaults == Limits(100, 512, 1000, 30, 300)._asdict()
