"""What every detector is given: the blocks, the folded short lines, the marks of the rules, and where the article may begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.document import Block, BlockKind
from cleaner.judging.match import Marks, find_marks, short_keys
from cleaner.reading.kinds import SHAPES
from cleaner.rules.compile import Rulebook

_NO_LETTER = re.compile(r"[^\w\n]+|[\d_]+")
_SEPARATOR = re.compile(r" ?[|:·•»>/] ?| - | -|- ")  # as folded: dashes of any kind are "-"
_LEAST_TITLE = 10  # letters: shorter lines are labels, and labels repeat
_LONGEST_TITLE = 250  # characters
_LONGEST_SITE = 40  # letters of a site's name
_MOST = 0.6  # share of the paragraphs that must stand below a line to call it the headline


@dataclass(frozen=True)
class Scene:
    """keys: folded text of the short lines, by index; marks: the rules that match them, by index."""

    blocks: Sequence[Block]
    keys: dict[int, str]
    marks: Marks

    @classmethod
    def of(cls, blocks: Sequence[Block], book: Rulebook) -> "Scene":
        keys = short_keys(blocks, max(book.longest, _LONGEST_TITLE))
        return cls(blocks, keys, find_marks(keys, book))

    @cached_property
    def prose(self) -> list[int]:
        """Indexes of the paragraphs of prose."""
        return [i for i, block in enumerate(self.blocks) if block.kind is BlockKind.PROSE]

    @cached_property
    def first_prose(self) -> int:
        """The first paragraph of prose that no rule marks, below the headline where one is known; else the number of blocks.

        A sentence that asks or exclaims may be a headline, so it does not count.
        """
        last = len(self.blocks)
        own = [i for i in self.prose if i not in self.marks and SHAPES[self.blocks[i].shape] != "sentence-asks"]
        return next((i for i in own if i > self.headline), own[0] if own else last)

    @cached_property
    def headline(self) -> int:
        """The line that an earlier one repeats with the site's name, if most of the prose stands below it; -1: none."""
        cores = set(self.named_titles.values())
        found = next((i for i, bare in self.letters.items() if bare in cores), -1) if cores else -1
        return found if sum(i > found for i in self.prose) > _MOST * len(self.prose) else -1

    @cached_property
    def letters(self) -> dict[int, str]:
        """The letters of each short line, by index."""
        return dict(zip(self.keys, letters("\n".join(self.keys.values())).split("\n"), strict=False))

    @cached_property
    def named_titles(self) -> dict[int, str]:
        """The lines of the document's head that are another line with a name before or after it → that line's letters."""
        prose = [i for i in self.prose if i not in self.marks]
        above = [i for i in self.keys if i == 0 or (prose and i < prose[0])]
        cut = {i: list(_SEPARATOR.finditer(self.keys[i])) for i in above if _SEPARATOR.search(self.keys[i])}
        if not cut:
            return {}
        alone = {bare for bare in self.letters.values() if len(bare) >= _LEAST_TITLE}
        found = {i: _without_name(self.keys[i], cuts, alone) for i, cuts in cut.items()}
        return {i: core for i, core in found.items() if core and (i == 0 or len(core) >= 2 * _LEAST_TITLE)}

    def has_mark(self, i: int, *endings: str) -> bool:
        """Whether a rule whose id ends in one of these marks line i."""
        return any(rule.id.endswith(endings) for rule in self.marks.get(i, ()))


def _without_name(key: str, cuts: list[re.Match[str]], alone: set[str]) -> str:
    """The letters of what is left of a line without a site's name, if that stands as a line of its own, else ""."""
    for cut in cuts[:1] + cuts[-2:]:
        for rest, extra in ((key[: cut.start()], key[cut.end() :]), (key[cut.end() :], key[: cut.start()])):
            core, name = letters(rest), letters(extra)
            if core in alone and 2 <= len(name) <= max(_LONGEST_SITE, len(core)) and " " in rest.strip():
                return core
    return ""


def letters(key: str) -> str:
    """A folded text without punctuation, digits and spaces: what repairs of any kind leave as it is. Lines stay lines."""
    return _NO_LETTER.sub("", key.replace(" ", ""))
