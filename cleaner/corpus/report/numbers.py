"""The numbers that tables and page have in common, worded."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Row = Mapping[str, Any]
_SITES = {"": "no address", "…": "all smaller sites"}
_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "ckb": "Central Kurdish",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sr": "Serbian",
    "sv": "Swedish",
    "ta": "Tamil",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
    "?": "not told",
}


class Number(NamedTuple):
    """One of the few numbers that say most. share: of what it is a part of, "" where of nothing."""

    label: str
    value: str
    share: str = ""


class Longest(NamedTuple):
    """The largest rows of a table by name; others: how many more there are; rest: the sums of these."""

    shown: list[tuple[str, Row]]
    others: int
    rest: dict[str, int]


def most(table: Mapping[str, Row], by: str, top: int) -> Longest:
    """The `top` rows with most of `by`.

    >>> most({"a": {"n": 1}, "b": {"n": 3}, "c": {"n": 1}}, "n", 1)
    Longest(shown=[('b', {'n': 3})], others=2, rest={'n': 2})
    """
    rows = sorted(table.items(), key=lambda pair: (-pair[1][by], pair[0]))
    rest: dict[str, int] = {}
    for _, row in rows[top:]:
        for key, value in row.items():
            if isinstance(value, int):
                rest[key] = rest.get(key, 0) + value
    return Longest(rows[:top], len(rows[top:]), rest)


def share(part: float, whole: float) -> str:
    """A part of a whole in per cent.

    >>> share(1, 3), share(1, 100_000), share(99_999, 100_000), share(0, 0)
    ('33.3 %', '<0.1 %', '>99.9 %', '–')
    """
    if not whole:
        return "–"
    tenths = 1000 * part / whole
    if 0 < tenths < 1 or 999 < tenths < 1000:
        return "<0.1 %" if tenths < 1 else ">99.9 %"
    return f"{tenths / 10:.1f} %"


def key_numbers(total: Row) -> list[Number]:
    """What happened, in few numbers."""
    read = total["documents"] + total["failed"]
    return [
        Number("Documents cleaned", f"{total['documents']:,}", share(total["documents"], read)),
        Number("Characters kept", f"{total['chars_out']:,}", share(total["chars_out"], total["chars_in"])),
        Number("Lines removed", f"{total['lines_removed']:,}", share(total["lines_removed"], total["lines"])),
        Number("Words mended", f"{sum(total['repairs'].values()):,}"),
        Number("Kept whole", f"{total['guarded']:,}", share(total["guarded"], total["documents"])),
        Number("Left empty", f"{total['empty']:,}", share(total["empty"], total["documents"])),
        Number("Damaged", f"{total['damaged']:,}", share(total["damaged"], total["documents"])),
        Number("Failed", f"{total['failed']:,}", share(total["failed"], read)),
    ]


def ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Numbers by name, the largest first."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def kind_sums(total: Row) -> list[tuple[str, int]]:
    """Characters that each kind of rule removed, most first."""
    sums: dict[str, int] = {}
    for row in total["rules"].values():
        sums[row["kind"]] = sums.get(row["kind"], 0) + row["chars"]
    return ranked(sums)


def site_name(host: str) -> str:
    """A site as a reader is told of it."""
    return _SITES.get(host, host)


def language_name(code: str) -> str:
    """A language as a reader is told of it.

    >>> language_name("ar"), language_name("xx")
    ('Arabic', 'xx')
    """
    return _LANGUAGES.get(code, code)
