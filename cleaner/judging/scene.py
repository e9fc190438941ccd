"""What detectors are given: the blocks, the folded short lines, the marks of the rules, and what follows from them."""

import re
from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Callable, Container, Sequence, Set
from functools import partial
from itertools import chain, compress, islice, pairwise, takewhile
from typing import TypeVar, cast

from cleaner.document import Block, BlockKind
from cleaner.judging.code import is_field
from cleaner.judging.match import OPENING, Keys, Marks, find_marks, fold_keys
from cleaner.judging.quiet import of_a_page
from cleaner.judging.site_name import LEAST_NAME, LEAST_TITLE, holds_another, letters, spelt_alike, without_name
from cleaner.judging.torn import standing_alone
from cleaner.judging.traits import Trait, having, is_byline
from cleaner.lazy import lazy
from cleaner.pattern import pattern
from cleaner.reading.kinds import SHAPES, width, widths
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import Rule

T = TypeVar("T")
_PROSE = BlockKind.PROSE
_new_block = partial(tuple.__new__, Block)  # from a tuple of its fields, without a call into Python for each
_DIGITS = frozenset("0123456789")
_CLOCK = re.compile(r"\d:\d\d").search
_NAMES = pattern(r"[|·•>]| -|- ")  # part a headline from a site's name; the others its own halves too
_SIGN = re.compile(r'[|:·•>/"-]').search
_QUESTION = SHAPES.index("sentence-asks")
_MANY = 32  # lines of a head with a sign in them: a look at all lines for each would cost too much
_LEAST_IDEOGRAPHS = 5  # that are as wide
_LEAD = 3  # paragraphs of an article's beginning
_FURNITURE = 3  # lines that rules know
_CAPTIONS = 4  # lines between a headline and the last of its pictures' captions
_MOST = 0.6  # share of the paragraphs that must stand below a line to call it the headline
_SOME = 0.3  # the same where above it no paragraph follows another: teasers with their dates do not, articles do


