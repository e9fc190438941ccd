"""Teasers in containers that no name gives away: all alike, each a link and no more than a summary below it.

keep | <div class="text"><p>The crane was lowered onto its new wheels on Tuesday.
drop | <div class="k2"><a>The ferry that runs at night</a><p>Its captain has not slept for nine winters.
drop | <div class="k2"><a>Who owns the quay?</a><p>Three offices say that another one does.
"""

from collections.abc import Sequence

from cleaner.judging.page.blocks import is_link
from cleaner.judging.page.containers import look, outward
from cleaner.judging.page.first import FirstPass
from cleaner.reading.hints import bits
from cleaner.reading.page import Columns

_HEADLINE, _SUMMARY = 20, 250  # characters: of the link at least, of a summary at most
_BLOCKS = 3  # of a teaser, at most: its section, headline and summary
_SEVERAL = 2  # teasers
_OF_LINE, _LONGEST = 0.6, 400  # of a line that is a headline; characters of what stands below it in the same block
_LEVELS = 3  # containers around a block that may be its teaser
_UNFOLDS = bits("question", "tabs")  # below a link that opens it
_PROSE = 60  # mass of a paragraph


def without_teasers(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks without those of teasers. Next to nothing to do where no kept block holds or follows a link."""
    page, masses, links = first.page, first.layout.masses, first.page.links
    whole = _in_one_block(page, [k for k in kept if links[k] >= _HEADLINE], first.layout.chain)
    if whole and any(masses[k] > _PROSE for k in kept if k not in whole):
        kept = [k for k in kept if k not in whole]
    below = [k for k in kept if masses[k] and k and links[k - 1] >= _HEADLINE and not links[k] and is_link(page, k - 1)]
    below = [k for k in below if len(page.texts[k]) <= _SUMMARY]
    if len(below) < _SEVERAL:
        return kept
    groups: dict[tuple[int, str], list[int]] = {}
    for k in below:
        if (card := _card(page, k, first.layout.chain)) and (up := page.parents[card]) not in first.layout.chain:
            groups.setdefault((up, look(page, card)), []).append(card)
    boxes = {up: set(cards) for (up, name), cards in groups.items() if name and len(cards) >= _SEVERAL}
    found = {k for up, cards in boxes.items() for k in _blocks_of(page, kept, masses, up, cards)}
    left = [k for k in kept if k not in found]
    return left if any(masses[k] > _PROSE for k in left) else kept


def _in_one_block(page: Columns, linked: list[int], chain: set[int]) -> set[int]:
    """The blocks that are a linked headline, its date beside it, and a summary below a line break: several, alike."""
    groups: dict[tuple[int, str], list[int]] = {}
    for k in linked:
        line, _, rest = page.texts[k].partition("\n")
        holder, links = page.holders[k], page.links[k]
        box = page.parents[holder]
        if rest and box not in chain and _OF_LINE * len(line) <= links <= len(line) and len(rest) <= _LONGEST:
            groups.setdefault((box, look(page, holder)), []).append(k)
    return {k for (_, name), each in groups.items() if name and len(each) >= _SEVERAL for k in each}


def _card(page: Columns, k: int, chain: set[int]) -> int:
    """The innermost container that holds a block and the link above it, and next to nothing more; 0 where none is."""
    around = outward(page.parents, page.holders[k - 1], _LEVELS)
    card = next((i for i in outward(page.parents, page.holders[k], _LEVELS) if i in around), 0)
    return card if card not in chain and not page.bits[card] & _UNFOLDS else 0


def _blocks_of(page: Columns, kept: Sequence[int], masses: Sequence[float], box: int, cards: set[int]) -> list[int]:
    """The kept blocks within a box of teasers; none where it holds a paragraph beside them."""
    own: list[int] = []
    counts = dict.fromkeys(cards, 0)
    for k in kept:
        path = _path(page, page.holders[k], box)
        if path is None:
            continue
        card = next((i for i in path if i in cards), 0)
        if card:
            counts[card] += 1
        elif masses[k] > _PROSE:
            return []
        own.append(k)
    return own if max(counts.values()) <= _BLOCKS else []


def _path(page: Columns, container: int, box: int) -> list[int] | None:
    """The containers from this one up to the box, None where it is not within."""
    found: list[int] = []
    while container > box:
        found.append(container)
        container = page.parents[container]
    return found if container == box else None
