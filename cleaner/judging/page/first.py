"""The first pass: what each block of the wide region says by itself, its neighbours and the containers around it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from cleaner.judging.page import families as f
from cleaner.judging.page.layout import WHOLE_TAGS, Layout
from cleaner.reading.kinds import shape
from cleaner.reading.page import Columns
from cleaner.rules.rule import KINDS as RULE_KINDS
from cleaner.rules.rule import WHERE, Rule

_IS_DATE = re.compile(r"\d{4}|\d{1,2}[:./]\d{2}").search
_IS_CREDIT = re.compile(r"[(\[][^()\[\]]{0,60}[:/©][^()\[\]]{0,80}[)\]]\W*$|^\w{2,12} ?: ?[^.:]{3,50}$").search
_SIGNS = "©•·|>»←→"
_HEAVY = 60  # mass from which a block is prose
_REPEATS = 20  # characters from which a text that stands twice is a repetition
_REPEATS_LONG = 60
_LOOK_SHARE = 0.3  # of the prose: blocks that look alike and hold more are the core
_LINE = 300  # characters of what may be a line between paragraphs
_LABEL = 40  # characters of a label before a link


@dataclass(slots=True)
class _Sums:
    """Of a group of blocks: how many, their characters, link characters and mass, headings, headings that are links."""

    blocks: int = 0
    chars: int = 0
    links: int = 0
    mass: float = 0.0
    headings: int = 0
    cards: int = 0


class FirstPass:
    """A page's blocks between `layout.first` and `layout.last`, ready to be asked for their evidence.

    marks: the rules that match a block, by its number; looks: blocks with equal entries look alike; pieces: the
    outermost container around each block that does not hold the whole article, 0 for none.
    """

    def __init__(self, page: Columns, layout: Layout, marks: dict[int, tuple[Rule, ...]]) -> None:
        self.page, self.layout, self.marks = page, layout, marks
        self.blocks = [k for k in range(layout.first, layout.last) if page.tags[k] not in WHOLE_TAGS]
        holders, links, texts = page.holders, page.links, page.texts
        self.sizes = [f.size_step(size) for size in layout.widths]
        self.links = [bisect_left(f.LINK_BOUNDS, link / len(text)) for link, text in zip(links, texts, strict=True)]
        self.tags = [f.TAG_OF.get(tag, f.STRAIGHT) for tag in page.tags]
        self.piece_of = _pieces(page.parents, layout.chain)
        self.looks = {k: (page.tags[k], page.hints[holders[k]], layout.around[holders[k]]) for k in self.blocks}
        self.held: dict[int, _Sums] = defaultdict(_Sums)
        self.in_piece: dict[int, _Sums] = defaultdict(_Sums)
        self.alike: dict[tuple[str, str, int], float] = defaultdict(float)
        for k in self.blocks:
            self._count(k)
        self.prose = sum(layout.masses[k] for k in self.blocks) or 1.0
        self.heaviest = max((sums.mass for sums in self.held.values()), default=0.0)
        self.copies = Counter(text for text in texts if len(text) > _REPEATS)
        self.seen: set[str] = set()
        self.shapes: list[int] = []
        self.before = 0.0
        self.h1s = [k for k, tag in enumerate(page.tags) if tag == "h1"]
        self.h1_texts = {texts[k] for k in self.h1s}
        self.pictures, self.articles = _pictures(page), _articles(page, layout.chain)

    def _count(self, k: int) -> None:
        holder, chars, links, mass = self.page.holders[k], len(self.page.texts[k]), self.page.links[k], self.layout.masses[k]
        is_heading = self.tags[k] in (f.H1, f.HEADING)
        for sums in (self.held[holder], self.in_piece[self.piece_of[holder]]):
            sums.blocks += 1
            sums.chars += chars
            sums.links += links
            sums.mass += mass
            sums.headings += is_heading
            sums.cards += is_heading and links > 0.6 * chars
        self.alike[self.looks[k]] += mass

    def evidence(self) -> list[list[int]]:
        """For each of `blocks`, in order, the numbers of its evidence."""
        found = []
        for place, k in enumerate(self.blocks):
            numbers = self._own(k)
            self._place(k, numbers)
            self._piece(k, numbers)
            for side, other in enumerate((place - 1, place + 1)):
                if 0 <= other < len(self.blocks):
                    self._near(k, self.blocks[other], side, numbers)
                else:
                    numbers.append(f.NO_NEAR[side])
            if self.layout.widths[k] <= _LINE:
                self._signs(k, numbers)
            self._names(k, numbers)
            found.append(numbers)
        return found

    def _own(self, k: int) -> list[int]:
        """Shape, element, links, and how its container and its look-alikes compare."""
        size, link, tag = self.sizes[k], self.links[k], self.tags[k]
        holder = self.page.holders[k]
        held = self.held[holder]
        look = shape(self.page.texts[k])
        self.shapes.append(look)
        in_chain = holder in self.layout.chain
        core = 2 * in_chain + (in_chain or self.alike[self.looks[k]] > _LOOK_SHARE * self.prose)
        average, share = f.size_step(held.chars / held.blocks), bisect_left(f.LINK_BOUNDS, held.links / held.chars)
        is_main = held.mass > self.heaviest / 2
        return [
            f.BIAS,
            f.SHAPE + look,
            f.TAG + tag * 6 + size,
            f.LINK + link * 6 + size,
            f.HOLDER + average * 6 + share,
            f.CORE + ((core * 6 + size) * 6 + link) * len(f.TAGS) + tag,
            f.MAIN + (is_main * 6 + size) * 5 + min(link, 4),
        ]

    def _place(self, k: int, numbers: list[int]) -> None:
        """Region, share of the prose before and after, by the h1."""
        layout, holder = self.layout, self.page.holders[k]
        region = 2 if layout.tight[holder] else int(layout.middle[0] <= holder < layout.middle[1])
        mass = layout.masses[k]
        numbers.append(f.REGION + region)
        numbers.append(f.BEFORE + bisect_left(f.SHARE_BOUNDS, self.before / self.prose))
        numbers.append(f.AFTER + bisect_left(f.SHARE_BOUNDS, (self.prose - self.before - mass) / self.prose - 1e-9))
        self.before += mass
        if not self.h1s:
            by_h1 = 0
        elif k < self.h1s[0]:
            by_h1 = 1
        else:
            by_h1 = 2 if self.tags[k] == f.H1 else 3
        numbers.append(f.BY_H1 + by_h1)
        if article := self.articles[holder]:
            numbers.append(f.ARTICLE + min(article, 3) - 1)

    def _piece(self, k: int, numbers: list[int]) -> None:
        """What the piece of the page that the block is in looks like as a whole."""
        piece = self.piece_of[self.page.holders[k]]
        if not piece:
            numbers.append(f.NO_PIECE)
            return
        sums, coarse = self.in_piece[piece], min(self.sizes[k], 3)
        share = bisect_left(f.SHARE_BOUNDS, sums.mass / self.prose)
        numbers.append(f.PIECE + min(sums.blocks, 4) * len(f.SHARES) + share)
        numbers.append(f.PIECE_LINK + bisect_left(f.LINK_BOUNDS, sums.links / sums.chars) * 4 + coarse)
        numbers.append(f.PIECE_SIZE + f.size_step(sums.chars / sums.blocks) * 4 + coarse)
        if sums.cards:
            numbers.append(f.CARD)
        if sums.headings:
            numbers.append(f.PIECE_HEADING + coarse)
        if self.pictures[piece]:
            numbers.append(f.PIECE_PICTURE + min(3, sums.blocks) * 4 + coarse)

    def _near(self, k: int, other: int, side: int, numbers: list[int]) -> None:
        """The block before (side 0) or after (side 1)."""
        coarse, linked = min(self.sizes[k], 3), self.links[other] >= f.HALF_LINK
        numbers.append(f.SIZE_NEAR[side] + (self.sizes[other] * 2 + linked) * 4 + coarse)
        same, prose = self.page.holders[other] == self.page.holders[k], self.layout.masses[other] > _HEAVY
        numbers.append(f.HELD_NEAR[side] + (same * 2 + prose) * 4 + coarse)
        numbers.append(f.TAG_NEAR[side] + self.tags[other] * 4 + coarse)

    def _signs(self, k: int, numbers: list[int]) -> None:
        """What a line says by single characters, whatever its language."""
        text, size, link = self.page.texts[k], self.sizes[k], self.links[k]
        capitals = text.isupper()
        if size < 3:
            if _IS_DATE(text):
                numbers.append(f.DATE + size)
            if capitals:
                numbers.append(f.CAPITALS)
            if text[0] in _SIGNS:
                numbers.append(f.SIGN)
            if "|" in text:
                numbers.append(f.BAR)
            if ":" in text[-2:]:
                numbers.append(f.COLON)
            if "@" in text:
                numbers.append(f.AT)
        if link:
            chars, links = len(text), self.page.links[k]
            colon = text.find(":", 0, _LABEL)
            if colon > 0 and abs(chars - colon - 1 - links) <= 6:
                numbers.append(f.LABELLED_LINK)
            if text[0] in "([" and links > 0.8 * chars:
                numbers.append(f.BRACKETED_LINK)
            if capitals and link >= f.MOSTLY_LINK:
                numbers.append(f.CAPITAL_LINK)
        if _IS_CREDIT(text):
            numbers.append(f.CREDIT)
        if "©" in text:
            numbers.append(f.COPYRIGHT)

    def _names(self, k: int, numbers: list[int]) -> None:
        """Repetition, the rules' marks, pictures, and what the containers around are called."""
        text, size, holder = self.page.texts[k], self.sizes[k], self.page.holders[k]
        if self.copies[text] > 1:
            if len(text) <= _REPEATS_LONG:
                numbers.append(f.REPEATED)
            else:
                numbers.append(f.REPEATED + (2 if text in self.seen else 1))
                self.seen.add(text)
        if text in self.h1_texts and self.tags[k] != f.H1:
            numbers.append(f.LIKE_H1)
        if k in self.marks:
            numbers += [f.RULE + RULE_KINDS.index(rule.kind) * len(WHERE) + WHERE.index(rule.where) for rule in self.marks[k]]
            numbers.append(f.RULED + min(size, 3))
        if k in self.page.pictured:
            numbers.append(f.PICTURED + size * 4 + f.END_OF[self.shapes[-1] % len(f.END_OF)])
        if holder not in self.layout.chain:
            if self.pictures[holder]:
                numbers.append(f.WITH_PICTURE + size)
            numbers += numbers_in(self.layout.around[holder], f.IN)
            numbers += numbers_in(self.layout.own[holder], f.OWN)


@cache
def numbers_in(bits: int, first: int) -> tuple[int, ...]:
    """The numbers of the evidence for each bit."""
    return tuple(first + i for i in range(bits.bit_length()) if bits >> i & 1)


def _pieces(parents: list[int], chain: set[int]) -> list[int]:
    """The outermost container around each container that does not hold the whole article; 0 for those that do."""
    pieces = [0] * len(parents)
    for i in range(1, len(parents)):
        up = parents[i]
        if i not in chain:
            pieces[i] = pieces[up] or (i if up in chain or not up else 0)
    return pieces


def _pictures(page: Columns) -> list[int]:
    """How many pictures each container holds."""
    counts = [page.pictures.get(i, 0) for i in range(len(page.parents))]
    for i in range(len(counts) - 1, 0, -1):
        counts[page.parents[i]] += counts[i]
    return counts


def _articles(page: Columns, chain: set[int]) -> list[int]:
    """The running number of the <article> that each container is in, of those that do not hold the whole article."""
    numbers, count = [0] * len(page.parents), 0
    for i in range(1, len(numbers)):
        numbers[i] = numbers[page.parents[i]]
        if page.container_tags[i] == "article" and i not in chain:
            count += 1
            numbers[i] = count
    return numbers
