"""Programs and style sheets that a converter left in the text of a page: all lines of one, and long lines of one each.

keep | The ferry is back after two winters
drop | .story-box {              a rule knows it
drop | margin: 0 auto;           none does
drop | }
keep | The night ferry sails again from the north quay, the council said on Monday.

Where the article itself speaks of programs, they are its examples (torn.py), and so may be a few lines between two
paragraphs that anybody could have written by hand.
"""

from collections.abc import Container, Iterator
from itertools import count

from cleaner.document import Action, Verdict
from cleaner.judging.code import (
    is_announced,
    is_example,
    is_full_of_leaks,
    is_full_of_signs,
    is_of_a_system,
    is_part_of_code,
    is_subject,
    sentences,
)
from cleaner.judging.scene import Scene
from cleaner.judging.traits import is_leaked_code
from cleaner.pattern import pattern

ID = "leaked-code"
WHY = "Lines of a program or a style sheet of the page, left in its text; the article speaks of no such thing."
EXAMPLE_ID = "code-example"
EXAMPLE = "A few lines of code between two paragraphs, as somebody writes them by hand: an example."
_FEW = 6  # lines
_COMMENT = frozenset("/*#")  # begins one
_LEAST_SAID = 4  # sentences about code in a page that is full of leaks
_LONG_START = pattern(  # of a folded line that is too long for rules
    r"[!;(]*function|(?:window|document|self)\.\w|(?:var|let|const) \w+ ?=|jquery ?\(|\$\(|\{\"|googletag|jwplayer\("
    r"|\(?self\.__|data:[a-z]+/[a-z+.-]+[;,]|@(?:media|font-face|charset|import|keyframes)\b|\*\{|:(?:root|where)\b"
    r"|normal 0 (?:\w+ )?false|\(\(\) ?=>|/\*|//<!|\[?\{ ?\"@|[.#@]?[a-z][\w.#: ,>-]{0,30} ?\{"
).match
_AFTER_ASCII = "\N{DELETE}"
_WITHOUT_BRACKET = ("data:", "normal 0 ")
_GLUED = pattern(r"\)\{|\};|\}\)|;\}|\":|\{[\w-]+:|\}[.#@\w]").search  # no writer sets signs so close
_DATA = '{"'
_OF_PAGES = pattern(r"\"@|http|\\/|\"props\"").search  # data of a page, not of anything else
_SIGNS = '{}();=":'
_LEAST_SIGNS, _SOME_SIGNS = 0.06, 0.03  # share of the characters
_OPENING, _CLOSING = "{[(", "}])"


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line; those beside a line of code that a rule knows go with it."""
    if not (scene.marked_by(is_leaked_code) or scene.once(_begun)):
        return  # nearly always
    for i in sorted(scene.once(_leaks)):
        yield Verdict(ID, "chrome", WHY, i, i + 1)


def find_examples(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line of code that stays, whatever rules say."""
    for i in sorted(scene.once(_code) - scene.once(_leaks)):
        yield Verdict(EXAMPLE_ID, "chrome", EXAMPLE, i, i + 1, Action.KEEP)


def _begun(scene: Scene) -> list[int]:
    """The long lines that begin like code; most are told to be none by their first letter, or by lack of a bracket."""
    latin = [i for i, opening in scene.all_keys.openings.items() if opening < _AFTER_ASCII]
    maybe = [i for i in latin if "{" in scene.blocks[i].text or scene.all_keys.openings[i].startswith(_WITHOUT_BRACKET)]
    return [i for i in maybe if _LONG_START(scene.all_keys.openings[i])]


def _is_full(scene: Scene) -> bool:
    """Whether a converter left all programs of the page in its text."""
    long = [i for i in scene.once(_begun) if _is_dense(scene, i)]
    return is_full_of_leaks(scene.blocks[i].text for i in (*scene.marked_by(is_leaked_code), *long))


def _texts(scene: Scene) -> list[str]:
    return [block.text for block in scene.blocks]


