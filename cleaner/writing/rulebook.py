"""The rulebook as people read it: a line for each rule, or everything about one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.rules.rule import Rule
from cleaner.rules.site import Site
from cleaner.writing.printable import printable

_WHERE = {
    "anywhere": "",
    "head": ", before the first paragraph",
    "top": ", before the first paragraph or right below a headline that is a sentence",
    "tail": ", after the last paragraph",
    "below": ", after the first paragraph",
    "edges": ", before the first paragraph or after the last",
}
_UNTIL = {
    "prose": "and what follows until the next paragraph",
    "end": "and all that follows",
    "next": "and the one below it",
}
_PHRASES = (("lines", "the whole line is"), ("starts", "the line begins with"), ("ends", "the line ends with"))


class CodeRule(NamedTuple):
    """A rule that data cannot say, and the module that says it."""

    id: str
    kind: str
    why: str
    module: str


def table(rules: Sequence[Rule | Site | CodeRule]) -> str:
    """Id, kind and reason of each rule, in columns, a line each."""
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:<{width}}  {rule.kind:<10}  {printable(rule.why)}\n" for rule in rules)


def listing(rules: Sequence[Rule | Site | CodeRule], width: int) -> str:
    """The same for a screen, on which the columns would not fit: the reason below the id."""
    from textwrap import indent, wrap

    reasons = ("\n".join(wrap(printable(rule.why), max(width - 4, 20))) for rule in rules)
    return "".join(
        f"{rule.id} ({rule.kind})\n{indent(why, ' ' * 4)}\n" for rule, why in zip(rules, reasons, strict=True)
    )


def describe(rule: Rule | Site | CodeRule) -> str:
    """Everything about one rule, as its pack says it."""
    if isinstance(rule, CodeRule):
        lines: Iterable[str] = (f"  from      code: {rule.module}",)
    else:
        lines = _rule(rule) if isinstance(rule, Rule) else _site(rule)
    return "\n".join((rule.id, f"  kind      {rule.kind}", f"  why       {printable(rule.why)}", *lines)) + "\n"


def _site(site: Site) -> Iterator[str]:
    yield f"  from      {printable(site.origin)}"
    yield f"  on pages of {printable(site.host)}"
    for word, selectors in (("keeps", site.keep), ("drops", site.drop)):
        yield from (f"  {word}     {printable(selector)}" for selector in selectors)
    for line in site.lines:
        share = f" on {line.pages:.0%} of the pages" if line.pages else ""
        yield f"  drops     the line{share}{_WHERE[line.where]}"
        yield from (f"    {printable(text)}" for text in (line.line, *line.examples))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"  from      {printable(rule.origin)}"
    taken = "the line" if rule.drops == "line" else f"the line {_UNTIL[rule.until]}"
    yield f"  {'keeps' if rule.keep else 'drops'}     {taken}{_WHERE[rule.where]}"
    yield f"  matches   lines of at most {rule.max_chars} characters"
    for key, words in _PHRASES:
        phrases = getattr(rule, key)
        if phrases:
            yield f"  {words}"
            yield from (f"    {printable(phrase)}" for phrase in phrases)
    if rule.pattern:
        yield "  the line, folded, holds the pattern"
        yield f"    {printable(rule.pattern)}"
    for number, example in enumerate(rule.examples, 1):
        yield f"  example {number}"
        yield from (f"    {'drop' if goes else 'keep'} | {printable(text)}" for goes, text in example.lines)
