"""What every detector is given: the blocks, the folded short lines, the marks of the rules, and where prose begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.document import Block, BlockKind
from cleaner.judging.match import Marks, find_marks, short_keys
from cleaner.rules.compile import Rulebook

_NO_LETTER = re.compile(r"[^\w\n]+|[\d_]+")


@dataclass(frozen=True)
class Scene:
    """keys: folded text of the short lines, by index; marks: the rules that match them, by index."""

    blocks: Sequence[Block]
    keys: dict[int, str]
    marks: Marks

    @classmethod
    def of(cls, blocks: Sequence[Block], book: Rulebook) -> "Scene":
        keys = short_keys(blocks, max(book.longest, 160))
        return cls(blocks, keys, find_marks(keys, book))

    @cached_property
    def prose(self) -> list[int]:
        """Indexes of the paragraphs of prose."""
        return [i for i, block in enumerate(self.blocks) if block.kind is BlockKind.PROSE]

    @cached_property
    def first_prose(self) -> int:
        """The first paragraph of prose that no rule marks, or the number of blocks where there is none."""
        return next((i for i in self.prose if i not in self.marks), len(self.blocks))

    @cached_property
    def letters(self) -> dict[int, str]:
        """The letters of each short line, by index."""
        return dict(zip(self.keys, letters("\n".join(self.keys.values())).split("\n"), strict=False))

    def has_mark(self, i: int, *endings: str) -> bool:
        """Whether a rule whose id ends in one of these marks line i."""
        return any(rule.id.endswith(endings) for rule in self.marks.get(i, ()))


def letters(key: str) -> str:
    """A folded text without punctuation, digits and spaces: what repairs of any kind leave as it is. Lines stay lines."""
    return _NO_LETTER.sub("", key.replace(" ", ""))
