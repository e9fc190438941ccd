"""The house has floors: a module imports only from lower ones; functions and files stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "cleaner"
FLOORS = [
    {"errors", "document", "pattern", "lazy"},
    {"limits"},
    {"normalize"},
    {"reading", "rules"},
    {"judging"},
    {"outcome"},
    {"page_cleaning"},
    {"cleaning", "normalizing"},
    {"writing", "files"},
    {"corpus"},
    {"cli"},
]
OPEN = {"__init__", "__main__"}  # the doors: they may import from any floor
MODULES = sorted(ROOT.rglob("*.py"))


def floor_of(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def imports_of(path: Path) -> set[str]:
    """The first names below `cleaner` that a module imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cleaner."):
            found.add((node.module or "").split(".")[1])
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[1] for alias in node.names if alias.name.startswith("cleaner."))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_only_from_lower_floors(path: Path) -> None:
    own = path.relative_to(ROOT).with_suffix("").parts[0]
    if own in OPEN:
        return
    assert all(name == own or floor_of(name) < floor_of(own) for name in imports_of(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_small_enough_to_read(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert text.count("\n") <= 300
    assert all((node.end_lineno or 0) - node.lineno < 60 for node in functions)


def test_most_functions_are_short() -> None:
    sizes = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert sizes[int(len(sizes) * 0.95)] <= 40
