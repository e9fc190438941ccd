"""The first pass: what each block of the wide region says by itself, its neighbours and the containers around it."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from cleaner.judging.page import families as f
from cleaner.judging.page.layout import Layout
from cleaner.reading.hints import bits
from cleaner.reading.kinds import shapes
from cleaner.reading.page import WHOLE, Columns

_IS_DATE = re.compile(r"\d(?:\d{3}|\d?[:./]\d{2})").search
_IS_CREDIT = re.compile(r"[(\[][^()\[\]]{0,60}[:/©][^()\[\]]{0,80}[)\]]\W*$|^\w{2,12} ?: ?[^.:]{3,50}$").search
_SIGNS = "©•·|>»←→"
_HEAVY = 60  # mass from which a block is prose
_REPEATS = 20  # characters from which a text that stands twice is a repetition
_REPEATS_LONG = 60
_LOOK_SHARE = 0.3  # of the prose: blocks that look alike and hold more are the core
_NAMED = bits("caption", "<figcaption>", "comment", "dialog", "byline", "share", "<aside>")
_STORY_SHARE = 0.2  # of the prose: an article that holds more is the page's
_LINE = 300  # characters of what may be a line between paragraphs
_LABEL = 40  # characters of a label before a link
_SLACK = 6  # characters around that link


Evidence = tuple[tuple[int, ...], list[int]]  # the numbers that a block shares with others of its container; its own


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

    looks: blocks with equal entries look alike; piece_of: the outermost container around each container that does not
    hold the whole article, 0 for none; sizes, links, tags, shapes: of each of `blocks`, by place.
    """

    def __init__(self, page: Columns, layout: Layout) -> None:
        self.page, self.layout = page, layout
        all_tags, texts, holders = page.tags, page.texts, page.holders
        self.blocks = blocks = [k for k in range(layout.first, layout.last) if all_tags[k] != WHOLE]
        self.sizes = [f.size_step(layout.widths[k]) for k in blocks]
        self.links = [f.link_step(page.links[k], len(texts[k])) for k in blocks]
        self.tags = [f.TAG_OF.get(all_tags[k], f.STRAIGHT) for k in blocks]
        self.shapes = shapes([texts[k] for k in blocks])
        self.piece_of = _pieces(page.parents, layout)
        self.looks = [(all_tags[k], page.hints[holders[k]], layout.around[holders[k]]) for k in blocks]
        self.held: dict[int, _Sums] = {}
        self.in_piece: dict[int, _Sums] = {}
        self.alike: dict[tuple[str, str, int], float] = defaultdict(float)
        self._count()
        self.prose = sum([layout.masses[k] for k in blocks]) or 1.0
        self.heaviest = max([sums.mass for sums in self.held.values()], default=0.0)
        self.copies = {text for text, count in Counter(filter(_may_repeat, texts)).items() if count > 1}
        self.h1s = [k for k, tag in enumerate(all_tags) if tag == "h1"]
        self.h1_texts = {texts[k] for k in self.h1s}
        self.pictures, self.articles = _pictures(page, layout.region), _articles(page, layout.chain)
        self.next_stories = self._next_stories()

    def _count(self) -> None:
        """Add the blocks up by container, piece and look."""
        page, masses = self.page, self.layout.masses
        for k, tag, look in zip(self.blocks, self.tags, self.looks, strict=True):
            holder = page.holders[k]
            chars, links, mass = len(page.texts[k]), page.links[k], masses[k]
            is_heading = tag in (f.H1, f.HEADING)
            for group, key in ((self.held, holder), (self.in_piece, self.piece_of[holder])):
                if (sums := group.get(key)) is None:
                    sums = group[key] = _Sums()
                sums.blocks += 1
                sums.chars += chars
                sums.links += links
                sums.mass += mass
                if is_heading:
                    sums.headings += 1
                    sums.cards += links > 0.6 * chars
            self.alike[look] += mass

    def evidence(self) -> list[Evidence]:
        """For each of `blocks`, in order, the numbers of its evidence."""
        texts, holders, masses, widths = self.page.texts, self.page.holders, self.layout.masses, self.layout.widths
        around: dict[tuple[int, int], tuple[int, ...]] = {}
        before, prose, seen, found = 0.0, self.prose, set[str](), []
        beside, copies = self._beside(), self.copies
        for place, (k, size) in enumerate(zip(self.blocks, self.sizes, strict=True)):
            holder, mass, coarse = holders[k], masses[k], size if size < 3 else 3
            if (held := around.get((holder, coarse))) is None:
                held = around[holder, coarse] = (*self._container(holder), *self._piece(holder, coarse))
            numbers = self._own(place)
            numbers.append(f.BEFORE + f.share_step(before, prose))
            before += mass
            numbers.append(f.AFTER + f.share_step(prose - before - 1e-6, prose))
            for side, other in ((0, beside[place]), (1, beside[place + 2])):
                if other is None:
                    numbers.append(f.NO_NEAR[side])
                    continue
                near_size, is_heavy, tag, near_holder = other
                numbers += (
                    f.SIZE_NEAR[side] + near_size + coarse,
                    f.HELD_NEAR[side] + (8 if near_holder == holder else 0) + is_heavy + coarse,
                    f.TAG_NEAR[side] + tag + coarse,
                )
            if widths[k] <= _LINE:
                self._signs(place, numbers)
            if copies and (text := texts[k]) in copies:
                is_short = len(text) <= _REPEATS_LONG
                numbers.append(f.REPEATED + (0 if is_short else 2 if text in seen else 1))
                seen.add(text)
            found.append((held, numbers))
        return found

    def _beside(self) -> list[tuple[int, int, int, int] | None]:
        """What each block says to those beside it: size and links, mass, element, container; None at the ends."""
        holders, masses = self.page.holders, self.layout.masses
        said = [
            ((size * 2 + (link >= f.HALF_LINK)) * 4, 4 if masses[k] > _HEAVY else 0, tag * 4, holders[k])
            for k, size, link, tag in zip(self.blocks, self.sizes, self.links, self.tags, strict=True)
        ]
        return [None, *said, None]

    def _next_stories(self) -> set[int]:
        """The numbers of the <article>s with an h1 below the first one that has one, if that is no teaser."""
        holders = self.page.holders
        titled = sorted({self.articles[holders[k]] for k in self.h1s})
        if not any(self.page.container_tags[i] == "article" for i in self.layout.chain):
            titled = [number for number in titled if number]  # 0 is the page around them
        if len(titled) < 2:
            return set()
        mass = sum(self.layout.masses[k] for k in self.blocks if self.articles[holders[k]] == titled[0])
        return set(titled[1:]) if mass > _STORY_SHARE * self.prose else set()

    def is_next_story(self, k: int) -> bool:
        """Whether a block belongs to another article than the first of several."""
        return self.articles[self.page.holders[k]] in self.next_stories

    def is_named_furniture(self, k: int) -> bool:
        """Whether a container around a block, but not around the article, has a name that is hardly ever wrong."""
        return self.layout.around[self.page.holders[k]] & _NAMED != 0

    def is_core_paragraph(self, place: int) -> bool:
        """Whether a block is a full paragraph, unlinked, where the article is or looking as most of it does."""
        k = self.blocks[place]
        if self.tags[place] != f.PARAGRAPH or self.sizes[place] < f.FULL or self.links[place] > 1:
            return False
        holder, look = self.page.holders[k], self.looks[place]
        alike = self.layout.tight[holder] and self.alike[look] > _LOOK_SHARE * self.prose
        is_sentence = f.END_OF[self.shapes[place] % len(f.END_OF)] == f.SENTENCE
        return is_sentence and (alike or holder in self.layout.chain)

    def _container(self, holder: int) -> list[int]:
        """What a container says of all the blocks straight in it."""
        layout, sums = self.layout, self.held[holder]
        region = 2 if layout.tight[holder] else int(holder in layout.middle)
        average, share = f.size_step(sums.chars // sums.blocks), f.link_step(sums.links, sums.chars)
        numbers = [f.BIAS, f.REGION + region, f.HOLDER + average * 6 + share]
        if article := self.articles[holder]:
            numbers.append(f.ARTICLE + min(article, 3) - 1)
        if holder not in layout.chain:
            numbers += numbers_in(layout.around[holder], f.IN)
            numbers += numbers_in(layout.own[holder], f.OWN)
        return numbers

    def _piece(self, holder: int, coarse: int) -> list[int]:
        """What the piece of the page around a container says of a block of this size."""
        piece = self.piece_of[holder]
        if not piece:
            return [f.NO_PIECE]
        sums = self.in_piece[piece]
        share = f.share_step(sums.mass, self.prose)
        numbers = [
            f.PIECE + min(sums.blocks, 4) * len(f.SHARES) + share,
            f.PIECE_LINK + f.link_step(sums.links, sums.chars) * 4 + coarse,
            f.PIECE_SIZE + f.size_step(sums.chars // sums.blocks) * 4 + coarse,
        ]
        if sums.cards:
            numbers.append(f.CARD)
        if sums.headings:
            numbers.append(f.PIECE_HEADING + coarse)
        if self.pictures[piece]:
            numbers.append(f.PIECE_PICTURE + min(3, sums.blocks) * 4 + coarse)
        return numbers

    def _own(self, place: int) -> list[int]:
        """Shape, element, links, how its container and its look-alikes compare, the h1, pictures."""
        k, size, link = self.blocks[place], self.sizes[place], self.links[place]
        tag, look = self.tags[place], self.shapes[place]
        holder = self.page.holders[k]
        in_chain = holder in self.layout.chain
        core = 3 if in_chain else int(self.alike[self.looks[place]] > _LOOK_SHARE * self.prose)
        is_main = self.held[holder].mass > self.heaviest / 2
        numbers = [
            f.SHAPE + look,
            f.TAG + tag * 6 + size,
            f.LINK + link * 6 + size,
            f.CORE + ((core * 6 + size) * 6 + link) * len(f.TAGS) + tag,
            f.MAIN + (is_main * 6 + size) * 5 + (link if link < 4 else 4),
            f.BY_H1 + (0 if not self.h1s else 1 if k < self.h1s[0] else 2 if tag == f.H1 else 3),
        ]
        if tag != f.H1 and self.page.texts[k] in self.h1_texts:
            numbers.append(f.LIKE_H1)
        if k in self.page.pictured:
            numbers.append(f.PICTURED + size * 4 + f.END_OF[look % len(f.END_OF)])
        if self.pictures[holder] and not in_chain:
            numbers.append(f.WITH_PICTURE + size)
        return numbers

    def _signs(self, place: int, numbers: list[int]) -> None:
        """What a line says by single characters, whatever its language."""
        k, size, link = self.blocks[place], self.sizes[place], self.links[place]
        text = self.page.texts[k]
        if size < 3:
            if _IS_DATE(text):
                numbers.append(f.DATE + size)
            if text.isupper():
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
            self._links(k, link, numbers)
        if (":" in text or "/" in text or "©" in text) and _IS_CREDIT(text):
            numbers.append(f.CREDIT)
        if "©" in text:
            numbers.append(f.COPYRIGHT)

    def _links(self, k: int, link: int, numbers: list[int]) -> None:
        """How the links of a line stand in it: behind a label, in brackets, in capitals."""
        text, links = self.page.texts[k], self.page.links[k]
        colon = text.find(":", 0, _LABEL)
        if colon > 0 and abs(len(text) - colon - 1 - links) <= _SLACK:
            numbers.append(f.LABELLED_LINK)
        if text[0] in "([" and link >= f.MOSTLY_LINK:
            numbers.append(f.BRACKETED_LINK)
        if link >= f.MOSTLY_LINK and text.isupper():
            numbers.append(f.CAPITAL_LINK)


@lru_cache(maxsize=1 << 14)
def numbers_in(bits: int, first: int) -> tuple[int, ...]:
    """The numbers of the evidence for each bit."""
    return tuple(first + i for i in range(bits.bit_length()) if bits >> i & 1)


def _may_repeat(text: str) -> bool:
    return len(text) > _REPEATS


def _pieces(parents: list[int], layout: Layout) -> list[int]:
    """The outermost container around each container that does not hold the whole article; 0 for those that do."""
    pieces, chain = [0] * len(parents), layout.chain
    for i in layout.region:
        if i and i not in chain:
            up = parents[i]
            pieces[i] = pieces[up] or (i if up in chain or not up else 0)
    return pieces


def _pictures(page: Columns, among: range) -> list[int]:
    """How many pictures each container holds, of one and those within it."""
    counts = [0] * len(page.parents)
    for i, count in page.pictures.items():
        counts[i] = count
    for i in reversed(among):
        if counts[i] and i:
            counts[page.parents[i]] += counts[i]
    return counts


def _articles(page: Columns, chain: set[int]) -> list[int]:
    """The running number of the <article> that each container is in, of those that do not hold the whole article."""
    numbers, count = [0] * len(page.parents), 0
    if "article" not in page.container_tags:
        return numbers
    for i in range(1, len(numbers)):
        numbers[i] = numbers[page.parents[i]]
        if page.container_tags[i] == "article" and i not in chain:
            count += 1
            numbers[i] = count
    return numbers
