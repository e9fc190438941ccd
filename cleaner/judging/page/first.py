"""The first pass: what each block of the wide region says by itself, its neighbours and the containers around it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from cleaner.judging.page import families as f
from cleaner.judging.page.containers import pictures_in
from cleaner.judging.page.layout import Layout
from cleaner.judging.page.signs import signs
from cleaner.judging.page.stories import articles_of, next_stories
from cleaner.reading.hints import bits
from cleaner.reading.kinds import shapes
from cleaner.reading.page import WHOLE, Columns

_HEAVY = 60  # mass from which a block is prose
_REPEATS, _REPEATS_LONG = 20, 60  # characters from which a text that stands twice is a repetition, and a long one
_OFTEN = 3  # a paragraph that stands as often in the article's own container comes back on purpose
_LOOK_SHARE = 0.3  # of the prose: blocks that look alike and hold more are the core
_NAMED = bits("caption", "<figcaption>", "comment", "dialog", "byline", "share", "newsletter", "<aside>")
_ASIDE, _FACTS = bits("<aside>"), bits("facts")  # facts set apart, where nothing in them leads elsewhere
_BESIDE = bits("related", "more", "teaser", "advertisement", "offer", "sidebar", "biography", "list")
_FIGURED = bits("<figure>")
_FIGURE = _FIGURED | bits("<blockquote>", "<table>", "quote")
_RELATED = bits("related")
_SOME, _LINKED = 0.2, 0.15  # of the characters of a block, and of a box of teasers: they lead elsewhere
_LINE = 300  # characters of what may be a line between paragraphs
_HEADINGS = (f.H1, f.HEADING)
# How many numbers a step of one value passes over: as many as there are of the values named after it in families.py.
_SIZES, _COARSE, _LINKS, _TAGS = len(f.SIZES), len(f.COARSE), len(f.LINKS), len(f.TAGS)
_SHARES, _HOW_ENDS, _SOME_LINKS = len(f.SHARES), len(f.HOW_ENDS), f.MOSTLY_LINK + 1
_NEAR_SIZE, _NEAR_HOLDER = len(f.OR_LINK) * _COARSE, len(f.SHORT_OR_PROSE) * _COARSE

# The numbers that a block shares with others of its container; with those of its piece and size; its own.
Evidence = tuple[tuple[int, ...], tuple[int, ...], list[int]]


@dataclass(slots=True)
class Sums:
    """Of a group of blocks: how many, their characters, link characters and mass, headings, headings that are links."""

    blocks: int = 0
    chars: int = 0
    links: int = 0
    mass: float = 0.0
    headings: int = 0
    cards: int = 0

    def add(self, other: "Sums") -> None:
        self.blocks += other.blocks
        self.chars += other.chars
        self.links += other.links
        self.mass += other.mass
        self.headings += other.headings
        self.cards += other.cards


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
        known: dict[tuple[str, str, int], int] = {}
        self.looks = [
            known.setdefault((all_tags[k], page.hints[holder], layout.around[holder]), len(known))
            for k in blocks
            for holder in (holders[k],)
        ]
        self.held: dict[int, Sums] = {}
        self.in_piece: dict[int, Sums] = defaultdict(Sums)
        self.alike = [0.0] * len(known)
        self._count()
        self.prose = sum([layout.masses[k] for k in blocks]) or 1.0
        self.heaviest = max([sums.mass for sums in self.held.values()], default=0.0)
        self.copies = _repeated([text for text in texts if len(text) > _REPEATS])  # how often each stands there
        self.h1s = _headlines(page, layout)
        self.h1_texts, h1s = {texts[k] for k in self.h1s}, {*self.h1s}
        for place in [place for place, tag in enumerate(self.tags) if tag == f.H1 and blocks[place] not in h1s]:
            self.tags[place] = f.HEADING
        self.pictures, self.articles = pictures_in(page, layout.region), articles_of(page, layout.chain)
        self.next_stories = next_stories(page, layout, blocks, self.articles)

    def _count(self) -> None:
        """Add the blocks up by container and look, the containers by piece."""
        texts, all_links, holders, masses = self.page.texts, self.page.links, self.page.holders, self.layout.masses
        held, alike = self.held, self.alike
        for k, tag, look in zip(self.blocks, self.tags, self.looks, strict=True):
            holder = holders[k]
            if (sums := held.get(holder)) is None:
                sums = held[holder] = Sums()
            chars, links, mass = len(texts[k]), all_links[k], masses[k]
            sums.blocks += 1
            sums.chars += chars
            sums.links += links
            sums.mass += mass
            if tag in _HEADINGS:
                sums.headings += 1
                sums.cards += links > 0.6 * chars
            alike[look] += mass
        for holder, sums in held.items():
            if piece := self.piece_of[holder]:
                self.in_piece[piece].add(sums)

    def evidence(self) -> list[Evidence]:
        """For each of `blocks`, in order, the numbers of its evidence."""
        texts, all_links, holders, widths = self.page.texts, self.page.links, self.page.holders, self.layout.widths
        container, piece_of = {holder: tuple(self._container(holder)) for holder in self.held}, self.piece_of
        pieces: dict[tuple[int, int], tuple[int, ...]] = {}
        beside, copies, chain, seen = self._beside(), self.copies, self.layout.chain, set[str]()
        longer, same = f.LONGER, _NEAR_HOLDER
        found = []
        for place, (k, size, own, along) in enumerate(
            zip(self.blocks, self.sizes, self._own(), self._along(), strict=True)
        ):
            holder, coarse = holders[k], size if size < longer else longer
            piece = piece_of[holder]
            if (around := pieces.get((piece, coarse))) is None:
                around = pieces[piece, coarse] = tuple(self._piece(piece, coarse))
            own += along
            for side, other in ((0, beside[place]), (1, beside[place + 2])):
                if other is None:
                    own.append(f.NO_NEAR[side])
                    continue
                near_size, is_heavy, tag, near_holder = other
                own += (
                    f.SIZE_NEAR[side] + near_size + coarse,
                    f.HELD_NEAR[side] + (same if near_holder == holder else 0) + is_heavy + coarse,
                    f.TAG_NEAR[side] + tag + coarse,
                )
            if widths[k] <= _LINE:
                own += signs(texts[k], size, self.links[place], all_links[k])
            if copies and (text := texts[k]) in copies:
                if len(text) <= _REPEATS_LONG:
                    own.append(f.REPEATED)
                elif copies[text] < _OFTEN or holder not in chain:
                    own.append(f.REPEATED + (2 if text in seen else 1))
                seen.add(text)
            found.append((container[holder], around, own))
        return found

    def _along(self) -> list[tuple[int, int]]:
        """How much of the page's prose stands before each block, and after it."""
        masses, prose, before, found = self.layout.masses, self.prose, 0.0, []
        step, step_after = f.BEFORE, f.AFTER + f.share_step(prose - 1e-6, prose)
        for k in self.blocks:
            if mass := masses[k]:
                before += mass
                step_after = f.AFTER + f.share_step(prose - before - 1e-6, prose)
                found.append((step, step_after))
                step = f.BEFORE + f.share_step(before, prose)
            else:
                found.append((step, step_after))
        return found

    def _beside(self) -> list[tuple[int, int, int, int] | None]:
        """What each block says to those beside it: size and links, mass, element, container; None at the ends."""
        holders, masses = self.page.holders, self.layout.masses
        said = [
            (
                size * _NEAR_SIZE + (_COARSE if link >= f.HALF_LINK else 0),
                _COARSE if masses[k] > _HEAVY else 0,
                tag * _COARSE,
                holders[k],
            )
            for k, size, link, tag in zip(self.blocks, self.sizes, self.links, self.tags, strict=True)
        ]
        return [None, *said, None]

    def is_next_story(self, k: int) -> bool:
        """Whether a block belongs to another story than the first of several."""
        return self.page.holders[k] in self.next_stories

    def is_named_furniture(self, k: int) -> bool:
        """Whether a container around a block, but not around the article, has a name that is hardly ever wrong."""
        holder = self.page.holders[k]
        says, piece = self.layout.around[holder], self.piece_of[holder]
        if says & _NAMED == _ASIDE and says & _FACTS and not says & _BESIDE and not self.in_piece[piece].links:
            return False
        if says & _FIGURE == _FIGURED and self.pictures[piece] and self.in_piece[piece].blocks <= 2:
            return True
        if says & _NAMED or not says & _RELATED:
            return says & _NAMED != 0 or self.page.tags[k] == "figcaption"
        if self.page.links[k] > _SOME * len(self.page.texts[k]) or (piece and self.in_piece[piece].cards):
            return True
        return self.in_piece[piece].links > _LINKED * self.in_piece[piece].chars

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
        numbers = [f.BIAS, f.REGION + region, f.HOLDER + average * _LINKS + share]
        if article := self.articles[holder]:
            numbers.append(f.ARTICLE + min(article, 3) - 1)
        if holder not in layout.chain:
            numbers += numbers_in(layout.around[holder], f.IN)
            numbers += numbers_in(layout.own[holder], f.OWN)
        return numbers

    def _piece(self, piece: int, coarse: int) -> list[int]:
        """What a piece of the page says of a block of this size."""
        if not piece:
            return [f.NO_PIECE]
        sums = self.in_piece[piece]
        share = f.share_step(sums.mass, self.prose)
        numbers = [
            f.PIECE + min(sums.blocks, 4) * _SHARES + share,
            f.PIECE_LINK + f.link_step(sums.links, sums.chars) * _COARSE + coarse,
            f.PIECE_SIZE + f.size_step(sums.chars // sums.blocks) * _COARSE + coarse,
        ]
        if sums.cards:
            numbers.append(f.CARD)
        if sums.headings:
            numbers.append(f.PIECE_HEADING + coarse)
        if self.pictures[piece]:
            numbers.append(f.PIECE_PICTURE + min(3, sums.blocks) * _COARSE + coarse)
        return numbers

    def _own(self) -> list[list[int]]:
        """Shape, element, links, how its container and its look-alikes compare, the h1, pictures: of each block."""
        texts, holders, pictured, chain = self.page.texts, self.page.holders, self.page.pictured, self.layout.chain
        main, core = self.heaviest / 2, _LOOK_SHARE * self.prose
        cores = [int(mass > core) for mass in self.alike]
        mains = {holder: _SIZES if sums.mass > main else 0 for holder, sums in self.held.items()}
        h1 = self.h1s[0] if self.h1s else -1
        sizes, all_links, tags, some, mostly = _SIZES, _LINKS, _TAGS, _SOME_LINKS, f.MOSTLY_LINK
        found = []
        for k, size, link, tag, look, alike in zip(
            self.blocks, self.sizes, self.links, self.tags, self.shapes, self.looks, strict=True
        ):
            holder = holders[k]
            in_chain = holder in chain
            numbers = [
                f.SHAPE + look,
                f.TAG + tag * sizes + size,
                f.LINK + link * sizes + size,
                f.CORE + (((3 if in_chain else cores[alike]) * sizes + size) * all_links + link) * tags + tag,
                f.MAIN + (mains[holder] + size) * some + (link if link < mostly else mostly),
                f.BY_H1 + (0 if h1 < 0 else 1 if k < h1 else 2 if tag == f.H1 else 3),
            ]
            if tag != f.H1 and texts[k] in self.h1_texts:
                numbers.append(f.LIKE_H1)
            if k in pictured:
                numbers.append(f.PICTURED + size * _HOW_ENDS + f.END_OF[look % len(f.END_OF)])
            if not in_chain and self.pictures[holder]:
                numbers.append(f.WITH_PICTURE + size)
            found.append(numbers)
        return found


def _headlines(page: Columns, layout: Layout) -> list[int]:
    """The h1s, without those below the first one's first paragraph that say something else: they head its sections."""
    h1s = [k for k, tag in enumerate(page.tags) if tag == "h1"]
    prose = next((k for k in range(h1s[0], h1s[-1]) if layout.masses[k] > _HEAVY), None) if len(h1s) > 1 else None
    if prose is None:
        return h1s
    often = Counter([page.texts[k] for k in h1s])
    return [k for k in h1s if k < prose or often[page.texts[k]] > 1]


@lru_cache(maxsize=1 << 14)
def numbers_in(bits: int, first: int) -> tuple[int, ...]:
    """The numbers of the evidence for each bit."""
    return tuple(first + i for i in range(bits.bit_length()) if bits >> i & 1)


def _repeated(texts: list[str]) -> dict[str, int]:
    """Those that stand there more than once, each with how often."""
    return {text: count for text, count in Counter(texts).items() if count > 1} if len(set(texts)) < len(texts) else {}


def _pieces(parents: list[int], layout: Layout) -> list[int]:
    """The outermost container around each container that does not hold the whole article; 0 for those that do."""
    pieces, chain = [0] * len(parents), layout.chain
    for i in layout.region:
        if i and i not in chain:
            up = parents[i]
            pieces[i] = pieces[up] or (i if up in chain or not up else 0)
    return pieces
