"""What of an article stands in it twice, word for word: a layout for phones, a quotation set large, the headline.

What counts as a copy, and what may come back on purpose, is said in judging/detectors/repetition.py.
"""

from bisect import bisect
from collections import Counter
from itertools import accumulate, takewhile

from cleaner.document import Block, BlockKind
from cleaner.judging.detectors import contents_box, cut_copy, repetition
from cleaner.judging.match import fold_keys
from cleaner.judging.page.contents import linked_contents
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.rules import PageRule
from cleaner.judging.scene import Scene
from cleaner.judging.site_name import letters
from cleaner.normalize.fold import fold
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns

CONTENTS = PageRule("contents-box", "chrome", contents_box.WHY)
REPEATED = PageRule("repeated-paragraph", "repetition", repetition.WHY)
CUT_OFF = PageRule("cut-off-copy", "repetition", cut_copy.WHY)
_DOTS = ("...", "…", "...]", "…]")
_ENTRIES = 3  # of a table of contents, at least
_TWICE = 2  # blocks with one text
_LINES = 5  # lines of a block that may hold the article once more
_FULL = 60  # characters of a line that counts
_PARAGRAPH = 120  # characters of one that comes back on no purpose, as a refrain does
_COPIED = 1 / 3  # of a block's characters: the source that a page was written from has its own signs in the rest
_NEAR = 4  # blocks below the headline
_OPENING = 24  # characters that tell most paragraphs apart
_LONG = 400  # characters of a block that may hold several


def copies(first: FirstPass, kept: list[int], title: int | None) -> dict[int, PageRule]:
    """The kept blocks that an earlier one repeats, or holds whole where they break off, and a table of contents.

    Linear; next to nothing where no text stands twice and none ends in dots.
    """
    page = first.page
    found = [*_whole_again(page, kept), *_gathered_again(page, kept), *_headline_again(page, kept, title)]
    listed = linked_contents(page, kept)
    texts = [page.texts[k] for k in kept]
    stand_twice = bool(first.copies) and sum([text in first.copies for text in texts]) >= _TWICE
    cut: list[int] = []
    if stand_twice or len(set(texts)) <= len(texts) - _ENTRIES or any(text.endswith(_DOTS) for text in texts):
        scene = _scene(texts)
        verdicts = repetition.find(scene) if stand_twice else ()
        found += [kept[i] for verdict in verdicts for i in range(verdict.first, verdict.last)]
        listed += [kept[i] for i in contents_box.announced(scene)]
        cut = [kept[verdict.first] for verdict in cut_copy.find(scene)]
    return dict.fromkeys(listed, CONTENTS) | dict.fromkeys(cut, CUT_OFF) | dict.fromkeys(found, REPEATED)


def _scene(texts: list[str]) -> Scene:
    """Blocks as lines, with no rule that knows any."""
    blocks = []
    for number, text in enumerate(texts, 1):
        look = shape(line := text.replace("\n", " "))
        blocks.append(Block(line, 0, 0, number, BlockKind.PROSE if look in PROSE_SHAPES else BlockKind.LINE, look))
    return Scene(blocks, fold_keys(blocks), {})


def _whole_again(page: Columns, kept: list[int]) -> list[int]:
    """The blocks of many lines that hold the article once more: its source in Markdown, a version for machines;

    and those that hold their own paragraphs time and again, as a machine writes that cannot find an end.
    """
    texts: set[str] = set()
    found = []
    for k in kept:
        text = page.texts[k]
        if text.count("\n") >= _LINES:
            lines = Counter(line for line in text.split("\n") if len(line) >= _FULL)
            own = sum([len(line) * (count - 1) for line, count in lines.items() if len(line) >= _PARAGRAPH])
            own = 0 if page.tags[k] == "pre" else own  # a log repeats its lines
            copied = sum([len(line) * count for line, count in lines.items() if line in texts])
            found += [k] if max(own, copied) > _COPIED * len(text) else []
        texts.add(text)
    return found


def _gathered_again(page: Columns, kept: list[int]) -> list[int]:
    """The blocks that begin as an earlier one and go on as those below it: a preview, a version without elements."""
    texts = [page.texts[k] for k in kept]
    long = [place for place, text in enumerate(texts) if len(text) >= _LONG]
    openings = [text[:_OPENING] for text in texts] if long else []
    if len(set(openings)) == len(openings):
        return []
    starts = {text[:_OPENING]: place for place, text in reversed([*enumerate(texts)]) if len(text) >= _OPENING}
    ends = [*accumulate(map(len, texts))]
    found = []
    for place in long:
        text, start = texts[place], starts[texts[place][:_OPENING]]
        if start < place and 2 * len(texts[start]) < len(text):
            stop = bisect(ends, ends[start] + len(text), start, place)
            whole, parts = ("".join(each.split()) for each in (text, "".join(texts[start:stop])))
            found += [kept[place]] if whole[: len(whole) // 2] == parts[: len(whole) // 2] else []
    return found


def _headline_again(page: Columns, kept: list[int], title: int | None) -> list[int]:
    """The headline once more, between itself and the first paragraph or below the last one."""
    if title is None:
        return []
    below = [k for k in kept if k > title]
    near = {*takewhile(lambda k: not _is_prose(page, k), below[:_NEAR])}
    near |= {*takewhile(lambda k: not _is_prose(page, k), below[: -_NEAR - 1 : -1])}
    wanted = page.texts[title]
    alike = [k for k in sorted(near) if len(page.texts[k]) <= 2 * len(wanted) <= 4 * len(page.texts[k])]
    own = {letters(fold(each)) for each in (wanted, wanted.partition(": ")[2])}  # boards write «Thread: » before it
    return [k for k in alike if letters(fold(page.texts[k])) in own]


def _is_prose(page: Columns, k: int) -> bool:
    return shape(page.texts[k]) in PROSE_SHAPES
