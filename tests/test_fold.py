"""The matching key: variants that must meet, words that must stay apart, and its laws."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.normalize.classes import FORMS
from cleaner.normalize.fold import fold
from cleaner.normalize.presentation import join_forms

APART = [("علم", "عالم"), ("كتب", "كتاب"), ("reply", "replay"), ("ilk", "ölk"), ("5 تعليقات", "6 تعليقات")]
MEET = [
    ("اقرأ أيضًا", "إقرا ايضا"),
    ("الأكثر قراءةً", "الاكثر قراءه"),
    ("مـــقـــالات", "مقالات"),
    ("Read  More", "read more"),
    ("١٢:٤٥", "12:45"),
    ("۱۲", "12"),
    ("२०२४", "2024"),
    ("২০২৪", "2024"),
    ("๒๕๖๗", "2567"),
    ("コメント（３）｜写真", "コメント(３)|写真"),
    ("برچسب‌ها", "برچسبها"),
    ("«عاجل»", '"عاجل"'),
    ("موضوع – موقع", "موضوع - موقع"),
    ("ﻣﻘﺎﻻﺕ", "مقالات"),
    ("ÉCONOMIE", "économie"),
    ("İLGİLİ YAZILAR", "ilgili yazılar"),
    ("Ещё новости", "Еще новости"),
    ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "Διαβάστε επίσης"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), MEET)
def test_variants_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1))
@example(["Lire aussi\N{NARROW NO-BREAK SPACE}:", "a\tb"])
@example(["one\N{LINE SEPARATOR}line", "a  b"])
def test_many_lines_fold_as_each_alone(lines: list[str]) -> None:
    assert fold("\n".join(lines)).split("\n") == [fold(line) for line in lines]


def test_no_capital_and_no_presentation_form_is_passed_over_by_the_look_at_bytes() -> None:
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    capitals = [letter for letter in every if letter.lower() != letter]
    forms = re.findall(f"[{FORMS}]", "".join(every))
    assert len(capitals) > 1000
    assert len(forms) > 500
    for letter in capitals:
        assert fold(letter) == fold(letter.lower())
    for form in forms:
        assert fold(form) == fold(join_forms(form))
