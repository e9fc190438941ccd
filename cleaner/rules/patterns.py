"""What a pattern of a pack may be: bounded, before anything compiles it. A pack may come from a stranger.

A pattern that passes cannot fill the memory; what time it takes is watched when it is searched (compile.py).
"""

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]  # the only parser that reads what `re` will
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any
from warnings import catch_warnings, simplefilter

from cleaner.normalize.fold import level
from cleaner.rules.rule import LONGEST

MAX_PATTERN = 1000  # characters
MAX_NESTED = 12  # groups and repeats within each other
MAX_REPEATS = 3000  # of one thing, where repeats stand within repeats; the worst of ours has 2,880
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def pattern_mistakes(pattern: str) -> Iterator[str]:
    """What is wrong with a pattern, a phrase each.

    >>> list(pattern_mistakes("^(a+)+$"))
    ['has a pattern with repeats within repeats, 57,600 in all; 3,000 are allowed']
    """
    if len(pattern) > MAX_PATTERN:
        yield f"has a pattern of {len(pattern):,} characters; {MAX_PATTERN:,} are allowed"
        return
    whole = level(pattern)  # as it will be run
    try:
        with catch_warnings():
            simplefilter("error")  # what Python may read another way some day is a mistake too
            too_much = _too_much(parser.parse(whole), _groups(whole))
            if not too_much:
                re.compile(whole)
    except (re.error, OverflowError, RecursionError, FutureWarning, DeprecationWarning) as error:
        yield f"has a pattern that is no regular expression: {error}"
    else:
        yield from too_much


def _groups(pattern: str) -> int:
    """How many groups stand within each other, those among them that the parser forgets."""
    deepest = depth = 0
    for sign in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", pattern):
        depth += (sign == "(") - (sign == ")")
        deepest = max(deepest, depth)
    return deepest


def _too_much(parsed: Any, groups: int) -> list[str]:
    """What would cost more than it may."""
    nested, single, product = _measure(parsed)
    nested = max(nested, groups)
    told = []
    if nested > MAX_NESTED:
        told.append(f"has a pattern of {nested} groups and repeats within each other; {MAX_NESTED} are allowed")
    if single > LONGEST:
        told.append(f"has a pattern that counts to {single:,}; a line to be matched has at most {LONGEST} characters")
    elif product > MAX_REPEATS:
        told.append(f"has a pattern with repeats within repeats, {product:,} in all; {MAX_REPEATS:,} are allowed")
    return told


def _measure(parsed: Any) -> tuple[int, int, int]:
    """The deepest nesting, the highest count, and how often the innermost thing may be repeated in all."""
    nested = single = 0
    product = 1
    waiting = [(parsed, 0, 1)]
    while waiting:
        part, depth, times = waiting.pop()
        nested, product = max(nested, depth), max(product, times)
        for code, value in part:
            more = times
            if code in _REPEATS:
                low, high, _ = value
                single = max(single, low, 0 if high is op.MAXREPEAT else high)
                more *= max(1, LONGEST if high is op.MAXREPEAT else high)
            waiting += [(inner, depth + 1, more) for inner in _inner(value)]
    return nested, single, product


def _inner(value: Any) -> Iterator[Any]:
    """The patterns within one element of a pattern, whatever it is."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _inner(each)
