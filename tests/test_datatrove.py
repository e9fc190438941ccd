"""The step for datatrove, in pipelines of the real library. Skipped where it is not installed, for it is large."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import UsageError
from cleaner.rules.choice import Choice
from cleaner.rules.load import read_pack
from tests.command import ARTICLE, MARK, PACK, PAGE

SITE = "https://news.example.org/a"
MISSING = """
import sys
sys.modules["datatrove"] = None
from cleaner.errors import UsageError
try:
    import cleaner.corpus.engines.datatrove
except UsageError as error:
    print(error)
"""
README = Path(__file__).parent.parent / "README.md"


@pytest.fixture(scope="module")
def engine() -> Any:
    pytest.importorskip("datatrove", reason="datatrove is not installed: pip install datatrove orjson")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")

        from cleaner.corpus.engines import datatrove as module
    return module


def documents(*texts: Any, **metadata: Any) -> list[Any]:
    from datatrove.data import Document

    return [Document(text, str(number), metadata=dict(metadata)) for number, text in enumerate(texts)]


def counts(step: Any) -> dict[str, int]:
    return {name: stat.total for name, stat in step.stats.stats.items()}


def test_a_clean_document_and_its_metadata_pass_as_they_came(engine: Any) -> None:
    step = engine.Cleaner()
    before, after = documents(ARTICLE, url=SITE, n=1), documents(ARTICLE, url=SITE, n=1)
    assert list(step(iter(after))) == before
    size = len(ARTICLE)
    expected = {"total": 1, "forwarded": 1, "chars_in": size, "chars_out": size, "lines_removed": 0, "doc_len": size}
    assert counts(step) == expected


def test_what_goes_is_counted(engine: Any) -> None:
    step = engine.Cleaner()
    [document] = step(iter(documents(PAGE.replace("وقال", "ذهب الى العاصمة وقال"))))
    assert document.text == ARTICLE.replace("وقال", "ذهب إلى العاصمة وقال")
    found = counts(step)
    assert (found["changed"], found["lines_removed"], found["lines_removed_related"]) == (1, 3, 3)
    assert found["mended_spelling"] == 1
    assert engine.Cleaner().format(PAGE) == ARTICLE


@pytest.mark.parametrize(
    ("text", "fault", "passes"),
    [
        (None, "failed", None),
        ("<html><body><p>a</p></body></html>", "failed", "<html><body><p>a</p></body></html>"),
        ("", "empty", ""),
        (" \n", "empty", " \n"),
    ],
)
def test_a_failure_is_told_and_costs_no_other(engine: Any, text: str | None, fault: str, passes: str | None) -> None:
    step = engine.Cleaner()
    first, second = step(iter(documents(text, PAGE)))
    assert (first.text, second.text) == (passes, ARTICLE)
    assert ("cleaner_error" in first.metadata) == (fault == "failed")
    assert (counts(step)["total"], counts(step)["forwarded"], counts(step)[fault]) == (2, 2, 1)
    step = engine.Cleaner(drop=(fault,))
    assert [document.text for document in step(iter(documents(text, PAGE)))] == [ARTICLE]
    found = counts(step)
    assert (found["total"], found["forwarded"], found["dropped"], found[f"dropped_{fault}"]) == (2, 1, 1, 1)


def test_the_address_tells_the_site_and_packs_add_rules(engine: Any, tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text(PACK, "utf-8")
    step = engine.Cleaner(choice=Choice(read_pack(str(pack)).rules))
    [document] = step(iter(documents(f"{ARTICLE}\n{MARK}\n", url=SITE)))
    assert document.text == ARTICLE
    assert step._cleaned(ARTICLE, "a", SITE).text == ARTICLE


def test_a_wrong_option_is_told(engine: Any) -> None:
    with pytest.raises(UsageError, match="a tuple of 'failed', 'empty'"):
        engine.Cleaner(drop=("both",))


def test_without_the_library_a_sentence_names_what_to_install() -> None:
    done = subprocess.run([sys.executable, "-c", MISSING], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("run: pip install datatrove orjson")


def test_the_example_of_the_readme(engine: Any, tmp_path: Path) -> None:
    assert engine
    code = README.read_text("utf-8").split("<!-- datatrove -->\n```python\n")[1].partition("```")[0]
    records: list[list[dict[str, Any]]] = [
        [{"id": "a", "text": PAGE, "url": SITE, "n": 10**15}, {"id": "b", "text": ARTICLE}],
        [{"id": "c", "text": "<html><body><p>a</p></body></html>"}, {"id": "d", "text": PAGE}],
    ]
    (tmp_path / "crawl").mkdir()
    for number, rows in enumerate(records):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "crawl" / f"{number}.jsonl").write_text(lines, "utf-8")
    script = tmp_path / "pipeline.py"
    script.write_text(code, "utf-8")
    run = subprocess.run([sys.executable, script.name], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    kept = read(tmp_path / "clean")
    assert {row["id"]: row["text"] for row in kept} == dict.fromkeys("abd", ARTICLE)
    metadata = next(row["metadata"] for row in kept if row["id"] == "a")
    assert (metadata["url"], metadata["n"]) == (SITE, 10**15)
    failed = read(tmp_path / "failed")[0]
    assert (failed["id"], failed["text"]) == ("c", "<html><body><p>a</p></body></html>")
    assert failed["metadata"]["filter_reason"] == "failed"
    stats = json.loads((tmp_path / "logs" / "stats.json").read_text("utf-8"))
    assert [step["stats"]["total"] for step in stats if step["name"].endswith("Cleaner")] == [4]


def read(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.iterdir())
    return [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]
