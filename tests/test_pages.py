"""Whole documents: fixtures/pages/NAME holds a source, what must come of it, and what is hard about it.

A known failure says so in about.toml (`fails = "why"`) and is a strict xfail: the day it passes, the suite tells.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaner.cleaning import clean_text

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").iterdir())


def about(page: Path) -> dict[str, Any]:
    return tomllib.loads((page / "about.toml").read_text("utf-8"))


def case(page: Path) -> Any:
    reason = about(page).get("fails")
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(page, id=page.name, marks=marks)


@pytest.mark.parametrize("page", [case(page) for page in PAGES])
def test_page_comes_out_as_expected(page: Path) -> None:
    source = (page / "source.txt").read_text("utf-8")
    assert clean_text(source).text == (page / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_second_run_changes_nothing(page: Path) -> None:
    once = clean_text((page / "source.txt").read_text("utf-8")).text
    assert clean_text(once).text == once


@pytest.mark.parametrize("page", [page for page in PAGES if about(page)["clean"]], ids=lambda page: page.name)
def test_clean_page_is_its_own_expectation(page: Path) -> None:
    """A fixture that calls itself clean must be so; whether it stays whole is the first test's question."""
    assert (page / "source.txt").read_bytes() == (page / "expected.txt").read_bytes()


def test_enough_pages_of_each_language_and_enough_clean_ones() -> None:
    languages = [about(page)["language"] for page in PAGES]
    assert len(PAGES) >= 40
    assert all(languages.count(language) >= 5 for language in ("ar", "en", "fr", "fa"))
    assert sum(about(page)["clean"] for page in PAGES) * 4 >= len(PAGES)
