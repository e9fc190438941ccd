"""The tables of the page: rules, sites, languages, steps of orthography, failures."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from cleaner.corpus.report.elements import Html, element, joined
from cleaner.corpus.report.failures import Failure
from cleaner.corpus.report.numbers import Row, most, share
from cleaner.corpus.report.samples import Rule

NOTHING = Html("")
_FOLDED = 500  # rows that are folded away; of more, the rest is told as a sum


def text_of(text: str) -> Html:
    """A text of a document, in its own direction."""
    return element("p", text, class_="text", dir="auto")


def rule_table(rules: Mapping[str, Row], told: Mapping[str, Rule], top: int) -> Html:
    """What each rule removed, with its reason and examples."""
    largest = max((row["chars"] for row in rules.values()), default=1)
    head = _head("Rule", "Lines", "Documents", "Characters")
    rows = [
        element(
            "tr",
            element("th", *_rule(name, row, told.get(name), largest), scope="row", class_=row["kind"]),
            *_numbers(row["lines"], row["documents"], row["chars"]),
        )
        for name, row in most(rules, "chars", len(rules)).shown
    ]
    return _folded("Lines removed by each rule, most characters first", head, rows, top)


def _rule(name: str, row: Row, told: Rule | None, largest: int) -> Iterable[Html]:
    yield element("code", name, class_="name")
    yield joined(" ", element("span", row["kind"], class_="kind"))
    yield _bar(row["chars"], largest)
    if told:
        yield element("p", told.reason, class_="why")
        examples = [element("li", text_of(text), dir="auto") for text in told.examples]
        yield element("details", element("summary", "Examples"), element("ul", *examples, class_="examples"))


def group_table(noun: str, groups: Mapping[str, Row], named: Callable[[str], str], top: int) -> Html:
    """How much was kept of each site or language."""
    head = _head(noun.capitalize(), "Documents", "Characters", "Kept", "Lines removed")
    rows = [
        element(
            "tr",
            element(
                "th",
                element("bdi", named(name), class_="name"),
                _bar(row["chars_out"], row["chars_in"]),
                scope="row",
                class_="kept",
            ),
            *_numbers(row["documents"], row["chars_in"]),
            element("td", share(row["chars_out"], row["chars_in"]), class_="n"),
            *_numbers(row["lines_removed"]),
        )
        for name, row in most(groups, "chars_in", len(groups)).shown
    ]
    return _folded(f"What was kept of each {noun}, most characters first; the bar is the share kept", head, rows, top)


def step_table(steps: Sequence[tuple[str, int]]) -> Html:
    """How many words each step of orthography changed."""
    rows = [element("tr", element("th", element("code", step), scope="row"), *_numbers(count)) for step, count in steps]
    return _folded("Words changed by each step of orthography", _head("Step", "Words"), rows, len(rows))


def failure_table(failures: Sequence[Failure]) -> Html:
    """Why records failed. The page says so too where none did."""
    rows = [
        element(
            "tr",
            element("th", each.reason, scope="row"),
            element("td", *[element("div", element("code", place)) for place in each.places]),
            *_numbers(each.records),
        )
        for each in failures
    ]
    head = element(
        "thead", element("tr", _column("Reason"), _column("The first, by shard and number"), _number("Records"))
    )
    none = element("p", "No record failed.", class_="note")
    return (
        _folded("Records that failed are in OUT/failed, each with its reason", head, rows, len(rows)) if rows else none
    )


def _folded(caption: str, head: Html, rows: Sequence[Html], top: int) -> Html:
    """A table of the first rows; another of those that follow, to be unfolded."""
    if not rows:
        return NOTHING
    shown, hidden = rows[:top], rows[top : top + _FOLDED]
    parts = [_table(caption, head, shown)]
    if hidden:
        told = f"{len(hidden):,} more" if len(rows) <= top + _FOLDED else f"{len(hidden):,} of {len(rows) - top:,} more"
        again = _table(f"{caption}, continued", head, hidden)
        parts.append(element("details", element("summary", told), again, class_="more"))
    return joined(*parts)


def _table(caption: str, head: Html, rows: Sequence[Html]) -> Html:
    table = element("table", element("caption", caption), head, element("tbody", *rows))
    return element("div", table, class_="scroll", role="region", aria_label=caption, tabindex="0")


def _head(first: str, *numbers: str) -> Html:
    return element("thead", element("tr", _column(first), *map(_number, numbers)))


def _column(title: str) -> Html:
    return element("th", title, scope="col")


def _number(title: str) -> Html:
    return element("th", title, scope="col", class_="n")


def _numbers(*values: int) -> Iterable[Html]:
    return [element("td", f"{value:,}", class_="n") for value in values]


def _bar(part: int, whole: int) -> Html:
    return element("span", class_="bar", style=f"--v:{100 * part / max(whole, 1):.2f}%", aria_hidden="true")