class Scene:
    """all_keys: what the lines are compared by (`Keys`); matched: the rules that match them, by index; marks: the same
    without those on pieces of sentences.

    labels: whole lines that rules know, folded; keys: the folded text of each short line, by index; bares: the same
    without punctuation at the ends. Nothing of it is changed.
    """

    def __init__(
        self, blocks: Sequence[Block], all_keys: Keys, matched: Marks, labels: Set[str] = frozenset[str]()
    ) -> None:
        self.blocks, self.all_keys, self.matched, self.labels = blocks, all_keys, matched, labels
        self.keys, self.bares, _ = all_keys  # attributes, for they are asked for in every loop
        rules = frozenset(chain.from_iterable(matched.values()))
        self.marks = standing_alone(blocks, matched, rules)
        if self.marks is matched:
            self.rules = rules

    @classmethod
    def of(cls, blocks: Sequence[Block], book: Rulebook) -> "Scene":
        keys = fold_keys(blocks)
        return cls(blocks, keys, of_a_page(blocks, find_marks(keys, book)), book.labels)

    def without(self, dropped: Container[int]) -> "Scene":
        """The scene of the blocks that are left; what a line says and which rules match it has not changed, nor how it
        looks, so that is not asked again.
        """
        kept = [i for i in range(len(self.blocks)) if i not in dropped]
        place = dict(zip(kept, range(len(kept)), strict=True))
        matched = {place[i]: rules for i, rules in self.matched.items() if i in place}
        left = Scene(_closed_up(self.blocks, kept), self.all_keys.only(kept), matched, self.labels)
        left.shapes = bytes([self.shapes[i] for i in kept])
        left.is_prose = [self.is_prose[i] for i in kept]
        left.prose, left.clocks, left.numbered, left.hashed = (
            [place[i] for i in lines if i in place] for lines in (self.prose, self.clocks, self.numbered, self.hashed)
        )
        if not self.repeated:
            left.repeated = []
        return left

    def is_alike_by(self, book: Rulebook, *, is_part: bool) -> bool:
        """Whether another rulebook sees the same in these lines: it marks the same ones, and knows the same labels
        around the article, where rows of labels are menus. is_part: it has no rules but those of this scene.
        """
        if (self.matched or not is_part) and of_a_page(self.blocks, find_marks(self.all_keys, book)) != self.matched:
            return False
        rows = [self.bares[i].split() for i in self.outside]
        words = {*chain.from_iterable(rows), *(f"{a} {b}" for row in rows for a, b in pairwise(row))}
        return book.labels & words == self.labels & words

    def once(self, ask: Callable[["Scene"], T]) -> T:
        """What several detectors ask of a scene, worked out when the first one does."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        return cast("T", self._answers[ask])

    def once_of(self, ask: Callable[["Scene", int], T], i: int) -> T:
        """The same of what is asked about one of its lines."""
        if (ask, i) not in self._answers:
            self._answers[ask, i] = ask(self, i)
        return cast("T", self._answers[ask, i])

    @lazy
    def _answers(self) -> dict[object, object]:
        return {}

    def marked_by(self, trait: Trait) -> list[int]:
        """The lines that a rule with a trait matches."""
        wanted = having(trait, self.rules)
        return [i for i, rules in self.marks.items() if not wanted.isdisjoint(rules)] if wanted else []

    @lazy
    def bylines(self) -> frozenset[int]:
        """The lines that a rule knows as names, dates or credits."""
        return frozenset(self.marked_by(is_byline))

    @lazy
    def rules(self) -> frozenset[Rule]:
        """The rules that match any line."""
        return frozenset(chain.from_iterable(self.marks.values()))

    @lazy
    def openings(self) -> list[str]:
        """The folded first characters of each paragraph of prose."""
        keys, openings = self.all_keys.lines, self.all_keys.openings
        return [keys[i][:OPENING] if i in keys else openings[i] for i in self.prose]

    @lazy
    def shapes(self) -> bytes:
        """The shape of each line (reading/kinds.py); of bytes, some are counted or found without a loop."""
        return bytes([block.shape for block in self.blocks])

    def has_shape(self, codes: bytes) -> bool:
        """Whether any line has one of these shapes; told without a loop."""
        return len(self.shapes.translate(None, codes)) < len(self.shapes)

    @lazy
    def is_prose(self) -> list[bool]:
        """Of each line whether it is a paragraph of prose."""
        return [block.kind is _PROSE for block in self.blocks]

    @lazy
    def _firsts(self) -> list[str]:
        """The first character of each key."""
        return [key[:1] for key in self.keys.values()]

    @lazy
    def numbered(self) -> list[int]:
        """The lines that begin with a digit."""
        return [*compress(self.keys, map(_DIGITS.__contains__, self._firsts))]

    @lazy
    def hashed(self) -> list[int]:
        """The lines that begin with a number sign."""
        return [*compress(self.keys, map("#".__eq__, self._firsts))] if "#" in self._firsts else []

    @lazy
    def outside(self) -> list[int]:
        """The short lines above the first paragraph and below the last."""
        first, last = self.first_prose, max(self.prose, default=-1)
        above = [*takewhile(first.__gt__, self.keys)]
        low = max(first, last + 1)
        return above + [i for i in range(low, len(self.blocks)) if i in self.keys]

    @lazy
    def clocks(self) -> list[int]:
        """The lines that tell a time of day."""
        return [i for i, key in self.keys.items() if ":" in key and _CLOCK(key)]

    @lazy
    def repeated(self) -> list[int]:
        """The short lines that stand more than once."""
        keys = self.keys
        if len(set(keys.values())) == len(keys):
            return []
        count = Counter(keys.values())
        return [i for i, key in keys.items() if count[key] > 1]

    @lazy
    def prose(self) -> list[int]:
        """Indexes of the paragraphs of prose."""
        return [*compress(range(len(self.blocks)), self.is_prose)]

    @lazy
    def unmarked(self) -> list[int]:
        """The same less those that a rule marks."""
        return [i for i in self.prose if i not in self.marks]

    @lazy
    def first_prose(self) -> int:
        """The first paragraph that no rule marks, below the headline where one is known; else the number of blocks.

        A sentence that asks or exclaims may be a headline, so it does not count.
        """
        last = len(self.blocks)
        own = [i for i in self.unmarked if self.blocks[i].shape != _QUESTION]
        return next((i for i in own if i > self.headline), own[0] if own else last)

    @lazy
    def headline(self) -> int:
        """The line that an earlier one repeats with the site's name, if most of the prose stands below it; -1: none.

        Or the last copy of one that stands above the article again and again, with furniture around it.
        """
        found = min(self.named_titles.values(), default=-1)
        found = self._repeated_above() if found < 0 else found
        share = sum(i > found for i in self.prose) / max(1, len(self.prose)) if found >= 0 else 0.0
        return found if share > _MOST or (share > _SOME and self._is_below_teasers(found)) else -1

    def _is_below_teasers(self, title: int) -> bool:
        """Whether the first paragraph that another one follows stands below a line."""
        return next((i > title for i, after in pairwise(self.unmarked) if after == i + 1), False)

    def _repeated_above(self) -> int:
        """The last copy of the longest line that repeats above the first paragraph, where rules know lines there."""
        end = next(iter(self.unmarked), 0)
        if all(i >= end for i in islice(self.marks, _FURNITURE - 1, _FURNITURE)):  # they stand in order
            return -1
        bares = [bare for i, bare in self.bares.items() if i < end and bare and i not in self.marks]
        if len(set(bares)) == len(bares):
            return -1
        titles = [bare for bare, size in zip(bares, widths(bares), strict=True) if size >= 2 * LEAST_TITLE]
        count = Counter(titles)
        if len(count) == len(titles):
            return -1
        again = [i for i, bare in self.bares.items() if i < end and count[bare] > 1 and not is_field(self.keys[i])]
        if not again:
            return -1
        alone = [i for i in again if self.bares[i] not in (self.bares.get(i - 1), self.bares.get(i + 1))]
        return max(alone if alone and again[-1] - alone[-1] <= _CAPTIONS else again)  # two in a row are captions

    @lazy
    def named_titles(self) -> dict[int, int]:
        """The lines of the document's head that are another line with a name before or after it → that line."""
        prose = self.unmarked
        first = max([1, *prose[:1]])
        joined = [i for i in takewhile(first.__gt__, self.keys) if _SIGN(self.keys[i]) and not is_field(self.keys[i])]
        if not joined:
            return {}
        keys = [self.keys[i] for i in joined]
        longest = max(map(len, keys))
        sizes = range(LEAST_TITLE if max(widths(keys)) == longest else _LEAST_IDEOGRAPHS, longest + 1)
        joined = [i for i, key in zip(joined, keys, strict=True) if i == 0 or len(key) > sizes.start + LEAST_NAME]
        if not joined:
            return {}
        lines = {bare: i for i, bare in reversed(self.bares.items()) if len(bare) in sizes}  # of equals the first
        many = len(joined) > _MANY
        within = "" if many else "\n".join([self.keys[i] for i in joined])
        parts = lines if many else {bare: i for bare, i in lines.items() if bare in within}
        found = {i: without_name(self.keys[i], parts) for i in joined if many or holds_another(self.keys[i], parts)}
        if joined[0] == 0 and not found.get(0) and (alike := spelt_alike(self.keys[0], lines)):
            found[0] = without_name(self.keys[0], alike, letters)
        marked = [*self.marks]
        own = {
            i: next((j for j in parts if self._is_headline(i, j, prose, marked)), None) for i, parts in found.items()
        }
        return {i: j for i, j in own.items() if j is not None}

    def _is_headline(self, i: int, j: int, prose: list[int], marked: list[int]) -> bool:
        """Whether line j, which is line i without a part of it, may be the headline.

        Below a paragraph it may be a section of the article whose headline is i: «Rowing: the first year», and below
        several that hardly anything parts, or where no furniture stands between, it is one.
        """
        if i and width(self.keys[j]) < 2 * LEAST_TITLE:
            return False
        between = bisect(prose, j) - bisect(prose, i)
        if between >= _LEAD and 2 * between >= j - i - 1:
            return False
        return not between or (_NAMES.search(self.keys[i]) is not None and bisect(marked, i) < bisect_left(marked, j))


def _closed_up(blocks: Sequence[Block], kept: Sequence[int]) -> list[Block]:
    """The kept lines, numbered as if the others had been cut: of the gaps between two of them the widest stays."""
    if kept and kept[-1] - kept[0] == len(kept) - 1:
        return [*blocks[kept[0] : kept[-1] + 1]]  # nothing has gone between two of them
    closed: list[Block] = []
    gone = 0  # lines
    for before, i in pairwise((-1, *kept)):
        if 0 <= before < i - 1:
            gaps = [blocks[j + 1].line - blocks[j].line for j in range(before, i)]
            gone += sum(gaps) - max(gaps)
        text, start, stop, line, kind, look = block = blocks[i]
        closed.append(_new_block((text, start, stop, line - gone, kind, look)) if gone else block)
    return closed
