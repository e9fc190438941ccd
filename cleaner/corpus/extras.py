"""Libraries that only some need: a missing one is named together with the command that brings it."""

from importlib import import_module
from types import ModuleType

from cleaner.errors import UsageError


def needed(module: str, packages: str) -> ModuleType:
    """A module of packages that are no dependencies. Raises UsageError where it is not installed.

    The packages are named, not the extra of ours that asks for them: another package of our name is on PyPI.

    >>> needed("nowhere.at_all", "nowhere")
    Traceback (most recent call last):
    ...
    cleaner.errors.UsageError: this needs what is not installed here; run: pip install nowhere
    """
    try:
        return import_module(module)
    except ImportError:
        raise UsageError(f"this needs what is not installed here; run: pip install {packages}") from None
