"""The pages of one site as learning sees them: lines, which are prose, where the article begins and ends."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from cleaner.corpus.learning.words import words_of
from cleaner.document import BlockKind, Source
from cleaner.judging.site_lines import is_sentence
from cleaner.normalize.line_key import line_keys
from cleaner.reading.text import read_text

_RARE = 2  # pages: a paragraph on no more is the page's own
_RARE_SHARE = 0.02
_BARE_PARAGRAPH = 40  # characters of a paragraph that does not end as a sentence
_BODY, _BESIDE = 3, 3  # paragraphs in a row that make a body, and how much longer it is than what is added to it
_OWN_CHARS, _OWN_SHARE = 60, 0.2  # of a page that are on no other: more make it a page of its own


class Line(NamedTuple):
    """One line of a page. key: what it is compared by; prose: whether it reads like a paragraph; sentence: whether it
    ends as one; gap: whether a blank line stands above it.
    """

    key: str
    text: str
    prose: bool
    sentence: bool
    gap: bool


Page = list[Line]


@dataclass(frozen=True)
class Pages:
    """Pages with bodies of their own."""

    pages: Sequence[Page]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Pages":
        """The distinct pages among the texts: an article that was fetched under several addresses counts once."""
        return cls([*_distinct([*map(_read, texts)])])

    @cached_property
    def frequency(self) -> Counter[str]:
        """On how many pages each line stands."""
        return _frequency(self.pages)

    @cached_property
    def rare(self) -> float:
        """The pages that a line may stand on and still be a page's own."""
        return max(_RARE, _RARE_SHARE * len(self.pages))

    @cached_property
    def paragraphs(self) -> list[list[int]]:
        """Of each page the lines that are paragraphs of its own: prose, and shorter sentences.

        On a site that ends no paragraph with a full stop other lines are too, but not the headline, the first.
        """
        own = [[i for i, line in enumerate(page) if self.is_own(line)] for page in self.pages]
        long = [page[i] for page, mine in zip(self.pages, own, strict=True) for i in mine if page[i].prose]
        bare = 2 * sum(line.sentence for line in long) <= len(long)
        return [
            [
                i
                for i in mine
                if page[i].prose or page[i].sentence or (bare and i != mine[0] and len(page[i].text) >= _BARE_PARAGRAPH)
            ]
            for page, mine in zip(self.pages, own, strict=True)
        ]

    @cached_property
    def bodies(self) -> list[tuple[int, int]]:
        """Of each page its first and last paragraph of its own; (0, -1) where it has none."""
        return [(own[0], own[-1]) if own else (0, -1) for own in self.paragraphs]

    @cached_property
    def words(self) -> set[str]:
        """The words of the site's own paragraphs."""
        return words_of(page[i].text for page, own in zip(self.pages, self.paragraphs, strict=True) for i in own)

    def is_own(self, line: Line) -> bool:
        """Whether a line is on hardly any other page."""
        return self.frequency[line.key] <= self.rare

    def enough(self, least: int, share: float) -> float:
        """The pages that a line of a share must be on, less what the sample may err by."""
        count = sum(span[1] >= 0 for span in self.bodies)
        return max(least, share * count - 1.5 * math.sqrt(count * share * (1 - share)))


def _read(text: str) -> Page:
    blocks = read_text(Source(text)).blocks
    keys = line_keys([block.text for block in blocks])
    page, above = [], 0
    for key, block in zip(keys, blocks, strict=True):
        if key:
            prose = block.kind is BlockKind.PROSE
            page.append(Line(key, block.text, prose, is_sentence(block.text), block.line > above + 1))
        above = block.line
    return page


def _frequency(pages: Iterable[Page]) -> Counter[str]:
    return Counter(key for page in pages for key in {line.key for line in page})


def _distinct(pages: list[Page]) -> Iterator[Page]:
    """One page of each article, told by the rarest of the lines that copies share."""
    frequency = _frequency(pages)
    seen: set[str] = set()
    for page in pages:
        if shared := _shared(page, frequency):
            rarest = min((frequency[line.key], line.key) for line in shared)[1]
            if rarest in seen:
                continue
            seen.add(rarest)
        yield page


def _shared(page: Page, frequency: Counter[str]) -> Page:
    """The lines by which a page shows itself to be a copy of others; none for a page of its own.

    It has next to nothing of its own, or little beside several paragraphs in a row that other pages have too: so a copy
    with a comment more is one all the same.
    """
    own = _size([line for line in page if frequency[line.key] == 1])
    prose = [line for line in page if line.prose or line.sentence]
    run = max(_runs(prose, frequency), key=_size, default=[])
    if len(run) >= _BODY and _size(run) > _BESIDE * own:
        return run
    if own < min(_OWN_CHARS, _OWN_SHARE * _size(page)):
        return [line for line in prose if frequency[line.key] > 1] or page
    return []


def _runs(prose: Page, frequency: Counter[str]) -> Iterator[Page]:
    for shared, run in groupby(prose, key=lambda line: frequency[line.key] > 1):
        if shared:
            yield [*run]


def _size(lines: Iterable[Line]) -> int:
    return sum(len(line.key) for line in lines)
