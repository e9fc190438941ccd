"""What random texts found, each kept with its mend."""

import pytest

from cleaner import clean
from cleaner.cleaning import clean_text

LONG = "Background: the kiln is a front loader, bought second hand in 2012, with three zones. " * 3
FOUND = {
    "a pack of another language is loaded once the text is shorter": f"140 Ratings\n{LONG}\n" + "Nima گفت:\n" * 3,
    "lines broken at a column are prose only beside a longer one": (
        "علمی و دانشگاهی\nLire aussi\n"
        "Please send the two missing chairs or a corrected invoice by the end of the month.\n٨\n2\n"
        "6 commentaires\nشما در حال پاسخ به نظر «» هستید.\n\nكاريكاتير\n140 Ratings\nAttendance: 9,104\n"
        "الموقع غير مسؤول عن محتوى التعليقات وتحتفظ الإدارة بحق حذف أي تعليق مخالف.\nلا يسمح بوضع أرقام الجوالات"
    ),
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_a_second_run_changes_nothing(text: str) -> None:
    once = clean_text(text).text
    assert clean_text(once).text == once


def test_a_button_of_a_thread_may_be_the_last_line() -> None:
    paragraph = (
        "The council has voted to rebuild the old bridge over the river, and work will begin in the spring, it said."
    )
    lines = [paragraph, f"{paragraph} Yes.", "Reply", paragraph, "Report", f"{paragraph} No.", "Delete comment"]
    assert paragraph in clean_text("\n".join(lines)).text


def test_a_block_beyond_the_region_may_stand_in_what_is_named_after_related_articles() -> None:
    first = "وقالت مهندسة المرفأ إن الطلاء سيجف قبل المطر، وإن الحبال الجديدة تصل في الأسبوع المقبل."
    second = "ولن تدور العجلة العليا هذا العام لأن محورها أرسل إلى ورشة في العاصمة."
    page = f"<main><div class=top>{first}<div class=more-on><main><div class=top><p>{second}"
    assert first in clean(page, format="html").text
