"""`cleaner corpus stats`: tables for a pipe and a terminal, and the sample that both they and the page show."""

import json
import random
import tracemalloc
from pathlib import Path

import pytest
from rich.cells import cell_len

from cleaner.corpus.report.kept import kept_texts
from cleaner.corpus.report.reading import shards_beside
from cleaner.corpus.report.report import read_report
from cleaner.corpus.report.samples import Sample, sampled
from cleaner.corpus.report.tables import tables
from tests.command import ARTICLE, call
from tests.corpus_out import ENGLISH, HOSTILE, save, with_rule, written


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return written(tmp_path / "out")


def section(text: str, title: str) -> list[str]:
    return text.split(f"# {title}\n")[1].split("\n\n")[0].splitlines()


def test_a_pipe_gets_plain_columns_that_fit(out: Path) -> None:
    done = call("corpus", "stats", out)
    assert (done.code, done.err) == (0, "")
    text = done.out.decode()
    assert "\x1b" not in text
    assert all(cell_len(line) <= 80 and line == line.rstrip() for line in text.splitlines())
    assert [line[2:] for line in text.splitlines() if line.startswith("# ")] == [
        "Corpus",
        "Rules",
        "Removed, for example",
        "Sites",
        "Languages",
        "Encodings",
        "Words mended",
        "Failures",
    ]


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Corpus", "Documents cleaned 3 50.0 %"),
        ("Corpus", "Characters kept 6,000 66.7 %"),
        ("Corpus", "Lines removed 7 17.5 %"),
        ("Rules", "ar-related-heading related 2 2 47"),
        ("Removed, for example", "ar-related-heading افتتاح مكتبة جديدة في الحي القديم"),
        ("Sites", "no address 3 1,000 60.0 % 7"),
        ("Sites", "all smaller sites 3 1,000 60.0 % 7"),
        ("Languages", "Arabic 3 1,000 60.0 % 7"),
        ("Corpus", "Damaged 1 33.3 %"),
        ("Encodings", "windows-1256 1"),
        ("Words mended", "tatweel 12"),
        ("Failures", "2 a.jsonl:2 it is no valid JSON (Expecting value at character N); mend"),
        ("Failures", "1 a.jsonl:3 it is not UTF-8"),
    ],
)
def test_the_tables_say(out: Path, title: str, row: str) -> None:
    text = call("corpus", "stats", out).out.decode()
    assert row in [" ".join(line.split()) for line in section(text, title)]


def test_escapes_are_shown_and_never_sent(out: Path) -> None:
    text = call("corpus", "stats", out).out.decode()
    assert r"red \x1b[31m\u202eexe.txt" in text
    for width in (None, 80, 200):
        shown = tables(read_report(str(out), samples=False), 20, width)
        assert "\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
        assert "exe.txt" in shown


def test_a_terminal_gets_colour_and_isolated_texts(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    report = read_report(str(out), samples=False)
    shown = tables(report, 20, 100)
    assert "\x1b[1m" in shown
    assert "\N{FIRST STRONG ISOLATE}مقالات ذات صلة\N{POP DIRECTIONAL ISOLATE}" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in tables(report, 20, 100)


def test_the_rest_of_a_long_table_is_summed_up(out: Path) -> None:
    text = call("corpus", "stats", "--top", "1", out).out.decode()
    assert section(text, "Rules")[2].split() == ["(2", "more)", "4", "4", "80"]
    assert section(text, "Sites")[2].split() == ["(3", "more)", "9", "3,000", "60.0", "%", "21"]


@pytest.mark.parametrize(
    ("stats", "said"),
    [
        (None, "name the folder of a run of cleaner corpus clean"),
        ("{", "this is not what this version writes"),
        ("[]", "this is not what this version writes"),
        ('{"version": "1", "rules": "", "total": {}, "shards": {}}', "this is not what this version writes"),
    ],
)
def test_what_is_no_output_of_a_run_is_told(tmp_path: Path, stats: str | None, said: str) -> None:
    if stats is not None:
        (tmp_path / "stats.json").write_text(stats, "utf-8")
    done = call("corpus", "stats", tmp_path)
    assert (done.code, done.out) == (3, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_broken_row_is_told_with_its_place(out: Path) -> None:
    (out / "removed" / "a.jsonl.jsonl").write_bytes(b'{}\n{"line": ')
    done = call("corpus", "stats", out)
    assert done.code == 3
    assert "a.jsonl.jsonl: line 2 is no JSON object" in done.err


def removed_of(number: int) -> list[dict[str, object]]:
    """The lines removed from one document of many."""
    text = f"A line that document number {number} lost"
    return [with_rule({"document": number, "line": 1, "rule": "x-odd", "text": text})]


def test_the_sample_is_the_same_in_any_order_of_documents(tmp_path: Path) -> None:
    numbers = list(range(500))
    samplers = []
    for name in ("one", "two"):
        random.Random(name).shuffle(numbers)
        path = tmp_path / name / "removed" / "s.jsonl"
        save(path, [row for number in numbers for row in removed_of(number)])
        samplers.append(sampled([("s", str(path))]))
    one, two = samplers
    assert one.rules == two.rules
    assert one.documents(6) == two.documents(6)
    assert len(one.documents(6)) == 6
    assert len(one.rules["x-odd"].examples) == 3


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    peaks = []
    for size in (2_000, 20_000):
        path = tmp_path / f"{size}.jsonl"
        save(path, (row for number in range(size) for row in removed_of(number)))
        tracemalloc.start()
        sampled([("s", str(path))])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_what_was_kept_is_found_by_id_and_by_number(out: Path) -> None:
    report = read_report(str(out), samples=True)
    kept = {sample.name: report.kept[sample.digest] for sample in report.samples}
    assert set(kept) == {"doc-1", "a.jsonl:4", 7}
    assert (kept["doc-1"].text, kept["doc-1"].site) == (ARTICLE, "news.example")
    assert kept["a.jsonl:4"].text == f"{ENGLISH}{HOSTILE}\n"  # records 2 and 3 failed and are not in the output
    assert kept[7].cut
    assert kept[7].text.startswith(ENGLISH)
    assert [removed.text[:3] for removed in next(s for s in report.samples if s.name == 7).removed] == ["Sha", "xxx"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("folder/a.html", "An article."), ("../secret.txt", None), ("/etc/hostname", None), ("nowhere.txt", None)],
)
def test_documents_that_are_files_are_read_below_out_alone(tmp_path: Path, name: str, text: str | None) -> None:
    out = tmp_path / "out"
    (out / "folder").mkdir(parents=True)
    (out / "folder" / "a.txt").write_text("An article.", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    sample = Sample(b"1", "folder/documents-00000", name, (), 0)
    kept = kept_texts(str(out), [sample])
    assert (kept[b"1"].text if text else kept) == (text or {})


def test_shards_have_the_names_that_the_run_gave_them(out: Path) -> None:
    assert [shard for shard, _ in shards_beside(str(out), "removed")] == ["a.jsonl", "deep/b.jsonl.gz"]
    assert json.loads((out / "stats.json").read_text("utf-8"))["shards"].keys() == {"a.jsonl", "deep/b.jsonl.gz"}
