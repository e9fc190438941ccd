"""Patterns that are compiled when they are first used: most runs need few, and compiling all takes as long as a run."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; each method that is asked for is its own from then on, at no further cost."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later. A mistake in it shows at its first use, so this is for patterns with tests.

    >>> pattern("[0-9]+").findall("7 of 12")
    ['7', '12']
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
