"""Every page of fixtures/html gives just the article that it says, and says why for everything else."""

import tomllib
from pathlib import Path

import pytest

from cleaner import clean, explain
from cleaner.page_cleaning import CleanPage
from tests.html_folders import FOLDERS, each_folder

STILL = {
    "arabic-font-runs": "a comment below the heading of its thread, in a page without names, reads as a paragraph",
    "arabic-interview": "a sentence set large stays, though a paragraph nearby holds it",
}


@pytest.mark.parametrize("folder", each_folder(STILL))
def test_the_article_and_nothing_else(folder: Path) -> None:
    found = clean((folder / "source.html").read_bytes())
    assert found.body.strip() == (folder / "expected.txt").read_text("utf-8").strip()
    assert tomllib.loads((folder / "about.toml").read_text("utf-8"))["why"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_block_is_kept_or_dropped_for_a_reason(folder: Path) -> None:
    found = clean((folder / "source.html").read_bytes())
    assert isinstance(found, CleanPage)
    assert sorted([*found.kept, *found.dropped]) == list(range(len(found.document.blocks)))
    assert all(verdict.reason and verdict.rule for verdict in found.dropped.values())
    report = explain((folder / "source.html").read_bytes())
    assert report.count("\n") > len(found.document.blocks)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_article_cleaned_again_as_text_stays(folder: Path) -> None:
    body = clean((folder / "source.html").read_bytes()).body
    words = body.split()
    left = clean(body, format="text").text.split()
    assert len(left) >= 0.99 * len(words)
