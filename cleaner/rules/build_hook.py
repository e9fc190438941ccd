"""Run by hatchling when the project is built or installed: packs the shipped rules (see packed.py)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackRules(BuildHookInterface[Any]):
    """Writes the packed file beside the TOML files of each language and lets the wheel carry it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's signature
        sys.path.insert(0, self.root)
        from cleaner.rules import load, packed

        for language in load.LANGUAGES:
            folder = Path(self.root, "cleaner", "rules", "packs", language)
            packed.write(folder, tuple(map(load.folded, load.parse_language(folder))))
            build_data["artifacts"].append(f"/cleaner/rules/packs/{language}/{packed.NAME}")
