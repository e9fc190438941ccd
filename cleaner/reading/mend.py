"""What scraping broke in the characters themselves, mended before any rule looks: controls, U+FEFF, mojibake.

Line feed, carriage return and tab stay, and so do U+2028 and U+2029: they are no terminal controls, and the reader does
not cut lines at them, so a second run sees the lines the first one saw. U+0085, form feed and their like are controls
and cannot stay. Where one parted two words it becomes a line feed, which a second run reads as just that.
"""

import re
from collections import Counter
from typing import NamedTuple

from cleaner.limits import limits
from cleaner.reading.mojibake import MARKS, MISREAD_BOMS, mend_mojibake

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_CONTROLS = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 without tab, line feed, carriage return
_SURROGATES = "\ud800-\udfff"
_SUSPECT = re.compile(f"[{_CONTROLS}{_SURROGATES}{_BOM}{MARKS}]")

# Terminal sequences that begin or end with a C0 control. A payload holds no control, so none is scanned twice.
_PAYLOAD = f"[^{_CONTROLS}\n\r]*+"
_SEQUENCES = "|".join(
    (
        r"\x1b\[(?:[0-?]+ [@-~]|[0-?]*[!-/]*[@-~]?)",  # CSI: colours, cursor moves
        rf"(?:\x1b[PX\]^_]|[\x90\x9d]){_PAYLOAD}(?:\x07|\x1b\\)",  # OSC, DCS, … : titles, links, clipboard
        rf"\x1b[PX\]^_]{_PAYLOAD}\x9c",
        r"\x1b[#%()*+\-./][0-~]",  # character sets
        r"\x1b[0-9=<>cDEHMNOZlmno|}~\\PX\]^_]",  # two characters, or the beginning of a string without an end
    )
)
_C1_SEQUENCES = rf"\x9b[0-?]+[@-~]|[\x90\x9d]{_PAYLOAD}\x9c"
# A printer's bold and underlined letters: a letter, backspace, the letter again; an underscore, backspace, the letter.
_OVERSTRIKES = r"_\x08|([^\x08\n])\x08(?=\1)"
_BREAKS = "[\r\n]?[\x0b\x0c\x1c-\x1e]+[\r\n]?"  # str.splitlines cuts here, and words must not grow together
_C0 = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f]"
_C1 = "[\x80-\x9f]"
# Marks of Latin, Cyrillic, Hebrew, Arabic and of any script: sorting a long run of them costs the square of its length.
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\N{ARABIC FATHATAN}-\N{ARABIC WAVY HAMZA BELOW}"
    "\N{ARABIC LETTER SUPERSCRIPT ALEF}\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_MARKS = re.compile(f"[{_MARK}]")
# Where windows-1252 and -1256 have the same marks and a terminal has no command worth the name.
_C1_MARKS = dict(zip("\x85\x91\x92\x93\x94\x95\x96\x97", "…‘’“”•–—", strict=True))


class Mended(NamedTuple):
    """A text without controls, and what was done to it, a sentence each."""

    text: str
    notes: tuple[str, ...] = ()


def mend(text: str, skip: frozenset[str] = frozenset()) -> Mended:
    r"""Take out what no reader was meant to see and undo mojibake. Clean text comes back as it is, for one search.

    skip: "controls", "mojibake" or both, to leave that undone; lone surrogates, which nothing can write, always go.

    >>> mend("نص نظيف\n"), mend("\x1b[31mred\x1b[0m")
    (Mended(text='نص نظيف\n', notes=()), Mended(text='red', notes=('2 terminal sequences removed',)))
    """
    most = limits().marks
    if _SUSPECT.search(text) is None and not text.startswith(MISREAD_BOMS) and not _is_crowded(text, most):
        return Mended(text)
    done: Counter[str] = Counter()
    before = None
    while text != before:  # what one step bares another may mend; a misreading undone halves it, so this ends soon
        before = text
        text = _join_surrogates(text, done)
        if "controls" not in skip:
            text = _drop_c0(text, done)
        if "mojibake" not in skip:
            text, lines = mend_mojibake(text)
            done["line{} of mojibake mended"] += lines
        if "controls" not in skip:
            text = _drop_c1(text, done)
        text, runs = re.subn(f"[{_MARK}]{{{most + 1},}}+", lambda run: run[0][:most], text)
        done[f"run{{}} of more than {most} marks cut to that; --max-marks raises the limit"] += runs
    notes = tuple(f"{count} {what.format('s' * (count > 1))}" for what, count in done.items() if count)
    return Mended(text, notes)


def _is_crowded(text: str, most: int) -> bool:
    """Whether there are more marks in a row than any letter bears: then one stands at every so many characters."""
    if text.isascii() or _MARKS.search(text[:: most or 1]) is None:
        return False
    return re.search(f"[{_MARK}][{_MARK}]{{{most},}}+", text) is not None  # a search for one class first is the fastest


def _join_surrogates(text: str, done: Counter[str]) -> str:
    """Halves of a pair that stand side by side are one character; a lone one is nothing that can be written."""
    if re.search(f"[{_SURROGATES}]", text) is None:
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    done["lone surrogate{} replaced by U+FFFD"] += joined.count("\N{REPLACEMENT CHARACTER}") - text.count(
        "\N{REPLACEMENT CHARACTER}"
    )
    return joined


def _drop_c0(text: str, done: Counter[str]) -> str:
    """Sequences whole, then letters struck over, line breaks of other machines, and every other control of ASCII."""
    if re.search(_C0, text) is None:
        return text
    text, sequences = re.subn(_SEQUENCES, "", text)
    done["terminal sequence{} removed"] += sequences
    text, struck = re.subn(_OVERSTRIKES, "", text)
    text, rest = re.subn("[\0-\x08\x0e-\x1b\x1f\x7f]", "", text)
    text, breaks = re.subn(_BREAKS, _line_break, text)
    done["control character{} removed"] += struck + rest + breaks
    return text


def _line_break(found: re.Match[str]) -> str:
    """The line end that stood there already; none is needed at the start and end of the text; else a line feed."""
    ends = "".join([sign for sign in found[0] if sign in "\r\n"])
    at_edge = found.start() == 0 or found.end() == len(found.string)
    return ends if ends or at_edge else "\n"


def _drop_c1(text: str, done: Counter[str]) -> str:
    """U+FEFF, and the controls U+0080 to U+009F: mojibake has used what it needed of them by now."""
    done["byte order mark{} (U+FEFF) removed"] += text.count(_BOM)
    text = text.replace(_BOM, "")
    if re.search(_C1, text) is None:
        return text
    text, sequences = re.subn(_C1_SEQUENCES, "", text)
    done["terminal sequence{} removed"] += sequences
    if not any(other in text for other in ("\n", "\r", "\x85 ")):  # then U+0085 is this text's line end
        done["control character{} removed"] += text.count("\x85")
        text = text.replace("\x85", "\n")
    text, marks = re.subn(f"[{''.join(_C1_MARKS)}]", lambda found: _C1_MARKS[found[0]], text)
    done["control character{} read as the quotation mark, dash or dots it was"] += marks
    text, rest = re.subn(_C1, "", text)
    done["control character{} removed"] += rest
    return text
