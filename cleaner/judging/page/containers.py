"""What several stages ask of the tree of containers, which come in document order, parents first."""

import re

from cleaner.reading.page import Columns

_NUMBER = re.compile(r"[\d_-]*\d")


def outward(parents: list[int], container: int, most: int) -> list[int]:
    """A container and those around it, at most so many, the innermost first."""
    found: list[int] = []
    while container and len(found) < most:
        found.append(container)
        container = parents[container]
    return found


def above(parents: list[int], container: int) -> set[int]:
    """A container and those around it, without the first of all."""
    chain = set()
    while container:
        chain.add(container)
        container = parents[container]
    return chain


def bits_around(parents: list[int], own: list[int], chain: set[int], among: range) -> list[int]:
    """What each container says of itself, with those around it that do not hold the whole article; 0 for all others."""
    around = [0] * len(parents)
    for i in among:
        if i and i not in chain:
            around[i] = around[parents[i]] | own[i]
        elif i:
            around[i] = around[parents[i]]
    return around


def end_of(parents: list[int], container: int) -> int:
    """The number after the last container within this one."""
    for i in range(container + 1, len(parents)):
        if parents[i] < container:
            return i
    return len(parents)


def look(page: Columns, container: int) -> str:
    """Element and first name of a container, without its number; "" where it has no name."""
    names = page.hints[container].split(None, 1)
    return f"{page.container_tags[container]} {_NUMBER.sub('', names[0])}" if names else ""


def spread(parents: list[int], tops: set[int], among: range) -> list[bool]:
    """For each container whether it is one of these or within one."""
    inside = [False] * len(parents)
    for i in among:
        inside[i] = i in tops or inside[parents[i]]
    return inside


def pictures_in(page: Columns, among: range) -> list[int]:
    """How many pictures each container holds, of one and those within it."""
    counts = [0] * len(page.parents)
    for i, count in page.pictures.items():
        counts[i] = count
    for i in reversed(among):
        if counts[i] and i:
            counts[page.parents[i]] += counts[i]
    return counts
