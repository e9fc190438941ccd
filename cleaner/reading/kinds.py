"""What a line looks like and what counts as prose: defined once, here, and tested hardest; all stages lean on it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from cleaner.pattern import pattern

# How long a line is: upper bounds in characters, and a name for each size.
BOUNDS = (12, 25, 45, 59, 119, 250)
SIZES = ("tiny", "label", "phrase", "headline", "sentence", "paragraph", "long")
# How it ends; what stands behind the mark (quotes, brackets) does not count.
ENDS = ("open", "goes-on", "full-stop", "asks", "trails-off")
_ENDS = len(ENDS)
SHAPES = tuple(f"{size}-{end}" for size in SIZES for end in ENDS)

_OPEN, _GOES_ON, _FULL_STOP, _ASKS, _TRAILS_OFF = range(len(ENDS))
_END_OF = dict.fromkeys(",:;،؛：，、", _GOES_ON)  # with Arabic, fullwidth and ideographic commas
_END_OF |= dict.fromkeys(".۔。।", _FULL_STOP)  # with Urdu and ideographic full stops, and danda
_END_OF |= dict.fromkeys("!?؟！？", _ASKS)
_END_OF |= {"…": _TRAILS_OFF}
CLOSERS = "\"'”’»“‘«)]›‹』」）》*\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK} "
_FIRST_CJK = "\N{CJK RADICAL REPEAT}"
_SIZES = [bisect_left(BOUNDS, size) * _ENDS for size in range(BOUNDS[-1] + 2)]  # by length, the last for all longer
_SLOW = frozenset(CLOSERS + ".")  # what may hide the mark that counts, or be the last of two stops
_NOTES = pattern(r"(?:\s?\[\d{1,3}\])+$")  # of an encyclopedia, behind the full stop
_LONGEST_NOTES = 40  # characters
_LEADS = range("\N{HIRAGANA LETTER SMALL A}".encode()[0], "鿋".encode()[0] + 1)  # their first bytes in UTF-8
_NO_IDEOGRAPH = bytes(byte for byte in range(256) if byte not in _LEADS)
_IDEOGRAPH = pattern("[\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER VO}一-鿋]")


def shape(text: str) -> int:
    """The size and the end of a line as one number; `SHAPES` has its name.

    >>> SHAPES[shape("الرئيسية")], SHAPES[shape("وقال: «سنرى ما سنفعل.»")], SHAPES[shape("تابع القراءة...")]
    ('tiny-open', 'label-full-stop', 'label-trails-off')
    >>> SHAPES[shape("وهي مدينة قديمة.[١][12]")], SHAPES[shape("كما جاء [1]")], SHAPES[shape("[3]")]
    ('label-full-stop', 'tiny-open', 'tiny-open')
    """
    bare = text.rstrip(CLOSERS) if text[-1:] in CLOSERS else text
    if text[-1:] == "]" and (notes := _NOTES.search(text[-_LONGEST_NOTES:])):
        bare = text[: notes.start() - min(len(text), _LONGEST_NOTES)].rstrip(CLOSERS)
    end = _END_OF.get(bare[-1:], _OPEN)
    if end == _FULL_STOP and bare.endswith(".."):
        end = _TRAILS_OFF
    size = len(text) if text.isascii() or text[len(text) // 2] < _FIRST_CJK else width(text)
    return bisect_left(BOUNDS, size) * _ENDS + end


def shapes(texts: Iterable[str]) -> list[int]:
    """The shape of each line, none of them empty. Most end in a letter or stop: two looks into tables do for those.

    >>> [SHAPES[code] for code in shapes(["الرئيسية", "Read on."])]
    ['tiny-open', 'tiny-full-stop']
    """
    sizes, ends, longest = _SIZES, _END_OF, len(_SIZES) - 1
    return [
        sizes[size if size < longest else longest] + ends.get(end, _OPEN)
        if ((end := text[-1]) not in _SLOW or (end == "." and text[-2:] != ".."))
        and text[(size := len(text)) >> 1] < _FIRST_CJK
        else shape(text)
        for text in texts
    ]


def width(text: str) -> int:
    """Length in characters of an alphabet; an ideograph or kana says about as much as two and a half letters.

    >>> width("prose"), width("散文")
    (5, 5)
    """
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _NO_IDEOGRAPH):
        return len(text)
    return len(text) + len(_IDEOGRAPH.findall(text)) * 3 // 2


def widths(texts: Sequence[str]) -> list[int]:
    """The width of each text, none of them empty. Where none has an ideograph in its middle, the lengths will do.

    >>> widths(["prose", "散文"])
    [5, 5]
    """
    if max([text[len(text) >> 1] for text in texts], default="") < _FIRST_CJK:
        return list(map(len, texts))
    return [len(text) if text.isascii() else width(text) for text in texts]


def is_prose_shape(code: int) -> bool:
    """Prose: at least 120 characters, or at least 60 that end as a sentence does.

    A headline may end in a quotation mark and a menu line may be long, so neither alone is enough below 120.
    """
    size, end = divmod(code, len(ENDS))
    return size >= SIZES.index("paragraph") or (size == SIZES.index("sentence") and end in (_FULL_STOP, _ASKS))


LONG_SHAPES = bytes(i for i, name in enumerate(SHAPES) if name.startswith(("paragraph", "long")))  # beyond any column
PROSE_SHAPES = frozenset(code for code in range(len(SHAPES)) if is_prose_shape(code))
STATEMENT_SHAPES = frozenset(code for code, name in enumerate(SHAPES) if name.endswith("full-stop"))
SENTENCE_SHAPES = PROSE_SHAPES | STATEMENT_SHAPES
LABEL_SHAPES = frozenset(map(SHAPES.index, ("tiny-open", "label-open")))  # of a word or three, of buttons and menus


def is_prose(text: str) -> bool:
    """Whether a stripped text reads like a paragraph.

    >>> is_prose("خلافات التطبيع تطفو على السطح.. «فيدان» يكشف تفاصيل جديدة بشأن علاقة بلاده مع النظام")
    False
    >>> is_prose("قلل وزير الخارجية من شأن التوقعات بالتوصل إلى اتفاق جديد لوقف النار.")
    True
    """
    return shape(text) in PROSE_SHAPES
