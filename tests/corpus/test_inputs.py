"""Which files are shards, what their outputs are called, and what is refused before anything is written."""

from pathlib import Path

import pytest

from cleaner.corpus.inputs import MOST_FILES, find_shards, outputs_of
from cleaner.errors import UsageError
from tests.command import call


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}\n", "utf-8")
    return folder


def names(*inputs: str | Path, form: str = "same") -> list[str]:
    found = find_shards(list(map(str, inputs)), "out", form)
    return [name for shard in found.shards for name in outputs_of(shard, form)]


def test_a_folder_keeps_the_paths_below_it_and_passes_over_other_kinds(tmp_path: Path) -> None:
    made(tmp_path, "a/b.jsonl", "c.ndjson.gz", "d.JSONL.zst", "e.pdf", ".hidden/f.jsonl", ".g.jsonl", "h/i.txt")
    assert names(tmp_path) == ["a/b.jsonl", "c.ndjson.gz", "d.JSONL.zst", "h/i.txt"]
    assert find_shards([str(tmp_path)], "out", "same").passed_over == 1


def test_a_glob_keeps_the_paths_below_its_fixed_part_and_a_file_its_name(tmp_path: Path) -> None:
    made(tmp_path, "a/b/one.jsonl", "a/c/two.jsonl")
    assert names(tmp_path / "a" / "*" / "*.jsonl") == ["b/one.jsonl", "c/two.jsonl"]
    assert names(tmp_path / "a/b/one.jsonl", tmp_path / "a/b/one.jsonl") == ["one.jsonl"]


def test_names_do_not_depend_on_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a/b.jsonl")
    monkeypatch.chdir(tmp_path)
    relative = names("a")
    monkeypatch.chdir("/")
    assert names(tmp_path / "a") == relative == ["b.jsonl"]


def test_an_article_is_no_page(tmp_path: Path) -> None:
    made(tmp_path, "a.html", "b.htm.gz", "c.txt")
    assert names(tmp_path) == ["a.txt", "b.txt.gz", "c.txt"]


def test_what_comes_out_as_json_lines(tmp_path: Path) -> None:
    made(tmp_path, "x/a.html", "x/b.txt", "c.jsonl.gz")
    assert names(tmp_path, form="jsonl") == ["c.jsonl.gz", "x/documents-00000.jsonl"]


def test_documents_of_one_folder_are_one_shard_up_to_a_number(tmp_path: Path) -> None:
    made(tmp_path, *(f"a/{i:04}.txt" for i in range(MOST_FILES + 1)), "b/x.txt")
    shards = find_shards([str(tmp_path)], "out", "same").shards
    assert [(shard.name, len(shard.files)) for shard in shards] == [
        ("a/documents-00000", MOST_FILES),
        ("a/documents-00001", 1),
        ("b/documents-00000", 1),
    ]


@pytest.mark.parametrize(
    ("inputs", "sentence"),
    [
        (["one", "two"], "would both be written to 'a.jsonl'"),
        (["pages"], "would both be written to 'a.txt'"),
        (["own"], "'removed' is a name of OUT's own"),
        (["one/a.pdf"], "no kind of file that is known here"),
        (["one/*.warc"], "no file is called like this"),
        (["empty"], "no file there is of a kind"),
        (["three"], "there is no such file or folder"),
    ],
)
def test_refused_before_anything_is_written(
    inputs: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(
        made(tmp_path, "one/a.jsonl", "two/a.jsonl", "pages/a.html", "pages/a.txt", "own/removed/a.jsonl")
    )
    made(tmp_path, "one/a.pdf", "empty/a.pdf")
    done = call("corpus", "clean", *inputs, "-o", "out")
    assert done.code == 2
    assert sentence in done.err
    assert not Path("out").exists()


@pytest.mark.parametrize(("given", "out"), [("in", "in/out"), ("in", "in"), ("in/sub", "in"), ("in/sub/*.jsonl", "in")])
def test_out_inside_in_is_refused(given: str, out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made(tmp_path, "in/sub/a.jsonl"))
    with pytest.raises(UsageError, match="one in the other"):
        find_shards([given], out, "same")
