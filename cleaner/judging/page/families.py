"""The evidence of the first pass: each constant is the number at which a family begins, `NAMES` says what each means.

Nothing here knows a word of any language: sizes, links, sentence ends, place, kinds of class names.
"""

from bisect import bisect_left
from functools import cache

from cleaner.judging.page.table import Table, in_order
from cleaner.reading.hints import KINDS
from cleaner.reading.kinds import ENDS, SHAPES

SIZES = ("tiny", "label", "phrase", "sentence", "paragraph", "long")
SIZE_BOUNDS = (14, 39, 79, 159, 319)  # characters
COARSE = ("tiny", "label", "phrase", "longer")
LONGER = COARSE.index("longer")  # of sizes, which begin as these do, all others
LINKS = ("no", "hardly", "some", "half", "mostly", "all")
LINK_BOUNDS = (0.0, 0.15, 0.35, 0.6, 0.9)
HALF_LINK, MOSTLY_LINK = 3, 4
SHARES = ("none", "2%", "6%", "15%", "30%", "60%", "most")
SHARE_BOUNDS = (0.0, 0.02, 0.06, 0.15, 0.3, 0.6)
TAGS = ("p", "h1", "heading", "item", "straight", "cell", "quote", "caption", "code", "definition")
TAG_OF = {
    "p": 0,
    "h1": 1,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), 2),
    "li": 3,
    **dict.fromkeys(("td", "th", "tr"), 5),
    "blockquote": 6,
    **dict.fromkeys(("figcaption", "caption"), 7),
    **dict.fromkeys(("pre", "plaintext"), 8),
    **dict.fromkeys(("dd", "dt"), 9),
}
PARAGRAPH, H1, HEADING, STRAIGHT = 0, 1, 2, 4
PHRASE, FULL = SIZES.index("phrase"), SIZES.index("paragraph")
HOW_ENDS = ("open", "goes-on", "sentence", "trails-off")
OPEN, SENTENCE = HOW_ENDS.index("open"), HOW_ENDS.index("sentence")
END_OF = tuple({"open": 0, "goes-on": 1, "trails-off": 3}.get(end, 2) for end in ENDS)
COUNTS = ("0", "1", "2", "3", "4 or more")
YES_NO = ("no", "yes")
OR_LINK, SHORT_OR_PROSE = ("", "link"), ("short", "prose")


_SIZE_STEPS = [bisect_left(SIZE_BOUNDS, size) for size in range(SIZE_BOUNDS[-1] + 2)]
_HUNDREDTHS = range(101)
_LINK_STEPS = [bisect_left(LINK_BOUNDS, hundredth / 100) for hundredth in _HUNDREDTHS]
_SHARE_STEPS = [bisect_left(SHARE_BOUNDS, hundredth / 100) for hundredth in _HUNDREDTHS]


def size_step(size: int) -> int:
    """The index in SIZES of so many characters."""
    return _SIZE_STEPS[size] if size < len(_SIZE_STEPS) else len(SIZES) - 1


def link_step(links: int, chars: int) -> int:
    """The index in LINKS of so many link characters among all."""
    return _LINK_STEPS[100 * links // chars] if links < chars else len(LINKS) - 1


def share_step(part: float, whole: float) -> int:
    """The index in SHARES of a part, of which whole may be next to nothing."""
    return _SHARE_STEPS[min(100, int(100 * part / whole))] if part > 0 else 0


_table = Table()
BIAS = _table.add("bias")
SHAPE = _table.add("shape", SHAPES)
TAG = _table.add("element and size", TAGS, SIZES)
LINK = _table.add("link and size", LINKS, SIZES)
REGION = _table.add("region", ("wide", "middle", "tight"))
BEFORE = _table.add("prose before", SHARES)
AFTER = _table.add("prose after", SHARES)
NO_PIECE = _table.add("straight in the region")
PIECE = _table.add("blocks and prose of its piece", COUNTS, SHARES)
PIECE_LINK = _table.add("links of its piece", LINKS, COARSE)
PIECE_SIZE = _table.add("block size in its piece", SIZES, COARSE)
CARD = _table.add("piece with a linked heading")
PIECE_HEADING = _table.add("piece with a heading", COARSE)
HOLDER = _table.add("size and links in its container", SIZES, LINKS)
CORE = _table.add("core of the page", ("neither", "by look", "by place", "both"), SIZES, LINKS, TAGS)
MAIN = _table.add("in the main container", YES_NO, SIZES, LINKS[: MOSTLY_LINK + 1])
NEAR = ("previous", "next")
SIZE_NEAR = [_table.add(f"{side} size", SIZES, OR_LINK, COARSE) for side in NEAR]
HELD_NEAR = [_table.add(f"{side} container", ("other", "same"), SHORT_OR_PROSE, COARSE) for side in NEAR]
NO_NEAR = [_table.add(f"{side}: none") for side in NEAR]
TAG_NEAR = [_table.add(f"{side} element", TAGS, COARSE) for side in NEAR]
REPEATED = _table.add("repeated", ("short", "first", "again"))
LIKE_H1 = _table.add("same as the h1")
BY_H1 = _table.add("place by the h1", ("none", "above", "h1", "below"))
ARTICLE = _table.add("number of its article", COUNTS[1:4])
DATE = _table.add("date", COARSE[:3])
CAPITALS = _table.add("capitals")
SIGN = _table.add("begins with a sign")
COLON = _table.add("colon at its end")
AT = _table.add("@ in it")
COPYRIGHT = _table.add("copyright sign")
LABELLED_LINK = _table.add("label, colon, link")
CAPITAL_LINK = _table.add("link in capitals")
PICTURED = _table.add("after a picture", SIZES, HOW_ENDS)
WITH_PICTURE = _table.add("container with a picture", SIZES)
PIECE_PICTURE = _table.add("piece with a picture", COUNTS[:4], COARSE)
IN = _table.add("in", KINDS)
OWN = _table.add("right in", KINDS)
NAMES = tuple(_table.names)


@cache
def weights() -> list[float]:
    """What each piece of evidence is worth, by number."""
    return in_order("first", NAMES)
