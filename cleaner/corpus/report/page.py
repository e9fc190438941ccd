"""A report as one page for a browser. It holds all it needs, runs no script and loads nothing."""

from importlib.resources import files
from string import Template

from cleaner.corpus.report.elements import Html, element, joined
from cleaner.corpus.report.numbers import Row, key_numbers, kind_sums, language_name, share, site_name
from cleaner.corpus.report.page_samples import sample_cards
from cleaner.corpus.report.page_tables import count_table, failure_table, group_table, rule_table
from cleaner.corpus.report.report import Report

_TITLE = "What was removed, and what stayed"
_NOTE = (
    "Kept whole: documents of whose prose the rules would have taken nearly all, which they must have misread. "
    "Damaged: documents with bytes that are no text in their encoding; U+FFFD stands for each."
)
_ENCODINGS = "Documents read by each encoding"
_STEPS = "Words changed by each step of orthography"
_GAPS = "gaps between the lines"
_KINDS = ("chrome", "related", "comment", "repetition", "byline")  # those that have a colour of their own


def page_of(report: Report, top: int) -> str:
    """The page. top: rows of a table that are shown at once; the others are folded away."""
    total, stats = report.stats.total, report.stats
    sections = [section for section in _sections(report, top) if section[2].source]
    links = [element("li", element("a", title, href=f"#{name}")) for name, title, _ in sections]
    shards = "1 shard" if stats.shards == 1 else f"{stats.shards:,} shards"
    kept, gone = share(total["chars_out"], total["chars_in"]), share(total["lines_removed"], total["lines"])
    lead = (
        f"{total['documents']:,} documents in {shards}: {kept} of their characters stayed, {gone} of their lines went."
    )
    origin = f"Written by cleaner {stats.version}; fingerprint of rules and options: {stats.rules}."
    template = Template(_file("page.html"))
    return template.substitute(
        title=_TITLE,
        style=_file("page.css"),
        lead=joined(lead).source,
        contents=element("nav", element("ul", *links), aria_label="Contents").source,
        sections="\n".join(element("section", *parts, id=name).source for name, _, *parts in map(_headed, sections)),
        origin=joined(origin).source,
    )


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _headed(section: tuple[str, str, Html]) -> tuple[str, str, Html, Html]:
    name, title, content = section
    return name, title, element("h2", title), content


def _sections(report: Report, top: int) -> list[tuple[str, str, Html]]:
    """Of each section its name, title and content, which may be empty."""
    total = report.stats.total
    return [
        ("numbers", "In numbers", joined(_numbers(total), _stack(total), element("p", _NOTE, class_="note"))),
        ("rules", "By rule", rule_table(total["rules"], report.rules, top)),
        ("sites", "By site", group_table("site", total["sites"], site_name, top)),
        ("languages", "By language", group_table("language", total["languages"], language_name, top)),
        ("encodings", "By encoding", count_table(_ENCODINGS, "Encoding", "Documents", total["encodings"])),
        ("mended", "Words mended", count_table(_STEPS, "Step", "Words", total["repairs"])),
        ("samples", "Side by side", sample_cards(report.samples, report.kept)),
        ("failures", "Failures", failure_table(report.failures)),
    ]


def _numbers(total: Row) -> Html:
    tiles = [
        element(
            "div",
            element("dt", label),
            element("dd", value, class_="value"),
            element("dd", part, class_="share"),
        )
        for label, value, part in key_numbers(total)
    ]
    return element("dl", *tiles, class_="numbers")


def _stack(total: Row) -> Html:
    """A bar of all characters: kept, and removed by kind, with its legend."""
    parts = [("kept", total["chars_out"]), *kind_sums(total)]
    gaps = total["chars_in"] - sum(size for _, size in parts)
    parts.append((_GAPS, max(gaps, 0)))
    whole = sum(size for _, size in parts)
    told = [(kind if kind in ("kept", *_KINDS) else "other", kind, size) for kind, size in parts if size]
    bar = [element("span", class_=colour, style=f"--v:{size}") for colour, _, size in told]
    legend = [element("li", f"{kind} ", element("b", share(size, whole)), class_=colour) for colour, kind, size in told]
    return element(
        "figure",
        element("figcaption", "Characters that stayed, and those of removed lines by the kind of their rule"),
        element("div", *bar, class_="stack", aria_hidden="true"),
        element("ul", *legend, class_="legend"),
    )
