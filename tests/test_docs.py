"""Every command and option says what it does, and the README says it too."""

import re

import click
import pytest

from cleaner.cli.commands import commands
from cleaner.rules.load import LANGUAGES
from tests.bench.linear import GROUPS
from tests.docs import README, leaves, options, rewritten

COMMANDS = dict(leaves(commands, "cleaner"))
OPTIONS = [
    pytest.param(name, option, id=f"{name} {option.opts[0]}") for name in COMMANDS for option in options(COMMANDS[name])
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_fits_its_list(name: str) -> None:
    first = (COMMANDS[name].help or "").partition("\n\n")[0]
    assert first.endswith(".")
    assert len(first) <= 60


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_has_help(name: str, option: click.Option) -> None:
    assert name
    assert (option.help or "").endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`{name}" in README.read_text("utf-8")


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_in_the_readme(name: str, option: click.Option) -> None:
    assert name
    assert all(
        f"`{spelling}" in README.read_text("utf-8") or f", {spelling}" in README.read_text("utf-8")
        for spelling in option.opts
    )


def test_the_readme_is_as_make_docs_writes_it() -> None:
    readme = README.read_text("utf-8")
    assert readme == rewritten(readme)


def test_the_readme_shows_the_hooks() -> None:
    readme = README.read_text("utf-8")
    assert "id: cleaner-fix" in readme
    assert "cleaner-check" in readme
    assert "files: ^corpus/" in readme


def test_the_readme_counts_the_languages() -> None:
    own = {*LANGUAGES} - {"any", "world"}
    assert f"rules for {len(own)} languages" in README.read_text("utf-8")


def test_the_readme_counts_the_probes_for_linear_cost() -> None:
    count = sum(len(probes) for _, probes in GROUPS.values())
    assert f"for {count} kinds of input" in README.read_text("utf-8")


def test_each_promise_has_a_test_that_there_is() -> None:
    promises = README.read_text("utf-8").partition("## Promises")[2].partition("## Numbers")[0]
    rows = [line for line in promises.split("\n") if line.startswith("| ")][1:]
    assert len(rows) > 20
    for row in rows:
        tests = re.findall(r"`([\w/]+\.py)::(\w+)`", row)
        assert tests, row
        for file, name in tests:
            assert f"def {name}(" in (README.parent / "tests" / file).read_text("utf-8"), (file, name)
