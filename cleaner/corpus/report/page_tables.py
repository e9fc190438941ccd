"""The tables of the page: rules, sites, languages, steps of orthography, failures."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from cleaner.corpus.report.elements import Html, element, joined
from cleaner.corpus.report.failures import Failure
from cleaner.corpus.report.numbers import Row, most, ranked, share
from cleaner.corpus.report.samples import Rule

NOTHING = Html("")
_FOLDED = 500  # rows that are folded away; the page must not grow with the packs


def text_of(text: str) -> Html:
    """A text of a document, in its own direction."""
    return element("p", text, class_="text", dir="auto")


def rule_table(rules: Mapping[str, Row], told: Mapping[str, Rule], top: int) -> Html:
    """What each rule removed, with its reason and examples."""
    largest = max((row["chars"] for row in rules.values()), default=1)
    numbers = ("Lines", "Documents", "Characters")
    rows = [
        _row(
            joined(*_rule(name, row, told.get(name), largest)),
            _cells(numbers, (row["lines"], row["documents"], row["chars"])),
            class_=row["kind"],
        )
        for name, row in most(rules, "chars", len(rules)).shown
    ]
    return _folded("Lines removed by each rule, most characters first", _head("Rule", *numbers), rows, top)


def _rule(name: str, row: Row, told: Rule | None, largest: int) -> Iterable[Html]:
    yield element("code", name, class_="name")
    yield joined(" ", element("span", row["kind"], class_="kind"))
    yield _bar(row["chars"], largest)
    if told:
        yield element("p", told.reason, class_="why")
        examples = [element("li", text_of(text)) for text in told.examples]
        yield element("details", element("summary", "Examples"), element("ul", *examples, class_="examples"))


def group_table(noun: str, groups: Mapping[str, Row], named: Callable[[str], str], top: int) -> Html:
    """How much was kept of each site or language."""
    numbers = ("Documents", "Characters", "Kept", "Lines removed")
    rows = []
    for name, row in most(groups, "chars_in", len(groups)).shown:
        first = joined(element("bdi", named(name), class_="name"), _bar(row["chars_out"], row["chars_in"]))
        kept = share(row["chars_out"], row["chars_in"])
        values = (row["documents"], row["chars_in"], kept, row["lines_removed"])
        rows.append(_row(first, _cells(numbers, values), class_="kept"))
    caption = f"What was kept of each {noun}, most characters first; the bar is the share kept"
    return _folded(caption, _head(noun.capitalize(), *numbers), rows, top)


def count_table(caption: str, noun: str, unit: str, counts: Mapping[str, int]) -> Html:
    """A number for each name, the largest first. noun: what has the names; unit: what is counted."""
    rows = [_row(element("code", name), _cells((unit,), (count,))) for name, count in ranked(counts)]
    return _folded(caption, _head(noun, unit), rows, len(rows))


def failure_table(failures: Sequence[Failure]) -> Html:
    """Why records failed. The page says so too where none did."""
    if not failures:
        return element("p", "No record failed.", class_="note")
    rows = []
    for each in failures:
        places = joined(*[element("div", element("code", place)) for place in each.places])
        first = joined(each.reason, element("div", "The first, by shard and number:", places, class_="why"))
        rows.append(_row(first, _cells(("Records",), (each.records,))))
    caption = "Records that failed; all are in OUT/failed, each with its reason"
    return _folded(caption, _head("Reason", "Records"), rows, len(rows))


def _folded(caption: str, head: Html, rows: Sequence[Html], top: int) -> Html:
    """A table of the first rows; another of those that follow, to be unfolded."""
    if not rows:
        return NOTHING
    shown, hidden, left_out = rows[:top], rows[top : top + _FOLDED], len(rows[top + _FOLDED :])
    parts = [_table(caption, head, shown)]
    if hidden:
        told = f"{len(hidden):,} more" + (f"; {left_out:,} others are in stats.json" if left_out else "")
        again = _table(f"{caption}, continued", head, hidden)
        parts.append(element("details", element("summary", told), again, class_="more"))
    return joined(*parts)


# On a narrow screen the rows are laid out as blocks, which would cost a table its meaning; roles keep it.
def _table(caption: str, head: Html, rows: Sequence[Html]) -> Html:
    return element("table", element("caption", caption), head, element("tbody", *rows, role="rowgroup"), role="table")


def _head(first: str, *numbers: str) -> Html:
    columns = [element("th", first, scope="col", role="columnheader")]
    columns += [element("th", title, scope="col", class_="n", role="columnheader") for title in numbers]
    return element("thead", element("tr", *columns, role="row"), role="rowgroup")


def _row(first: Html, cells: Iterable[Html], class_: str = "") -> Html:
    return element("tr", element("th", first, scope="row", role="rowheader", class_=class_), *cells, role="row")


def _cells(titles: Iterable[str], values: Iterable[int | str]) -> Iterable[Html]:
    for title, value in zip(titles, values, strict=True):
        yield element(
            "td", f"{value:,}" if isinstance(value, int) else value, class_="n", role="cell", data_label=title
        )


def _bar(part: int, whole: int) -> Html:
    return element("span", class_="bar", style=f"--v:{100 * part / max(whole, 1):.2f}%", aria_hidden="true")
