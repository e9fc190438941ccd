"""Libraries that only some need: a missing one is named together with the command that brings it."""

from importlib import import_module
from types import ModuleType

from cleaner.errors import UsageError


def needed(module: str, extra: str) -> ModuleType:
    """A module of an extra. Raises UsageError where it is not installed.

    >>> needed("nowhere.at_all", "parquet")
    Traceback (most recent call last):
    ...
    cleaner.errors.UsageError: this needs nowhere, which is not installed; run: pip install 'cleaner[parquet]'
    """
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise UsageError(f"this needs {name}, which is not installed; run: pip install 'cleaner[{extra}]'") from None
