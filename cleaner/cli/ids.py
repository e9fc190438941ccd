"""Ids of rules and steps as the user names them: cut from option values, and checked against those there are."""

from collections.abc import Collection, Iterable

from cleaner.errors import UsageError


def ids(values: Iterable[str]) -> frozenset[str]:
    """The ids in some option values, each of which may be a list with commas."""
    return frozenset(filter(None, (word.strip() for value in values for word in value.split(","))))


def check_ids(ids: Iterable[str], known: Collection[str], file: str = "") -> None:
    """Raise UsageError for ids that no rule has, with the ids that look like them and the file that named them."""
    unknown = sorted(set(ids) - set(known))
    if unknown:
        where = f"{file}: " if file else ""
        raise UsageError("\n".join(where + _advice(name, known) for name in unknown))


def _advice(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3)
    if near:
        return f"there is no rule {name!r}; did you mean {' or '.join(near)}?"
    return f"there is no rule {name!r}; cleaner rules list names them all"
