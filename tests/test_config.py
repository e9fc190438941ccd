"""`[tool.cleaner]` of the nearest pyproject.toml, and how it meets the options."""

import json
from pathlib import Path

import pytest

from tests.command import ARTICLE, MARK, PACK, PAGE, call

TEXT = f"{ARTICLE}\n{MARK}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a pack of its own; the working directory is two folders below it."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.toml").write_text(PACK, "utf-8")
    (tmp_path / "corpus" / "news").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "corpus" / "news")
    return tmp_path


def configure(folder: Path, text: str) -> Path:
    path = folder / "pyproject.toml"
    path.write_text(text, "utf-8")
    return path


def removed(*arguments: str | Path, text: str = TEXT) -> set[str]:
    done = call("clean", "--format", "jsonl", *arguments, stdin=text.encode())
    assert done.code == 0, done.err
    return {line["rule"] for line in json.loads(done.out)["removed"]}


def test_packs_are_named_from_the_folder_of_the_file(project: Path) -> None:
    assert "last-edited" not in removed()
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\n')
    assert "last-edited" in removed()


@pytest.mark.parametrize(
    "text",
    [
        "[tool.cleaner]\nignore = [ID]\n",
        "[ tool . cleaner ]\nignore = [ID]\n",
        '["tool"."cleaner"]\nignore = [ID]\n',
        "[tool]\nother.name = 1\ncleaner.ignore = [ID]\n",
        "[tool]\ncleaner = { ignore = [ID] }\n",
        "tool.cleaner.ignore = [ID]\n",
        "tool = { cleaner = { ignore = [ID] } }\n",
        "'tool' = { 'cleaner' = { ignore = [ID] } }\n",
    ],
)
def test_every_way_to_write_the_table_is_read(text: str, project: Path) -> None:
    assert "ar-related-heading" in removed(text=PAGE)
    configure(project, text.replace("ID", "'ar-related-heading'"))
    assert "ar-related-heading" not in removed(text=PAGE)


def test_the_nearest_file_alone_counts(project: Path) -> None:
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\n')
    configure(project / "corpus", '[project]\nname = "other"\n')
    assert "last-edited" not in removed()


def test_select_and_ignore(project: Path) -> None:
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\nselect = ["last-edited", "comment-thread"]\n')
    both = f"{PAGE}\n{MARK}\n"
    assert removed(text=both) == {"last-edited"}
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\nignore = ["last-edited"]\n')
    assert removed(text=both)
    assert "last-edited" not in removed(text=both)


def test_options_add_packs_and_ignored_ids_and_replace_the_selection(project: Path) -> None:
    (project / "more.toml").write_text(PACK.replace("last-edited", "more-edited"), "utf-8")
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\nselect = ["comment-thread"]\n')
    assert removed("--rules", project / "more.toml", "--select", "more-edited") == {"more-edited"}
    assert removed("--select", "last-edited") == {"last-edited"}
    assert removed("--select", "last-edited", "--ignore", "last-edited") == set()
    configure(project, '[tool.cleaner]\nrules = ["rules/own.toml"]\nignore = ["last-edited"]\n')
    assert "last-edited" not in removed("--ignore", "comment-thread")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[tool.cleaner]\nrulez = []\n", "unknown key 'rulez'"),
        ('[tool.cleaner]\nselect = "comment-thread"\n', "list of texts for 'select'"),
        ("[tool.cleaner]\nignore = [1]\n", "list of texts for 'ignore'"),
        ("[tool]\ncleaner = 3\n", "must be a table"),
        ('[tool.cleaner]\nrules = ["a\\u0000b"]\n', "list of texts for 'rules'"),
        ("[tool.cleaner\n", "not valid TOML"),
        ("[tool.cleaner]\nmax-depth = 1.5\n", "a whole number above 0 for 'max-depth'"),
        ("[tool.cleaner]\nmax-size = -1\n", "a finite number above 0 for 'max-size'"),
        ('[tool.cleaner]\nignore = ["comment-thraed"]\n', "did you mean comment-thread"),
        ('[tool.cleaner]\nrules = ["gone.toml"]\n', "gone.toml"),
    ],
)
def test_mistakes_are_told_with_the_file_before_anything_is_read(text: str, word: str, project: Path) -> None:
    path = configure(project, text)
    Path("page.txt").write_text(PAGE, "utf-8")
    done = call("fix", "page.txt")
    assert done[:2] == (2, b"")
    assert word in done.err
    assert str(project / "gone.toml" if "gone" in word else path) in done.err
    assert Path("page.txt").read_text("utf-8") == PAGE


