"""The article as Markdown (CommonMark, and the tables of GitHub): the same words as the plain text, and their form.

The words are those of the article as cleaned, orthography mended; a page's headings, lists, quotes, tables, code,
links and emphasis are worked out here, when somebody asks. A plain text has no form but its lines and its headline.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cleaner.outcome import CleanDocument
from cleaner.page_cleaning import CleanPage
from cleaner.reading.inline import Box, Run, runs_of
from cleaner.reading.page import WHOLE, gaps_between
from cleaner.writing.carry import carried
from cleaner.writing.markdown_blocks import Piece, around, laid_out
from cleaner.writing.markdown_inline import inline, lines_of, segments
from cleaner.writing.markdown_table import Row, row_of, table, table_of
from cleaner.writing.markdown_text import as_heading, as_line, code_block, escape

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ROWS = ("tr", "td", "th")
_CODE = ("pre", "plaintext")
_BREAK = "\\"  # at a line's end: the next one begins a new line


def markdown(clean: CleanDocument, *, title: bool = True) -> str:
    r"""The article, with or without its headline, which is a heading of the first level; ends in a line feed.

    >>> from cleaner.cleaning import clean_text
    >>> markdown(clean_text("1. May was quiet, said *nobody* at the harbour.\n"))
    '1\\. May was quiet, said \\*nobody\\* at the harbour.\n'
    """
    texts = _texts(clean) if isinstance(clean, CleanPage) else None
    if isinstance(clean, CleanPage) and texts is not None:
        pieces = list(_pieces(clean, texts, title=title))
        return "\n".join([*laid_out(pieces), ""]) if pieces else ""
    return _of_lines(clean, title=title)


def _of_lines(clean: CleanDocument, *, title: bool) -> str:
    """Each line of a plain text as a line; those without a blank line between them are one paragraph."""
    blocks = clean.article.blocks
    if not blocks:
        return ""
    headed = clean.has_title
    lines = [as_line(escape(block.text)) for block in blocks]
    gaps = [
        "\n\n" if clean.article.source.text[a.stop : b.start].strip(" \t") else f"{_BREAK}\n"
        for a, b in pairwise(blocks)
    ]
    if headed:
        lines[0], gaps[:1] = as_heading(escape(blocks[0].text), 1), ["\n\n"] * bool(gaps)
    shown = slice(int(headed and not title), None)
    parts = [part for line, gap in zip(lines[shown], [*gaps[shown], "\n"], strict=True) for part in (line, gap)]
    return "".join(parts)


def _texts(clean: CleanPage) -> dict[int, str] | None:
    """The text of each block that stays, orthography mended; None where mending has moved the lines."""
    columns, judged = clean.document.columns, clean.judged
    gaps = [*gaps_between(columns, judged.kept), "\n"]
    order = list(zip(judged.kept, gaps, strict=True))
    if judged.title is not None:
        order.insert(0, (judged.title, "\n\n"))
    lines = clean.text.split("\n")
    texts, place = {}, 0
    for k, gap in order:
        end = place + columns.texts[k].count("\n") + 1
        texts[k] = "\n".join(lines[place:end])
        place = end + gap.count("\n") - 1
    return texts if place + 1 == len(lines) and all(texts.values()) else None


def _pieces(clean: CleanPage, texts: dict[int, str], *, title: bool) -> Iterator[Piece]:
    """The headline and the blocks of a page, rows that are a table together."""
    columns, judged = clean.document.columns, clean.judged
    found = runs_of(clean.document)
    runs = {k: _moved(found[k], columns.texts[k], text) for k, text in texts.items()}
    if judged.title is not None and title:
        yield Piece([as_heading(_flat(texts[judged.title], runs[judged.title]), 1)], is_paragraph=False)
    for tables, group in groupby(judged.kept, lambda k: _table(columns.tags[k], runs[k])):
        blocks = list(group)
        lines = None if tables is None else table([Row(texts[k], runs[k]) for k in blocks])
        if lines is None:
            yield from (_piece(columns.tags[k], texts[k], runs[k]) for k in blocks)
        else:
            yield Piece(lines, around(tables), is_paragraph=False)


def _moved(runs: Sequence[Run], old: str, new: str) -> list[Run]:
    """The runs of a block in its mended text; none where that is too unlike."""
    places = carried([run.start for run in runs], old, new) or []
    return [run._replace(start=place) for run, place in zip(runs, places, strict=False)]


def _table(tag: str, runs: Sequence[Run]) -> Box | None:
    """The table that a block is a row of, or a cell."""
    box = runs[0].box if runs else None
    return table_of(box) if tag in _ROWS and row_of(box) is not None else None


def _piece(tag: str, text: str, runs: list[Run]) -> Piece:
    """One block by itself."""
    box = runs[0].box if runs and tag != WHOLE else None
    if tag in _CODE:
        return Piece(code_block(text.split("\n"), _language(box)), around(box), is_paragraph=False)
    if tag in _HEADINGS:
        return Piece([as_heading(_flat(text, runs), _HEADINGS[tag])], around(box), is_paragraph=False)
    lines = [as_line(inline(line)) for line in lines_of(segments(text, runs))]
    return Piece([*(line + _BREAK for line in lines[:-1]), lines[-1]], around(box))


def _language(box: Box | None) -> str:
    while box is not None and box.tag != "pre":
        box = box.outer
    return "" if box is None else box.language


def _flat(text: str, runs: Sequence[Run]) -> str:
    """A text in one line."""
    return inline(segments(text.replace("\n", " "), runs))
