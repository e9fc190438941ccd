"""What counts as prose. Headlines, menu lines and verse must not; paragraphs in any script must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.reading.kinds import BOUNDS, SHAPES, is_prose, shape, width

NOT_PROSE = [
    "الرئيسية",
    "آخر التطورات.. المناطق التي وصل إليها فريق الإنقاذ في يومه الثالث من البحث بين الأنقاض",
    "وزير النقل: «سنفتتح الخط الجديد قبل نهاية العام رغم كل ما قيل عن تأخره»",
    "Mayor promises “a bridge for every neighbourhood” before the end of the year",
    "Home | News | Sport | Business | Culture | Travel | Weather | Opinion | Video",
    "ثم عاد.",
    "Read the whole story of the three brothers who walked home across the mountains...",
    "市長、新しい橋の完成を来年春と発表",
    "",
]
PROSE = [
    "قال المتحدث إن الفرق تعمل منذ الفجر لإعادة فتح الطريق أمام الشاحنات.",
    "Did the council know about the leak before the pipe under the school burst?",
    "Le maire a confirmé mardi que les travaux du pont commenceraient en avril.",
    "هل كانت الشركة تعلم بالعطل قبل أن ينقطع التيار عن نصف أحياء المدينة؟",
    "市は来年の春に新しい橋が完成すると発表した。工事は三年前に始まっていた。",
    "Der Schulleiter zuckte mit den Schultern: „So leer war das Haus im Juni noch nie.“",
    "Skolelederen trak på skuldrene og sagde: »Så tomt har huset aldrig været i juni.«",
    "老师耸了耸肩，翻开旧书念道：《这所学校在六月里从来没有这样空过，连钟声也像是多余的。》",
    "word " * 30,
]


@pytest.mark.parametrize("text", NOT_PROSE)
def test_not_prose(text: str) -> None:
    assert not is_prose(text.strip())


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert is_prose(text.strip())


@pytest.mark.parametrize("size", [bound + extra for bound in BOUNDS for extra in (0, 1)])
def test_each_bound_is_inclusive(size: int) -> None:
    larger = sum(size > bound for bound in BOUNDS)
    assert shape("x" * size) // 5 == larger


def test_every_shape_has_a_name_of_its_own() -> None:
    assert len(set(SHAPES)) == len(SHAPES) == 35


@given(st.text(st.one_of(st.characters(), st.sampled_from("ぁヺ一鿋ى€ｱ、"))))
def test_width_of_any_text(text: str) -> None:
    ideographs = [letter for letter in text if "ぁ" <= letter <= "ヺ" or "一" <= letter <= "鿋"]
    assert width(text) == len(text) + len(ideographs) * 3 // 2


def test_width_counts_ideographs_for_more() -> None:
    assert width("散文散文") == 10
    assert width("نثر") == 3