def test_a_byte_order_mark_is_no_mistake(project: Path) -> None:
    (project / "pack.toml").write_text(PACK, "utf-8-sig")
    (project / "pyproject.toml").write_text('[tool.cleaner]\nrules = ["pack.toml"]\n', "utf-8-sig")
    assert call("rules", "list").code == 0
    assert b"last-edited" in call("rules", "list").out


def test_all_mistakes_at_once(project: Path) -> None:
    path = configure(project, "[tool.cleaner]\na = 1\nb = 2\nrules = 3\n")
    lines = call("clean").err.splitlines()
    assert len(lines) == 3
    assert all(str(path) in line for line in lines)


def test_a_file_that_says_nothing_of_cleaner_is_not_parsed(project: Path) -> None:
    configure(project, "this is [ no TOML\n")
    assert call("clean", stdin=ARTICLE.encode())[:2] == (0, ARTICLE.encode())


def test_two_packs_with_one_id(project: Path) -> None:
    (project / "more.toml").write_text(PACK, "utf-8")
    done = call("clean", "--rules", project / "more.toml", "--rules", project / "rules" / "own.toml")
    assert done[:2] == (2, b"")
    assert "same id" in done.err


def test_a_pack_that_holds(project: Path) -> None:
    done = call("rules", "test", project / "rules" / "own.toml")
    assert done == (0, b"", "cleaner: 1 rule, 2 examples: all hold\n")


def test_a_pack_of_sites_has_nothing_to_run(project: Path) -> None:
    pack = project / "rules" / "own.toml"
    pack.write_text('[[site]]\nhost = "quay.example"\nwhy = "Told."\ndrop = ["aside"]\n', "utf-8")
    assert "1 site: their entries are well formed" in call("rules", "test", pack).err
    pack.write_text("", "utf-8")
    assert call("rules", "test", pack).code == 2


def test_a_pack_that_fails_names_rule_example_and_line(project: Path) -> None:
    pack = project / "rules" / "own.toml"
    pack.write_text(PACK.replace("drop | Zuletzt bearbeitet", "drop | Zuletzt gelesen"), "utf-8")
    done = call("rules", "test", pack)
    assert done.code == 1
    place = f"{pack}:2: rule 'last-edited', example 1: 'Zuletzt gelesen'"
    assert done.out.decode() == f"{place} is not matched by the rule alone\n"
    assert done.err == "cleaner: 1 rule, 2 examples: 1 failure\n"


def test_an_example_line_without_text(project: Path) -> None:
    pack = project / "rules" / "own.toml"
    pack.write_text(PACK.replace("drop | Zuletzt bearbeitet", "drop | Zuletzt bearbeitet\\nkeep |"), "utf-8")
    done = call("rules", "test", pack)
    assert done.code in (1, 2)
    assert "Traceback" not in done.err


def test_a_pack_that_shipped_rules_disturb(project: Path) -> None:
    pack = project / "rules" / "own.toml"
    pack.write_text(PACK.replace("keep | Er hat es zuletzt bearbeitet", "keep | مقالات ذات صلة"), "utf-8")
    done = call("rules", "test", pack)
    assert done.code == 1
    assert "is dropped by ar-related-heading with all rules together" in done.out.decode()


def test_an_id_of_a_shipped_rule_is_taken(project: Path) -> None:
    pack = project / "rules" / "own.toml"
    pack.write_text(PACK.replace("last-edited", "ar-related-heading"), "utf-8")
    assert call("rules", "test", pack)[:2] == (2, b"")
