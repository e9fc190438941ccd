"""The pages of one site as learning sees them: lines, which are prose, where the article begins and ends."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cleaner.corpus.learn_words import words_of
from cleaner.document import BlockKind, Source
from cleaner.normalize.line_key import line_keys
from cleaner.reading.text import read_text

_RARE = 2  # pages: a paragraph on no more is the page's own
_RARE_SHARE = 0.02
_OWN_CHARS, _OWN_SHARE = 60, 0.2  # of a page that are on no other: more make it a page of its own


class Line(NamedTuple):
    """One line of a page. key: what it is compared by; prose: whether it reads like a paragraph; gap: whether a blank
    line stands above it.
    """

    key: str
    text: str
    prose: bool
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
    def bodies(self) -> list[tuple[int, int]]:
        """Of each page its first and last paragraph of its own; (0, -1) where it has none."""
        spans = []
        for page in self.pages:
            own = [i for i, line in enumerate(page) if self.is_own(line) and line.prose]
            spans.append((own[0], own[-1]) if own else (0, -1))
        return spans

    @cached_property
    def words(self) -> set[str]:
        """The words of the site's own prose."""
        texts = [line.text for page in self.pages for line in page if line.prose and self.is_own(line)]
        return words_of(texts)

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
            page.append(Line(key, block.text, block.kind is BlockKind.PROSE, block.line > above + 1))
        above = block.line
    return page


def _frequency(pages: Iterable[Page]) -> Counter[str]:
    return Counter(key for page in pages for key in {line.key for line in page})


def _distinct(pages: list[Page]) -> Iterator[Page]:
    """One page of each article: those with too little of their own go by the rarest paragraph that they share."""
    frequency = _frequency(pages)
    seen: set[str] = set()
    for page in pages:
        sizes: defaultdict[bool, int] = defaultdict(int)
        for line in page:
            sizes[frequency[line.key] == 1] += len(line.key)
        if sizes[True] < _OWN_CHARS and sizes[True] < _OWN_SHARE * sum(sizes.values()):
            shared = [line for line in page if line.prose and frequency[line.key] > 1] or page
            rarest = min((frequency[line.key], line.key) for line in shared)[1] if shared else ""
            if rarest in seen:
                continue
            seen.add(rarest)
        yield page
