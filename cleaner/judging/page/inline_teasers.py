"""Teasers set into an article that names give away.

drop | <div class="teaser"><span>Rivers<h4><a>The ferry that runs at night</a></h4><p>Its captain never slept.
keep | <p>The council meets again in May.
"""

from cleaner.judging.page.first import FirstPass, Sums
from cleaner.reading.hints import bits

_TEASERS = 0.25  # of the prose, at most: one within the article, and all of them
_TEASERS_NAMED = bits("teaser", "related", "more")
_OF_CARD = 4  # blocks: label, headline, summary, date


def without_inline_teasers(first: FirstPass, kept: list[int]) -> list[int]:
    """Without inline teasers: pieces named so of which each heading is a link, with no more than label and summary."""
    boxes = {i for i, sums in first.in_piece.items() if sums.cards and _is_teaser(sums, first.prose)}
    if not boxes:
        return kept
    holders, piece_of, masses = first.page.holders, first.piece_of, first.layout.masses
    around = first.layout.around
    left = [k for k in kept if piece_of[holders[k]] not in boxes or not around[holders[k]] & _TEASERS_NAMED]
    return left if sum([masses[k] for k in left]) >= (1 - _TEASERS) * sum([masses[k] for k in kept]) else kept


def _is_teaser(sums: Sums, prose: float) -> bool:
    """Whether what a piece holds is little and may all belong to its linked headings."""
    few = sums.blocks <= _OF_CARD * sums.cards and sums.mass <= _TEASERS * prose
    return few and sums.cards == sums.headings
