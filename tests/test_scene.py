"""What is left of a scene is what a fresh reading of it would see, so that a second run finds nothing to do."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.document import Block, Source, cut
from cleaner.judging.match import find_marks, fold_keys
from cleaner.judging.scene import Scene
from cleaner.reading.text import read_text
from cleaner.rules.choice import EVERYTHING
from cleaner.rules.choose import rulebook
from tests.test_reference import LINES

# The place and date belong to the paragraph below as long as the footer parts them from the heading; then that goes.
REPORT = """وافق المجلس البلدي مساء أمس على ترميم الجسر الخشبي القديم، على أن يبدأ العمل فيه مطلع الربيع المقبل.
مواضيع متعلقة
لا)
تعليمات المشاركة
لا تستطيع إضافة مواضيع جديدة
لا تستطيع الرد على المواضيع
كود HTML معطلة
الساعة الآن 07:12 AM
Powered by vBulletin® Version 3.8.7
لا تتحمل منتديات الجسر القديم أي مسئولية عن المواضيع المطروحة
راعة ألف شجيرة زيتون على ضفتي النهر
الأربعاء 1446/3/15 هـ الموافق 2024/09/18 م
حجم الخط :
ع
ع
ع
طرابلس 14 ربيع الأول 1446 هـ الموافق 17 سبتمبر 2024 م واس
وأوضح مدير الورشة أن الشجيرات تسقى بماء المطر المجمع في خزان تحت الساحة، وأن معظمها صمد في الشتاء الماضي رغم الصقيع.
"""


def gaps(blocks: Sequence[Block]) -> list[int]:
    """From each line to the next."""
    return [below.line - above.line for above, below in pairwise(blocks)]


def left(text: str, kept: Sequence[int]) -> tuple[list[int], list[int]]:
    """The gaps between the kept lines, as a later round sees them and as a fresh reading does."""
    document = read_text(Source(text))
    dropped = {*range(len(document.blocks))} - {*kept}
    scene = Scene(document.blocks, fold_keys(document.blocks), {}).without(dropped)
    return gaps(scene.blocks), gaps(read_text(Source(cut(document, kept))).blocks)


@given(LINES, st.sets(st.integers(0, 19)), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_stand_as_they_will_when_the_others_are_cut(lines: list[str], chosen: set[int], end: str) -> None:
    count = len(read_text(Source(end.join(lines))).blocks)
    later, fresh = left(end.join(lines), [i for i in range(count) if i in chosen])
    assert later == fresh


def test_a_rulebook_that_knows_other_words_is_another_though_it_marks_the_same_lines() -> None:
    blocks = read_text(Source("رياضة ثقافة اقتصاد منوعات\n")).blocks
    scene = Scene.of(blocks, rulebook(("any", "ar"), EVERYTHING))
    other = rulebook(("any", "en"), EVERYTHING)
    assert find_marks(scene.all_keys, other) == scene.marks
    assert not scene.is_alike_by(other, is_part=False)
    assert scene.is_alike_by(rulebook(("any", "ar", "en"), EVERYTHING), is_part=False)


def test_a_second_run_judges_by_the_gaps_that_the_first_left() -> None:
    once = clean(REPORT, format="text").text
    assert clean(once, format="text").text == once


def test_a_mark_that_is_mended_is_judged_as_it_will_stand() -> None:
    """A comma on the wrong side of a space hides a line from its rule until it is mended."""
    article = "يعد المخلل من المقبلات الشائعة في البلاد كلها، ويتميز بلونه الذي ينتج عن تفاعل صبغته الطبيعية مع الخل."
    once = clean(f"مخلل الملفوف\nكتابة - آخر تحديث: ١٤:٠٢ ،الأحمر\n{article}\n{article[::-1]}.\n", format="text").text
    assert clean(once, format="text").text == once


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["把颱風寫進食譜的人|海風誌", "把颱風寫進食譜的人"], {0: 1}),  # nine ideographs say as much as 22 letters
        (["干潟の小屋、建て替え - みなとニュース", "みなとニュース"], {}),  # the site's name is shorter
        (["海風誌|生活", "海風誌"], {}),
        (["The harbour bell rings | Island Post", "The harbour bell rings"], {0: 1}),
        (["Harbour | Island Post", "Harbour"], {}),
    ],
)
def test_headlines_of_scripts_without_spaces_are_told_from_the_name_of_the_site(
    lines: list[str], named: dict[int, int]
) -> None:
    document = read_text(
        Source("\n".join([*lines, "钟是建校那一年由一位船主捐赠的，战争期间人们把它埋在沙滩里。" * 3]))
    )
    assert Scene(document.blocks, fold_keys(document.blocks), {}).named_titles == named
