"""Marks → verdicts: a rule that drops a line takes that line, one that drops a region takes what follows too."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise, takewhile

from cleaner.document import Action, Block, BlockKind, Verdict
from cleaner.judging.addresses import is_address, own_addresses
from cleaner.judging.evidence import within
from cleaner.judging.match import Marks
from cleaner.judging.own_line import FEW_MARKS, LABELS, is_own_heading, is_own_line
from cleaner.judging.traits import having
from cleaner.pattern import pattern
from cleaner.reading.kinds import SHAPES, STATEMENT_SHAPES
from cleaner.rules.rule import Rule

_PROSE = BlockKind.PROSE
_KEEP, _DROP = Action.KEEP, Action.DROP
_new_verdict = partial(tuple.__new__, Verdict)  # from a tuple of its fields, without a call into Python for each
_LONGEST_INLINE = 15  # lines
_HEADING = 0.6  # of an item's length
_BYLINES = 20  # lines between a standfirst and the article
_LONGEST_STANDFIRST = 250  # characters
_LONG_HEADLINE = SHAPES.index("paragraph-open")
_WITHOUT_PROSE = 8  # lines of head, and of tail
_LEAST_FACTS, _LONGEST_FACT = 2, 40
_FACT = pattern(r"[^\W\d][^:.!?؟]{1,20}: ?[^:!?؟]{1,25}$")
_FIGURE = pattern(r"[+-]?[\d.,٫٬]*\d[.,٫٬]\d+ ?[%٪]?|[+-]?\d+ ?[%٪]")  # no bare number: lists have those
_LEAST_FIGURES = 3  # of a table
_BULLETS = ("- ", "• ", "* ", "· ")
_OPEN_ITEMS = frozenset(code for code, name in enumerate(SHAPES) if not name.endswith("-full-stop"))
_MAYBE_OWN = "maybe-own-list"  # ends the ids of rules for words that writers use too, «Further reading»
_ELSEWHERE = {  # is a line below the first paragraph, above the last → where the rules hold that do not hold there
    (False, False): ("below",),
    (False, True): ("below", "tail"),
    (True, False): ("head",),
    (True, True): ("head", "tail", "edges"),
}
_STANZA = 8  # lines in a row that make a body where there is no prose


def find_by_rules(blocks: Sequence[Block], marks: Marks) -> Iterator[Verdict]:
    """One verdict for each mark whose place fits its rule; without prose, see `_stanzas`."""
    if not marks:
        return
    prose = [i for i, block in enumerate(blocks) if block.kind is _PROSE and i not in marks]
    first, last = (_head_end(blocks, prose, marks), prose[-1]) if prose else _stanzas(len(blocks), marks)
    stops: list[int] | None = None
    own: set[int] | None = None  # addresses
    is_quiet = len(marks) <= FEW_MARKS
    covered: dict[str, int] = {}  # where the last region of each rule stops: a heading inside it opens no other
    for i, rules in marks.items():
        elsewhere = _ELSEWHERE[i > first, i < last]
        for rule in rules:
            kind = rule.kind
            if rule.where in elsewhere or (covered and i < covered.get(rule.id, 0)):
                continue
            stop = i + 1
            is_own_fact = kind == "byline" and _begins_facts(blocks, i, marks)
            if is_own_fact or (i > first and is_own_line(blocks, i, rule, marks)):
                continue
            is_inside = i < last and (first < i or (kind == "comment" and is_quiet))
            if is_inside and (is_quiet or kind == "comment") and is_own_heading(blocks, i, rule, marks):
                continue
            if rule.drops == "region" or (rule.drops == "list" and i > first):
                stops = stops if stops is not None else _stops(blocks, marks)
                stop = covered[rule.id] = region_end(blocks, i, rule, marks, stops)
                if rule.id.endswith(_MAYBE_OWN) and all(i <= mark < stop for mark in marks):
                    continue
                is_above = first < i < last and stop not in marks
                is_close = is_above and stop == i + 1 and within(stops, stop, stop + 1)
                is_own = is_close or (is_above and _is_own_list(blocks, i, stop, marks))
                if is_own and (rule.drops == "region" or kind == "related"):
                    continue  # a heading right above a paragraph of the article is the article's own
            if is_address(rule):
                own = _own_addresses(blocks, marks, first) if own is None else own
                if i in own:
                    continue
            yield _new_verdict((rule.id, kind, rule.why, i, stop, _KEEP if rule.keep else _DROP))


def _own_addresses(blocks: Sequence[Block], marks: Marks, first: int) -> set[int]:
    """The lines below the first paragraph that are addresses of the author's."""
    lines = {i: blocks[i].text for i, rules in marks.items() if i > first and any(map(is_address, rules))}
    return own_addresses(lines, {i: blocks[i - 1].text for i in lines})


def _head_end(blocks: Sequence[Block], prose: Sequence[int], marks: Marks) -> int:
    """The first paragraph, or the second where the first is a standfirst or as long a headline: names, dates and
    buttons lie between them.
    """
    first, second = (*prose, 0)[:2]
    between = second - first - 1
    if not 1 <= between < _BYLINES or len(blocks[first].text) > _LONGEST_STANDFIRST:
        return first
    marked = [rule.kind for i in range(first + 1, second) for rule in marks.get(i, ())[:1]]
    is_headline = blocks[first].shape == _LONG_HEADLINE and len(marked) == between
    is_standfirst = first > 0 and 2 * len(marked) >= between
    return second if "byline" in marked and (is_headline or is_standfirst) else first


