"""What each command prints and ends with. Bad input, files, configuration and hooks have test files of their own."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner import __version__
from tests.command import ARTICLE, BODY, HEADING, PAGE, PAGES, call, spawn

SOURCES = sorted(PAGES.glob("*/source.txt"))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_clean_prints_the_article(page: Path) -> None:
    assert call("clean", page) == (0, ARTICLE.encode(), "")


@pytest.mark.parametrize("arguments", [("clean",), ("clean", "-")])
def test_no_file_and_a_dash_are_standard_input(arguments: tuple[str, ...]) -> None:
    assert call(*arguments, stdin=PAGE.encode()) == (0, ARTICLE.encode(), "")


@pytest.mark.parametrize(
    "text",
    ["one line", "a\n\n\nb\n", "\n\n lead\n", "a\r\n\r\nb\r\n", "a\rb", "a\r\nb\nc\rd", "", " \n\n"],
    ids=repr,
)
def test_what_has_no_boilerplate_comes_out_byte_for_byte(text: str) -> None:
    assert call("clean", stdin=text.encode())[:2] == (0, text.encode())


def test_output_is_utf8_whatever_the_input(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode("utf-16"))
    assert call("clean", path).out == ARTICLE.encode()


def test_no_title_gives_the_body() -> None:
    assert call("clean", "--no-title", stdin=PAGE.encode()).out == BODY.encode()


def test_articles_of_several_files_keep_their_order_and_one_blank_line_parts_them(tmp_path: Path) -> None:
    texts = {"z.txt": "last letter\n", "empty.txt": "", "a.txt": "no line end", "m.txt": "crlf\r\n", "b.txt": "end\n"}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    done = call("clean", *(tmp_path / name for name in texts))
    assert done.out == b"last letter\n\nno line end\n\ncrlf\r\n\r\nend\n"


def test_one_failure_does_not_stop_the_rest_and_beats_the_other_codes(tmp_path: Path, page: Path) -> None:
    done = call("clean", tmp_path / "missing.txt", page)
    assert done[:2] == (3, ARTICLE.encode())
    assert call("check", page, tmp_path / "missing.txt").code == 3
    assert call("fix", page, tmp_path / "missing.txt").code == 3
    assert page.read_text("utf-8") == ARTICLE


def test_jsonl_holds_the_article_and_every_removed_line(page: Path) -> None:
    first, second = call("clean", "--format", "jsonl", page, page).out.decode().splitlines()
    record = json.loads(first)
    assert first == second
    assert list(record) == ["source", "notes", "title", "body", "byline", "removed", "repairs"]
    assert (record["source"], record["title"], record["body"]) == (str(page), ARTICLE.split("\n")[0], BODY)
    heading = record["removed"][0]
    assert list(heading) == ["rule", "kind", "reason", "line", "text"]
    assert (heading["line"], heading["text"]) == (7, HEADING)
    assert [PAGE.split("\n")[line["line"] - 1] for line in record["removed"]] == [x["text"] for x in record["removed"]]


def test_output_folder_keeps_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path.parent / f"{tmp_path.name} elsewhere.txt"
    for name in ("a/one.txt", "b/one.txt", "c/one.txt", elsewhere):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(PAGE, "utf-8")
    names = ("a/one.txt", "./b/../b/one.txt", tmp_path / "c" / "one.txt", elsewhere)
    assert call("clean", *names, "-o", "out") == (0, b"", "")
    written = {path.relative_to("out").as_posix() for path in Path("out").rglob("*") if path.is_file()}
    assert written == {"a/one.txt", "b/one.txt", "c/one.txt", elsewhere.relative_to("/").as_posix()}
    assert Path("out/a/one.txt").read_text("utf-8") == ARTICLE
    assert call("clean", "a/one.txt", "--format", "jsonl", "-o", "out").code == 0
    assert json.loads(Path("out/a/one.jsonl").read_text("utf-8"))["body"] == BODY


def test_the_article_of_a_page_is_a_text_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.HTML").write_text("".join(f"<p>{line}</p>" for line in BODY.splitlines()), "utf-8")
    assert call("clean", "page.HTML", "-o", "out") == (0, b"", "")
    assert [path.name for path in Path("out").iterdir()] == ["page.txt"]


def test_an_output_that_cannot_be_written_is_named(page: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / page.name).mkdir(parents=True)
    done = spawn("clean", page.name, "-o", "out", cwd=tmp_path)
    assert done.code == 3
    assert f"its output 'out/{page.name}' cannot be written" in done.err


@pytest.mark.parametrize(
    ("names", "output"),
    [
        (("x.txt", "./x.txt"), "out"),
        (("x.txt", "../x.txt"), "out"),
        (("x.txt",), "."),
        (("x.txt", "-"), "out"),
        (("x.txt",), "x.txt"),
    ],
)
def test_outputs_that_would_meet_are_refused_before_anything_is_written(
    names: tuple[str, ...], output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.txt").write_text(PAGE, "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.txt").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path / "in")
    done = call("clean", *names, "-o", output)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == ["x.txt"]
    assert Path("x.txt").read_text("utf-8") == PAGE


def test_jsonl_names_that_would_meet_are_refused(tmp_path: Path) -> None:
    done = call("clean", tmp_path / "a.txt", tmp_path / "a.text", "--format", "jsonl", "-o", tmp_path / "out")
    assert done.code == 2
    assert not (tmp_path / "out").exists()


def test_explain_in_a_pipe_names_every_line(page: Path) -> None:
    lines = call("explain", page).out.decode().splitlines()
    records = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    shown = {int(head.split()[0]): (head.split()[1], text) for head, text in records if head.split()[1] != "why"}
    expected = {number: text for number, text in enumerate(PAGE.split("\n"), 1) if text}
    assert {number: text for number, (_, text) in shown.items()} == expected
    assert [number for number, (action, _) in shown.items() if action == "drop"] == [7, 9, 10]


def test_the_help_of_explain_names_every_kind_of_record() -> None:
    lines = call("explain", stdin=PAGE.replace("وقال", "وقــال").encode()).out.decode().splitlines()
    kinds = {line.split(" | ")[0].split()[1] for line in lines if not line.startswith("#")}
    assert kinds == {"keep", "drop", "why", "mend"}
    told = call("explain", "--help").out.decode().partition("columns:")[2].partition("#")[0]
    assert kinds <= set(re.findall(r"\w+", told))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parent.name)
def test_check_says_what_fix_does(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(path.read_bytes())
    checked = call("check", copy)
    fixed = call("fix", copy)
    assert checked.code == fixed.code
    assert (copy.read_bytes() != path.read_bytes()) == (fixed.code == 1) == (checked.out == f"{copy}\n".encode())
    assert fixed.out == b""
    assert call("check", copy).code == call("fix", copy).code == (0 if fixed.code == 1 else fixed.code)


def test_fix_writes_what_clean_prints_and_the_second_run_writes_nothing(page: Path) -> None:
    printed = call("clean", page).out
    done = call("fix", page)
    assert done == (1, b"", f"cleaner: {page}: fixed, 3 lines dropped\n")
    assert page.read_bytes() == printed
    before = page.stat().st_mtime_ns
    assert call("fix", page) == (0, b"", "")
    assert page.stat().st_mtime_ns == before


def test_fix_counts_the_words_that_it_mends(page: Path) -> None:
    page.write_text(
        f"{ARTICLE}\nوعاد الوفد الى العاصمة مساء الخميس بعد زيارة استمرت يومين، ثم ذهب الى المعرض.\n", "utf-8"
    )
    assert call("fix", page) == (1, b"", f"cleaner: {page}: fixed, 0 lines dropped, 2 words mended\n")


def test_fix_sums_up_where_files_are_many(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(30)]
    for path in paths:
        path.write_text(PAGE, "utf-8")
    assert call("fix", *paths[:10]).err.count("fixed") == 10
    assert call("fix", *paths) == (1, b"", "cleaner: 20 of 30 files fixed\n")
    assert call("fix", *paths) == (0, b"", "")


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_fix_wants_files(arguments: tuple[str, ...]) -> None:
    assert call("fix", *arguments, stdin=PAGE.encode())[:2] == (2, b"")


def test_check_shows_the_difference(page: Path) -> None:
    done = call("check", "--diff", page)
    assert done.code == 1
    lines = done.out.decode().splitlines()
    assert lines[:2] == [f"--- {page}", f"+++ {page}"]
    removed = [line[1:] for line in lines[2:] if line.startswith("-")]
    assert [text for text in removed if text] == [text for text in PAGE.split("\n")[6:] if text]
    assert not any(line.startswith("+") for line in lines[2:])


def test_the_difference_is_a_patch(page: Path) -> None:
    page.write_text(PAGE.removesuffix("\n"), "utf-8")
    diff = spawn("check", "--diff", "page.txt", cwd=page.parent).out
    subprocess.run(["patch", "--quiet", "-p0"], input=diff, cwd=page.parent, check=True)
    assert page.read_text("utf-8") == ARTICLE


def test_the_difference_shows_controls_as_escapes() -> None:
    done = call("check", "--diff", stdin=f"{PAGE}a \x1b[31mred\x1b[0m\ttab\x00\n".encode())
    assert rb"-a \x1b[31mred\x1b[0m" in done.out
    assert b"\ttab" in done.out
    assert not {0x1B, 0} & set(done.out)


def test_rules_list_names_rules_and_detectors() -> None:
    done = call("rules", "list")
    ids = [line.split()[0] for line in done.out.decode().splitlines()]
    assert {"ar-related-heading", "comment-thread"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_rules_list_shows_what_select_and_ignore_leave() -> None:
    done = call("rules", "list", "--select", "ar-related-heading,comment-thread", "--ignore", "comment-thread")
    assert [line.split()[0] for line in done.out.decode().splitlines()] == ["ar-related-heading"]


@pytest.mark.parametrize("rule", ["ar-related-heading", "comment-thread"])
def test_rules_show_says_why(rule: str) -> None:
    done = call("rules", "show", rule)
    assert done.code == 0
    assert done.out.decode().startswith(f"{rule}\n  kind      ")
    assert "  why       " in done.out.decode()


def test_rules_show_has_the_examples() -> None:
    assert f"    drop | {HEADING}" in call("rules", "show", "ar-related-heading").out.decode()


def test_near_ids_are_suggested() -> None:
    done = call("rules", "show", "ar-relatd-heading")
    assert done.code == 2
    assert "did you mean ar-related-heading" in done.err


def test_ignore_and_select_change_what_goes(page: Path) -> None:
    rules = {line["rule"] for line in json.loads(call("clean", page, "--format", "jsonl").out)["removed"]}
    assert call("clean", page, "--ignore", ",".join(rules | {"outside-article"})).out == PAGE.encode()
    assert call("clean", page, "--select", "repeated-title").out == PAGE.encode()


def test_python_m_is_the_command() -> None:
    assert spawn("clean", stdin=PAGE.encode()) == (0, ARTICLE.encode(), "")
    assert spawn("--version").out.decode() == f"cleaner {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("rules",)])
def test_no_command_shows_the_help(arguments: tuple[str, ...]) -> None:
    done = spawn(*arguments)
    assert done[:2] == (2, b"")
    assert "Commands:" in done.err


def test_commands_are_listed_in_the_order_of_need() -> None:
    lines = call("corpus", "--help").out.decode().split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines if line[2:3].strip()] == ["clean", "learn", "check", "stats"]


@pytest.mark.parametrize(
    "arguments",
    [("--nonsense",), ("clean", "--as", "pdf"), ("clean", "--nonsense"), ("klean",), ("clean", "--url", "quay")],
)
def test_wrong_usage_is_one_sentence(arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert done[:2] == (2, b"")
    assert done.err.startswith("cleaner: ")
    assert done.err.count("\n") == 1


def test_a_file_where_a_command_is_asked_for(page: Path) -> None:
    assert call(str(page)).err.startswith(f"cleaner: {str(page)!r} is no command but a file")


def test_a_file_where_a_command_for_corpora_is_asked_for(page: Path) -> None:
    assert "write cleaner corpus clean before it" in call("corpus", page).err


def shell(script: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-c", f"set -o pipefail; {script}", sys.executable]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ('"$0" -m cleaner clean | head -c 10', 141),
        ('"$0" -m cleaner explain | head -c 10', 141),
        ('"$0" -m cleaner clean > /dev/full', 3),
        ('"$0" -m cleaner clean >&-', 3),
        ('"$0" -m cleaner clean <&-', 3),
        ('"$0" -m cleaner clean 2>&-', 0),
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_pipes_end_quietly_and_with_the_right_code(
    script: str, code: int, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = shell(script, "".join(f"the {n}th of many lines\n" for n in range(9000)).encode())
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    assert done.stderr.count(b"\n") == (1 if code == 3 else 0)


def test_unbuffered_output_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    text = "".join(f"the {n}th of many lines\n" for n in range(9000)).encode()
    assert shell('"$0" -m cleaner clean | (sleep 0.2; cat)', text).stdout == text


def test_small_output_to_a_reader_that_left() -> None:
    assert shell('"$0" -m cleaner clean | (sleep 0.1; exec <&-; sleep 1)', PAGE.encode()).returncode in (0, 141)
    assert shell('(sleep 0.3; "$0" -m cleaner --help) | true').returncode == 141


def test_interrupt_is_130() -> None:
    command = [sys.executable, "-m", "cleaner", "clean", "missing.txt", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert b"missing.txt" in process.stderr.readline()  # now it waits for standard input
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


def on_terminal(*arguments: str | Path, cwd: Path | None = None) -> tuple[int, bytes]:
    """Run a command with a terminal for standard error alone; its code, and what that terminal got."""
    ours, its = os.openpty()
    command = [sys.executable, "-m", "cleaner", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=its, cwd=cwd) as process:
        os.close(its)
        got = b""
        try:
            while chunk := os.read(ours, 4096):
                got += chunk
        except OSError:  # how a terminal says that nobody writes to it any more
            pass
    os.close(ours)
    return process.returncode, got


def test_progress_is_for_many_files_on_a_terminal(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(25)]
    for name in names:
        (tmp_path / name).write_text(PAGE, "utf-8")
    code, got = on_terminal("clean", *names, "missing.txt", cwd=tmp_path)
    assert code == 3
    assert b"26/26" in got
    assert b"missing.txt: there is no such file" in got
    assert on_terminal("clean", *names[:3], cwd=tmp_path) == (0, b"")
    assert spawn("clean", *names, cwd=tmp_path).err == ""


def test_cleaning_a_small_file_imports_nothing_heavy(page: Path) -> None:
    heavy = {"rich", "regex", "selectolax", "charset_normalizer", "difflib", "multiprocessing", "importlib.metadata"}
    script = "import sys; from cleaner.cli import dispatch; dispatch(['clean', sys.argv[1]]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script, str(page)], capture_output=True, check=True)
    assert not heavy & set(done.stdout.decode().split())


def test_importing_the_package_is_cheap() -> None:
    script = "import sys; before = set(sys.modules); import cleaner; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.decode().split()}
    assert not loaded & {"click", "rich", "regex", "selectolax", "charset_normalizer", "tomllib", "json"}
