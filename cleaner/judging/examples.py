"""The examples of rules, run as tests: a rule alone speaks of just the lines they say, and all rules together agree."""

from collections.abc import Iterator, Sequence

from cleaner.document import Source
from cleaner.judging.match import find_marks, fold_keys
from cleaner.judging.regions import find_by_rules
from cleaner.judging.settle import settle
from cleaner.reading.text import read_text
from cleaner.rules.compile import Rulebook, Shelf
from cleaner.rules.load import folded
from cleaner.rules.rule import Example, Rule


def matched(rule: Rule, example: Example) -> list[bool]:
    """Which lines the rule alone speaks of, whatever it says of them."""
    book = Rulebook(Shelf([folded(rule)]))
    blocks = read_text(_source(example)).blocks
    verdicts = find_by_rules(blocks, find_marks(fold_keys(blocks), book))
    spoken = {i for verdict in verdicts for i in range(verdict.first, verdict.last)}
    return [i in spoken for i in range(len(blocks))]


def dropped(book: Rulebook, example: Example) -> list[str | None]:
    """For each line the rule of the rulebook that takes it, None where it stays."""
    blocks = read_text(_source(example)).blocks
    gone = settle(find_by_rules(blocks, find_marks(fold_keys(blocks), book)))
    return [gone[i].rule if i in gone else None for i in range(len(blocks))]


def failures(rules: Sequence[Rule], others: Sequence[Rule] = ()) -> Iterator[str]:
    """A sentence for each line that does not get its example's verdict, from its rule alone or from all together."""
    book = Rulebook(Shelf(map(folded, (*others, *rules))))
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            if not all(text for _, text in example.lines):
                yield f"{rule.origin}: rule {rule.id!r}, example {number}: a line has no text"
                continue
            alone, together = matched(rule, example), dropped(book, example)
            for (goes, text), hit, taker in zip(example.lines, alone, together, strict=True):
                place = f"{rule.origin}: rule {rule.id!r}, example {number}: {text!r}"
                if hit != (goes != rule.keep):
                    yield f"{place} {'is matched' if hit else 'is not matched'} by the rule alone"
                elif goes != (taker is not None):
                    yield f"{place} {f'is dropped by {taker}' if taker else 'is kept'} with all rules together"


def _source(example: Example) -> Source:
    return Source("\n\n".join(text for _, text in example.lines))
