"""`[tool.cleaner]` of the nearest pyproject.toml: the rules that a project's people agreed on."""

from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import UsageError


class Settings(NamedTuple):
    """rules: paths of packs; select, ignore: rule ids; file: where they are said. What is not given is empty."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    file: str = ""


_KEYS = ("rules", "select", "ignore")


def settings() -> Settings:
    """What the nearest pyproject.toml says, from the working directory upward; packs are named from its folder."""
    here = Path.cwd()
    path = next((file for folder in (here, *here.parents) if (file := folder / "pyproject.toml").is_file()), None)
    if path is None:
        return Settings()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    # Parsing costs more than cleaning a small file, and most projects say nothing of this tool.
    return _parse(data, path) if b"cleaner" in data else Settings()


def _parse(data: bytes, path: Path) -> Settings:
    import tomllib

    try:
        tool = tomllib.loads(data.decode()).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}; mend the file") from None
    table = tool.get("cleaner", {}) if isinstance(tool, dict) else {}
    mistakes = _mistakes(table)
    if mistakes:
        raise UsageError("\n".join(f"{path}: [tool.cleaner] {mistake}" for mistake in mistakes))
    rules, select, ignore = (tuple(table.get(key, ())) for key in _KEYS)
    return Settings(tuple(str(path.parent / pack) for pack in rules), select, ignore, str(path))


def _mistakes(table: Any) -> list[str]:
    if not isinstance(table, dict):
        return ["must be a table"]
    keys = ", ".join(_KEYS)
    mistakes = [f"has the unknown key {key!r}; the keys are {keys}" for key in table if key not in _KEYS]
    for key in _KEYS:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.isprintable() for item in value):
            mistakes.append(f"needs a list of texts for {key!r}")
    return mistakes
