"""Sentences of an article that is straight text in one container, its paragraphs parted by line breaks.

keep | <div>The crane was lowered on Tuesday.<br><br>Nobody was hurt.<br><br><a>Who owns the quay?</a></div>
"""

from cleaner.judging.page import families as f
from cleaner.judging.page.first import FirstPass

_MOST = 0.6  # of the characters of a container, and of the prose of the page: kept text straight in it


def with_straight_sentences(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks, with the unlinked sentences straight in the container that holds most of the article so."""
    page, chars = first.page, dict[int, int]()
    for k in [k for k in kept if page.tags[k] == "div"]:
        chars[page.holders[k]] = chars.get(page.holders[k], 0) + len(page.texts[k])
    holder = max(chars, key=chars.__getitem__, default=0)
    if holder not in first.held or chars[holder] < _MOST * max(first.held[holder].chars, first.prose):
        return kept  # what stands outside of the wide region is held by none of its containers
    found = [
        k
        for place, k in enumerate(first.blocks)
        if page.holders[k] == holder and page.tags[k] == "div" and _is_sentence(first, place)
    ]
    return sorted({*kept, *found})


def _is_sentence(first: FirstPass, place: int) -> bool:
    """Whether a block ends as a sentence does, and holds no link."""
    ends = f.END_OF[first.shapes[place] % len(f.END_OF)] == f.SENTENCE
    return ends and first.sizes[place] >= f.PHRASE and not first.links[place]
