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
from cleaner.judging.code import is_example, is_part_of_code
from cleaner.judging.scene import Scene
from cleaner.judging.traits import is_leaked_code
from cleaner.pattern import pattern

ID = "leaked-code"
WHY = "Lines of a program or a style sheet of the page, left in its text; the article speaks of no such thing."
EXAMPLE_ID = "code-example"
EXAMPLE = "A few lines of code between two paragraphs, as somebody writes them by hand: an example."
_FEW = 6  # lines
_OF_SYSTEMS = pattern(  # what nobody writes by hand in an article
    r"googletag|google_|\bgtag\(|\bga\(|data[lL]ayer|adsbygoogle|taboola|\bfbq\(|_gaq\b|disqus|addthis|ajax_?url"
    r"|apiSettings|__next|wpemoji|_WidgetManager|parentNode|jQuery|elementor|\bwp-|\btd[-_i]|\bmso-|[#.][\w-]+[-_]\d"
    r"|CDATA|^[(!;]+function|FB\.|twttr\.|jwplayer|__[A-Z]+_|img\.|SESSIONURL|vb_|^data:|\w\{[\w-]+:|\.push\("
    r"|Normal 0 |.{241}|Style Definitions"
).search
_LONG_START = pattern(  # of a folded line that is too long for rules
    r"[!;(]*function|(?:window|document|self)\.\w|(?:var|let|const) \w+ ?=|jquery ?\(|\$\(|\{\"|googletag|jwplayer\("
    r"|\(?self\.__|data:[a-z]+/[a-z+.-]+[;,]|@(?:media|font-face|charset|import|keyframes)\b|\*\{|:(?:root|where)\b"
    r"|normal 0 (?:\w+ )?false|\(\(\) ?=>|/\*|//<!|\[?\{ ?\"@|[.#@]?[a-z][\w.#: ,>-]{0,30} ?\{"
).match
_GLUED = pattern(r"\)\{|\};|\}\)|;\}|\":|\{[\w-]+:|\}[.#@\w]").search  # no writer sets signs so close
_DATA = '{"'
_OF_PAGES = pattern(r"\"@|http|\\/|\"props\"").search  # data of a page, not of anything else
_SIGNS = '{}();=":'
_LEAST_SIGNS = 0.06  # share of the characters
_OPENING, _CLOSING = "{[(", "}])"


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line; those beside a line of code that a rule knows go with it."""
    for i in sorted(scene.once(_leaks)):
        yield Verdict(ID, "chrome", WHY, i, i + 1)


def find_examples(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line of code that stays, whatever rules say."""
    for i in sorted(scene.once(_code) - scene.once(_leaks)):
        yield Verdict(EXAMPLE_ID, "chrome", EXAMPLE, i, i + 1, Action.KEEP)


def _long(scene: Scene) -> set[int]:
    """The long lines of code, if the article does not speak of it."""
    long = {i for i, opening in scene.all_keys.openings.items() if _LONG_START(opening) and _is_dense(scene, i)}
    return set() if long and is_example([block.text for block in scene.blocks], long) else long


def _code(scene: Scene) -> set[int]:
    """All lines of code."""
    if not scene.prose:
        return set()  # it may be a program or a style sheet itself
    long = scene.once(_long)
    code: set[int] = set()
    for i in (*scene.marked_by(is_leaked_code), *long):
        code |= {i, *_beside(scene, i, -1, long), *_beside(scene, i, 1, long)}
    return code


def _leaks(scene: Scene) -> set[int]:
    """The lines of code less those that may be an example."""
    code = scene.once(_code)
    if not code:
        return code
    prose = [i for i in scene.prose if i not in code]
    leaks: set[int] = set()
    for first in sorted(i for i in code if i - 1 not in code):
        stop = next(i for i in count(first) if i not in code)
        is_amid = bool(prose) and prose[0] < first < prose[-1]
        lines = range(first, stop)
        if not is_amid or len(lines) > _FEW or any(_OF_SYSTEMS(scene.blocks[i].text) for i in lines):
            leaks.update(lines)
    return leaks


def _beside(scene: Scene, start: int, step: int, long: Container[int]) -> Iterator[int]:
    """The lines below one of a program, or above it, up to the first that is none; between brackets more are."""
    depth, i = 0, start
    while True:
        depth = _depth(scene.blocks[i].text, depth, step)
        i += step
        if not 0 <= i < len(scene.blocks) or (i in scene.all_keys.openings and i not in long):
            return
        if i not in long and not is_part_of_code(scene.blocks[i].text, within=depth > 0):
            return
        yield i


def _depth(text: str, depth: int, step: int) -> int:
    """How many brackets are open beyond a line that is read downwards or, with a step of -1, upwards."""
    enters, leaves = (_OPENING, _CLOSING) if step > 0 else (_CLOSING, _OPENING)
    rest = text.lstrip(_CLOSING) if step > 0 else text.rstrip(_OPENING)
    depth = max(0, depth - len(text) + len(rest))
    return max(0, depth + sum(map(rest.count, enters)) - sum(map(rest.count, leaves)))


def _is_dense(scene: Scene, i: int) -> bool:
    """Whether a line is full of the signs of programs, set as close as nobody writes them."""
    text = scene.blocks[i].text
    if text.startswith("data:"):
        return " " not in text
    if text.startswith(_DATA) and not _OF_PAGES(text):
        return False
    return sum(map(text.count, _SIGNS)) >= _LEAST_SIGNS * len(text) and _GLUED(text) is not None
