"""A line of text and the inline elements around its parts → Markdown.

Emphasis is written only where every reader of Markdown sees it as such: not where a sign at its edge touches a letter
outside, nor right after another emphasis. There its text alone comes out.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from string import punctuation
from typing import NamedTuple
from unicodedata import category
from urllib.parse import quote

from cleaner.reading.inline import Mark, Run
from cleaner.writing.markdown_text import code_span, escape

_SIGNS = {"em": "*", "strong": "**"}
_IN_TARGET = {"\\": "%5C", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "|": "%7C", "`": "%60"}
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")


class Segment(NamedTuple):
    """A part of a line, and the elements around it, the outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


class _Around(NamedTuple):
    """What stands before and after some segments ("" at the ends of a line), and what they are in."""

    before: str = ""
    after: str = ""
    in_link: bool = False
    in_cell: bool = False
    in_emphasis: bool = False


def segments(text: str, runs: Sequence[Run]) -> list[Segment]:
    """A text cut where its runs begin."""
    starts = [0, *(run.start for run in runs), len(text)]
    marks = [(), *(_ordered(run.marks) for run in runs)]
    return [Segment(text[a:b], m) for (a, b), m in zip(pairwise(starts), marks, strict=True) if text[a:b]]


def _ordered(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Code is the innermost: it holds nothing but text."""
    return tuple(sorted(marks, key=lambda mark: mark.kind == "code"))


def lines_of(parts: Sequence[Segment]) -> list[list[Segment]]:
    """The parts of each line, without the white space at its ends."""
    lines: list[list[Segment]] = [[]]
    for part in parts:
        first, *others = [part._replace(text=text) for text in part.text.split("\n")]
        lines[-1].append(first)
        lines += [[other] for other in others]
    return [_trimmed([part for part in line if part.text])[1] for line in lines]


def inline(parts: Sequence[Segment], *, in_cell: bool = False) -> str:
    """One line."""
    return _write(parts, 0, _Around(in_cell=in_cell))


def _write(parts: Sequence[Segment], depth: int, around: _Around) -> str:
    """Segments that share their marks up to a depth."""
    out: list[str] = []
    groups = [list(group) for _, group in groupby(parts, lambda part: part.marks[depth : depth + 1])]
    for place, group in enumerate(groups):
        after = _first_sign(groups[place + 1][0], depth) if place + 1 < len(groups) else around.after
        here = around._replace(before=out[-1][-1] if out else around.before, after=after)
        if depth == len(group[0].marks):
            out.append(escape("".join(part.text for part in group), in_link=around.in_link, in_cell=around.in_cell))
            continue
        left, inner, right = _trimmed(group)
        here = here._replace(before=left or here.before, after=right or here.after)
        written = _marked(inner, depth, here) if inner else ""
        if written.startswith("[") and not left and out and out[-1].endswith("!"):
            out[-1] = out[-1][:-1] + "\\!"
        out += filter(None, (left, written, right))
    return "".join(out)


def _first_sign(part: Segment, depth: int) -> str:
    kind = part.marks[depth].kind if depth < len(part.marks) else ""
    return {"link": "[", "code": "`"}.get(kind, part.text[:1])


def _trimmed(parts: Sequence[Segment]) -> tuple[str, list[Segment], str]:
    """The white space before, what is not, and the white space behind, a space each."""
    kept = list(parts)
    left = right = ""
    while kept and (text := kept[0].text.lstrip()) != kept[0].text:
        left = " "
        kept[:1] = [kept[0]._replace(text=text)] if text else []
    while kept and (text := kept[-1].text.rstrip()) != kept[-1].text:
        right = " "
        kept[-1:] = [kept[-1]._replace(text=text)] if text else []
    return left, kept, right


def _marked(parts: Sequence[Segment], depth: int, around: _Around) -> str:
    mark = parts[0].marks[depth]
    text = "".join(part.text for part in parts)
    if mark.kind == "code":
        defines = around.in_link and "]:" in text  # the line would read as the definition of a reference
        if around.before == "`" or defines:  # two spans side by side would read as one
            return escape(text, in_link=around.in_link, in_cell=around.in_cell)
        return code_span(text).replace("|", r"\|") if around.in_cell else code_span(text)
    if mark.kind == "link":
        inner = _write(parts, depth + 1, around._replace(before="[", after="]", in_link=True, in_emphasis=False))
        return f"[{inner}]({_target(mark.target)})"
    inner = _write(parts, depth + 1, around._replace(in_emphasis=True))
    sign = _SIGNS[mark.kind]
    return f"{sign}{inner}{sign}" if _may_emphasise(inner, around) else inner


def _may_emphasise(inner: str, around: _Around) -> bool:
    first, last = inner.lstrip("*")[:1], inner.rstrip("*")[-1:]
    if "*" in (around.before, around.after) or not first or not last:
        return False
    return _is_edge(around.before, first, around.in_emphasis) and _is_edge(around.after, last, around.in_emphasis)


def _is_edge(outside: str, inside: str, in_emphasis: bool) -> bool:
    """Whether emphasis may begin, or end, between two characters; within another, whether it can do nothing else."""
    if outside == "" or outside.isspace():
        return True
    if not _may_be_sign(inside):
        return not in_emphasis or _parts_words(outside)
    return not in_emphasis and _parts_words(outside)


def _may_be_sign(char: str) -> bool:
    """Whether any reader may take it for punctuation; they differ in symbols."""
    return category(char)[0] in "PSZ"


def _parts_words(char: str) -> bool:
    """Whether every reader takes it for white space or punctuation."""
    return char == "" or char in punctuation or category(char)[0] in "PZ"


def _is_unseen(char: str) -> bool:
    """Whether it is white space, a control or a sign of direction: nothing that an address holds as itself."""
    return char.isspace() or category(char) in ("Cc", "Cf")


def _target(address: str) -> str:
    """An address as the target of a link."""
    whole = "".join([_IN_TARGET.get(char) or (quote(char) if _is_unseen(char) else char) for char in address])
    return _ENTITY.sub("&amp;", whole)
