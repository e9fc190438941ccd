"""The pages of fixtures/html, as parameters of tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

FOLDERS = sorted((Path(__file__).parent.parent / "fixtures/html").iterdir())


def each_folder(failing: Mapping[str, str]) -> list[Any]:
    """All of them. failing: those that are expected to fail, with the reason."""
    return [
        pytest.param(
            folder,
            id=folder.name,
            marks=[pytest.mark.xfail(strict=True, reason=failing[folder.name])] if folder.name in failing else [],
        )
        for folder in FOLDERS
    ]
