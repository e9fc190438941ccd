"""What detectors are given: the blocks, the folded short lines, the marks of the rules, and what follows from them."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.document import Block, BlockKind
from cleaner.judging.match import Marks, find_marks, short_keys
from cleaner.normalize.fold import EDGES
from cleaner.reading.kinds import SHAPES
from cleaner.rules.compile import Rulebook

_NO_LETTER = re.compile(r"[\W\d_]+")
_SEPARATOR = re.compile(r" ?[|:·•»>/] ?| - | -|- ")  # as folded: dashes of any kind are "-"
_SIGNS = frozenset("|:·•»>/-")
_LEAST_TITLE = 12  # characters: shorter lines are labels, and labels repeat
_LONGEST_SITE = 50  # characters of a site's name
_MOST = 0.6  # share of the paragraphs that must stand below a line to call it the headline


def _bare(key: str) -> str:
    return key.strip(EDGES)


@dataclass(frozen=True)
class Scene:
    """keys: folded text of the short lines, by index; marks: the rules that match them, by index."""

    blocks: Sequence[Block]
    keys: dict[int, str]
    marks: Marks

    @classmethod
    def of(cls, blocks: Sequence[Block], book: Rulebook) -> "Scene":
        keys = short_keys(blocks)
        return cls(blocks, keys, find_marks(keys, book))

    def without(self, dropped: Container[int]) -> "Scene":
        """The scene of the blocks that are left; what a line says and which rules match it has not changed."""
        kept = [i for i in range(len(self.blocks)) if i not in dropped]
        keys = {new: self.keys[old] for new, old in enumerate(kept) if old in self.keys}
        marks = {new: self.marks[old] for new, old in enumerate(kept) if old in self.marks}
        return Scene([self.blocks[i] for i in kept], keys, marks)

    @cached_property
    def prose(self) -> list[int]:
        """Indexes of the paragraphs of prose."""
        return [i for i, block in enumerate(self.blocks) if block.kind is BlockKind.PROSE]

    @cached_property
    def first_prose(self) -> int:
        """The first paragraph that no rule marks, below the headline where one is known; else the number of blocks.

        A sentence that asks or exclaims may be a headline, so it does not count.
        """
        last = len(self.blocks)
        own = [i for i in self.prose if i not in self.marks and SHAPES[self.blocks[i].shape] != "sentence-asks"]
        return next((i for i in own if i > self.headline), own[0] if own else last)

    @cached_property
    def headline(self) -> int:
        """The line that an earlier one repeats with the site's name, if most of the prose stands below it; -1: none."""
        found = min(self.named_titles.values(), default=-1)
        return found if sum(i > found for i in self.prose) > _MOST * len(self.prose) else -1

    @cached_property
    def named_titles(self) -> dict[int, int]:
        """The lines of the document's head that are another line with a name before or after it → that line."""
        prose = [i for i in self.prose if i not in self.marks]
        above = [i for i in self.keys if i == 0 or (prose and i < prose[0])]
        joined = [i for i in above if not _SIGNS.isdisjoint(self.keys[i])]
        if not joined:
            return {}
        lines: dict[str, int] = {}
        for i, key in self.keys.items():
            lines.setdefault(key.strip(EDGES), i)
        found = {i: _without_name(self.keys[i], lines) for i in joined}
        if found.get(0, -1) is None:
            size = len(self.keys[0])
            near = {letters(line): j for line, j in lines.items() if j and size // 3 < len(line) < size}
            found[0] = _without_name(self.keys[0], near, letters)
        return {i: j for i, j in found.items() if j is not None and (i == 0 or len(self.keys[j]) >= 2 * _LEAST_TITLE)}


def _without_name(key: str, lines: dict[str, int], form: Callable[[str], str] = _bare) -> int | None:
    """The line that is this one without a site's name before or after it; form: how `lines` are written."""
    cuts = list(_SEPARATOR.finditer(key))
    for cut in cuts[:1] + cuts[-2:]:
        for rest, name in ((key[: cut.start()], key[cut.end() :]), (key[cut.end() :], key[: cut.start()])):
            core = form(rest)
            if core not in lines or len(core) < _LEAST_TITLE or " " not in rest.strip():
                continue
            if 2 <= len(name) <= max(_LONGEST_SITE, len(core)):
                return lines[core]
    return None


def letters(key: str) -> str:
    """A folded text without punctuation, digits and spaces: what repairs of any kind leave as it is."""
    return _NO_LETTER.sub("", key)