def _stanzas(count: int, marks: Marks) -> tuple[int, int]:
    """The first and the last line of the runs of lines that no rule marks, where there is no prose to go by."""
    gaps = [-1, *sorted(marks), count]
    runs = [(low + 1, high - 1) for low, high in pairwise(gaps) if high - low > _STANZA]
    return (runs[0][0], runs[-1][1]) if runs else (_WITHOUT_PROSE, count - _WITHOUT_PROSE)


def _is_own_list(blocks: Sequence[Block], start: int, stop: int, marks: Marks) -> bool:
    """Whether a list of labels is the article's: where rules know next to nothing else, the document is no page."""
    most = len(marks) - FEW_MARKS  # so many of the marks must lie within
    if sum(i in marks for i in range(start, stop)) < most:
        return False
    return all(blocks[i].shape in LABELS for i in range(start + 1, stop))


def region_end(blocks: Sequence[Block], start: int, rule: Rule, marks: Marks, stops: Sequence[int]) -> int:
    """The block before which the region that begins at `start` stops; stops: see `_stops`.

    `until = "prose"`: before the first paragraph of prose or line with a full stop; headlines have none. Where that
    is farther than a list within an article is long, the heading goes alone.
    """
    if rule.until == "end":
        return len(blocks)
    place = bisect_right(stops, start)
    stop = stops[place] if place < len(stops) else len(blocks)
    if rule.until == "next":
        return min(stop, start + 2)
    if stop == len(blocks) or stop in marks:
        return stop
    if stop - start > _LONGEST_INLINE:
        return start + 1
    own = _own_list(blocks, start, stop, marks)
    return own if own < stop else stop - _is_heading(blocks, start, stop - 1, marks)


def _stops(blocks: Sequence[Block], marks: Marks) -> list[int]:
    """The lines at which a list ends, in order: a thread's mark, the path to an article, unmarked prose, an unmarked
    full stop.
    """
    ends = [i for i, block in enumerate(blocks) if block.kind is _PROSE or block.shape in STATEMENT_SHAPES]
    while ends and _is_next_item(blocks, ends[-1]):
        ends.pop()
    wanted = having(_ends_list, frozenset(chain.from_iterable(marks.values())))
    others = [i for i, rules in marks.items() if not wanted.isdisjoint(rules)] if wanted else []
    return sorted([*others, *(i for i in ends if i not in marks)])


def _is_next_item(blocks: Sequence[Block], i: int) -> bool:
    """Whether a headline that asks or exclaims stands in a list with bullets, below another item without a full stop.

    The last of all are no paragraphs; in the article's midst such a list may be its own.
    """
    bullet = blocks[i].text[:2]
    if bullet not in _BULLETS or not i or not blocks[i - 1].text.startswith(bullet):
        return False
    return blocks[i].shape in _OPEN_ITEMS and blocks[i - 1].shape in _OPEN_ITEMS


def _ends_list(rule: Rule) -> bool:
    return rule.kind == "comment" or "breadcrumb" in rule.id


def _own_list(blocks: Sequence[Block], start: int, stop: int, marks: Marks) -> int:
    """Where a list of the article's own begins right below a list of others', for prose follows it; else `stop`.

    A colon ends the line above it, or its items are facts, «Weight: 212 kg», two or more; their heading is theirs.
    """
    lines = range(start + 2, stop)
    if announced := next((i for i in lines if i not in marks and blocks[i].text.endswith((":", "："))), 0):
        return announced - _is_heading(blocks, start, announced - 1, marks)
    facts = len([*takewhile(lambda i: i not in marks and is_fact(blocks[i].text), reversed(lines))])
    if facts < _LEAST_FACTS:
        return stop
    own = stop - facts
    return own - (own - 1 > start + 1 and len(blocks[own - 1].text) <= _LONGEST_FACT)


def is_fact(text: str) -> bool:
    """Whether a line is a name and a value, as in a table of facts: «Weight: 212 kg»."""
    return len(text) <= _LONGEST_FACT and _FACT.match(text) is not None


def is_table(lines: Sequence[str], size: int) -> bool:
    """Whether lines between two paragraphs are the cells of a table: figures among them, hardly a line of furniture."""
    figures = sum(_FIGURE.fullmatch(line) is not None for line in lines)
    return size - len(lines) <= 1 and figures >= _LEAST_FIGURES and 3 * figures >= len(lines)


def _begins_facts(blocks: Sequence[Block], i: int, marks: Marks) -> bool:
    """Whether a date is the first of the facts of minutes or of a form: no rule knows the two lines below it."""
    if i + 1 in marks or i + 2 in marks or i + 2 >= len(blocks) or ":" not in blocks[i + 2].text[:_LONGEST_FACT]:
        return False
    return is_fact(blocks[i].text) and is_fact(blocks[i + 1].text)


def _is_heading(blocks: Sequence[Block], start: int, i: int, marks: Marks) -> bool:
    """Whether the last line of a list is the heading of the prose below it.

    Blank lines say whom it stands with; where they do not, a heading is much shorter than the list's items.
    """
    if i <= start + 1 or any("section" not in rule.id for rule in marks.get(i, ())):
        return False  # but the name of a section may be a heading
    if i - 1 in marks:
        return True  # an advertisement parts it from the list
    above, below = (blocks[j + 1].line - blocks[j].line for j in (i - 1, i))
    if above != below:
        return above > below
    items = [len(block.text) for block in blocks[start + 1 : i]]
    return len(blocks[i].text) * len(items) < _HEADING * sum(items)
