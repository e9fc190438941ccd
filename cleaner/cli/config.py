"""`[tool.cleaner]` of the nearest pyproject.toml: what a project's people agreed on."""

import re
from pathlib import Path
from sys import float_info
from typing import Any, Literal, NamedTuple, get_args

from cleaner.errors import UsageError
from cleaner.limits import USUAL, Limits


class Settings(NamedTuple):
    """rules, words: paths of packs and word lists; select, ignore: rule ids; file: where all this is said."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    spelling: Literal["auto", "always", "never"] = "auto"
    digits: Literal["keep", "western", "arabic"] = "keep"
    limits: Limits = USUAL
    file: str = ""


_LISTS = ("rules", "select", "ignore", "words")
_CHOICES = {key: get_args(Settings.__annotations__[key]) for key in ("spelling", "digits")}
_LIMITS = {f"max-{name}": name for name in Limits._fields}
_KEYS = (*_LISTS, *_CHOICES, *_LIMITS)
_TABLE = re.compile(rb"""\btool["'\s]*(?:\.\s*["']?cleaner|[]=])""").search  # or a key that may hold it, `[tool]`


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
    # Parsing costs more than cleaning a small file, and most projects say nothing to this tool.
    return _parse(data, path) if _TABLE(data) else Settings()


def _parse(data: bytes, path: Path) -> Settings:
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get("tool", {})
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, or beyond all measure
        raise UsageError(f"{path}: not valid TOML: {error}; mend the file") from None
    table = tool.get("cleaner", {}) if isinstance(tool, dict) else {}
    mistakes = _mistakes(table)
    if mistakes:
        raise UsageError("\n".join(f"{path}: [tool.cleaner] {mistake}" for mistake in mistakes))
    said: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in table.items()}
    said["limits"] = Limits(**{name: said.pop(key) for key, name in _LIMITS.items() if key in said})
    for key in ("rules", "words"):
        said[key] = tuple(str(path.parent / name) for name in said.get(key, ()))
    return Settings(**said, file=str(path))


def _mistakes(table: Any) -> list[str]:
    if not isinstance(table, dict):
        return ["must be a table"]
    keys = ", ".join(_KEYS)
    mistakes = [f"has the unknown key {key!r}; the keys are {keys}" for key in table if key not in _KEYS]
    for key, choices in _CHOICES.items():
        if key in table and table[key] not in choices:
            mistakes.append(f"needs one of {', '.join(choices)} for {key!r}")
    for key, name in _LIMITS.items():
        is_count = name in ("depth", "attributes", "marks")
        value = table.get(key, 1)
        is_number = isinstance(value, int if is_count else int | float) and not isinstance(value, bool)
        if not is_number or not 0 < value <= float_info.max:
            mistakes.append(f"needs a {'whole' if is_count else 'finite'} number above 0 for {key!r}")
    for key in _LISTS:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.isprintable() for item in value):
            mistakes.append(f"needs a list of texts for {key!r}")
    return mistakes
