"""Shipped packs in Python's own format for values, phrases folded, no examples: made at installation.

TOML takes a hundred times as long to read, JSON nearly twice, not counting its module. Every Python reads the format.

A packed file carries the checksum of the TOML files it was made from. Where it is missing or stale, the loader reads
the TOML, so a rule may be edited and tried at once. Files that are older than it need not be read to know.
"""

import marshal
import os
import zlib
from dataclasses import fields
from pathlib import Path
from typing import Any

from cleaner.rules.rule import Rule

NAME = "packed.marshal"
_VERSION = 2  # of the format: older than any Python that runs this
_FIELDS = [field for field in fields(Rule) if field.name != "examples"]


def sources(folder: Path) -> list[Path]:
    """The TOML files of one language, in order."""
    return sorted((pack for pack in folder.iterdir() if pack.name.endswith(".toml")), key=lambda pack: pack.name)


def seal(texts: list[bytes]) -> int:
    """The checksum of the TOML files together."""
    return zlib.crc32(b"\0".join(texts))


def write(folder: Path, rules: tuple[Rule, ...]) -> None:
    """Write the packed file beside the TOML files it stands for; only what differs from a rule's defaults."""
    texts = [pack.read_bytes() for pack in sources(folder)]
    entries = [{f.name: getattr(rule, f.name) for f in _FIELDS if getattr(rule, f.name) != f.default} for rule in rules]
    (folder / NAME).write_bytes(marshal.dumps({"seal": seal(texts), "rules": entries}, _VERSION))


def read(folder: Path) -> tuple[Rule, ...] | None:
    """The rules of a packed file, or None where there is none, it cannot be read or its sources have changed."""
    with os.scandir(folder) as entries:
        changed = {entry.name: entry.stat().st_mtime_ns for entry in entries}
    if NAME not in changed:
        return None
    try:
        data: dict[str, Any] = marshal.loads((folder / NAME).read_bytes())
        is_older = max(changed.values()) > changed[NAME]
        if is_older and data["seal"] != seal([pack.read_bytes() for pack in sources(folder)]):
            return None
        return tuple(Rule(**entry) for entry in data["rules"])
    except (EOFError, KeyError, TypeError, ValueError):  # cut short, or written by another version
        return None