def _long(scene: Scene) -> set[int]:
    """The long lines of code, if the article does not speak of it."""
    openings, begun = scene.all_keys.openings, scene.once(_begun)
    if scene.once(_is_full):
        return {i for i in openings if _is_dense(scene, i)}.union(i for i in begun if _has_signs(scene, i))
    long = {i for i in begun if _is_dense(scene, i)}
    return set() if long and is_example(scene.once(_texts), long, scene.marks) else long


def _code(scene: Scene) -> set[int]:
    """All lines of code. Linear."""
    if not scene.prose:
        return set()  # it may be a program or a style sheet itself
    long = scene.once(_long)
    seeds, is_full = {*scene.marked_by(is_leaked_code), *long}, scene.once(_is_full)
    if is_full:
        seeds.update(i for i in scene.keys if is_full_of_signs(scene.blocks[i].text))
    code: set[int] = set()
    for i in sorted(seeds):
        for step in (-1, 1):
            code.update(_beside(scene, i, step, long, code))
        code.add(i)
    return code


def _leaks(scene: Scene) -> set[int]:
    """The lines of code less those that may be an example."""
    code = scene.once(_code)
    if not code:
        return code
    prose = [i for i in scene.prose if i not in code and scene.blocks[i].text[0] not in _COMMENT]
    if not prose:
        return set()  # it is a file of its own
    leaks: set[int] = set()
    for first in sorted(i for i in code if i - 1 not in code):
        lines = range(first, next(i for i in count(first) if i not in code))
        if not (prose[0] < first < prose[-1] and _may_be_example(scene, lines)):
            leaks.update(lines)
    return leaks


def _article(scene: Scene) -> tuple[list[int], bool]:
    """The places of the article's sentences, and whether it speaks of code."""
    known = scene.once(_code) | scene.marks.keys()
    said = sentences(scene.once(_texts), known)
    return said, is_subject(scene.once(_texts), said, known, _LEAST_SAID if scene.once(_is_full) else 1)


def _may_be_example(scene: Scene, lines: range) -> bool:
    """Whether a run of code between two paragraphs is short and of a hand's, or the article speaks of it."""
    texts, is_full = scene.once(_texts), scene.once(_is_full)
    if len(lines) <= _FEW and not is_full and not any(is_of_a_system(texts[i]) for i in lines):
        return True
    said, is_about_code = scene.once(_article)
    return is_about_code or is_announced(texts, said, lines)


def _beside(scene: Scene, start: int, step: int, long: Container[int], code: Container[int]) -> Iterator[int]:
    """The lines below one of a program, or above it, up to the first that is none or that is known already; between
    brackets more are.
    """
    depth, i = 0, start
    is_full = scene.once(_is_full)
    while True:
        depth = _depth(scene.blocks[i].text, depth, step)
        i += step
        if not 0 <= i < len(scene.blocks) or i in code or (i in scene.all_keys.openings and i not in long):
            return
        if i not in long and not is_part_of_code(scene.blocks[i].text, within=is_full or depth > 0):
            return
        yield i


def _depth(text: str, depth: int, step: int) -> int:
    """How many brackets are open beyond a line that is read downwards or, with a step of -1, upwards."""
    enters, leaves = (_OPENING, _CLOSING) if step > 0 else (_CLOSING, _OPENING)
    rest = text.lstrip(_CLOSING) if step > 0 else text.rstrip(_OPENING)
    depth = max(0, depth - len(text) + len(rest))
    return max(0, depth + sum(map(rest.count, enters)) - sum(map(rest.count, leaves)))


def _has_signs(scene: Scene, i: int) -> bool:
    """Whether a line has more of the signs of programs than prose; names may be long, and quotation marks escaped."""
    text = scene.blocks[i].text
    return sum(map(text.count, _SIGNS)) >= _SOME_SIGNS * len(text)


def _is_dense(scene: Scene, i: int) -> bool:
    """Whether a line is full of the signs of programs, set as close as nobody writes them."""
    text = scene.blocks[i].text
    if text.startswith("data:"):
        return " " not in text
    if text.startswith(_DATA) and not _OF_PAGES(text):
        return False
    return sum(map(text.count, _SIGNS)) >= _LEAST_SIGNS * len(text) and _GLUED(text) is not None
