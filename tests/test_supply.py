"""What comes from others: each package is locked, its licence told, and none binds what cleaner may be used for."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.lock import EXTRAS, LICENCES, LOCK, ROOT, closure, needed

LOCKED = dict(line.split("==") for line in LOCK.read_text("utf-8").split("\n") if "==" in line)
ROWS = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+?) \|", LICENCES.read_text("utf-8"), re.M))
FREE = re.compile(r"\b(?:MIT|BSD|Apache|PSF|Python Software Foundation|CNRI-Python|ISC|0BSD)\b")


@pytest.mark.parametrize("requirement", needed(EXTRAS), ids=str)
def test_what_the_project_asks_for_is_locked_at_a_version_that_it_allows(requirement: Requirement) -> None:
    assert requirement.specifier.contains(LOCKED[canonicalize_name(requirement.name)])


def test_what_these_need_in_turn_is_locked_too() -> None:
    assert set(closure(needed(("dev",)))) <= LOCKED.keys()


def test_the_list_of_licences_is_that_of_the_lock() -> None:
    assert {name: version for name, version in ROWS.items() if name != "package"} == LOCKED


@pytest.mark.parametrize("name", sorted(closure(needed())))
def test_what_users_install_is_free_for_any_use(name: str) -> None:
    (licence,) = re.findall(rf"^\| {name} \| [^|]+ \| (.+) \|$", LICENCES.read_text("utf-8"), re.M)
    assert FREE.search(licence)


def test_the_packages_carry_the_licences() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"/LICENSES.md"' in project
    assert '"/requirements.lock"' in project
    assert Path(ROOT, "LICENSE").exists()
    assert Path(ROOT, "cleaner", "normalize", "lexicon.LICENSE").exists()
