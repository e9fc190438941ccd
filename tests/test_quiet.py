"""Words of menus in lists of the article's own, where nothing else is furniture; and the same words on a page."""

from collections.abc import Callable
from itertools import chain

import pytest

from cleaner.cleaning import clean_text
from cleaner.rules.choice import Choice
from cleaner.rules.rule import Rule
from tests.articles import ARTICLES, at_end, in_midst

OWN = {
    "things that were lost": ("en", ["The piano", "Photos", "Two beds", "The cat's basket", "We found the cat."]),
    "things learned": (
        "en",
        ["Sleep when you can", "Never whistle", "Books", "Photos of home", "Nobody believes you."],
    ),
    "what a deckhand must know": ("en", ["Good sea legs", "English", "How to apply", "Send a letter to the quay."]),
    "what a letter brings, announced": ("ar", ["وفي النشرة كل صباح:", "أسعار العملات", "حالة الطقس", "أوقات الصلاة"]),
    "a programme": ("en", ["Ceremony", "Two o'clock", "Photos", "Half past two", "Music", "Seven o'clock"]),
    "what a flood took, in French": ("fr", ["Le piano", "Photos", "Deux lits", "Nous avons retrouvé le chat."]),
    "what a flood took, in Persian": ("fa", ["پیانو", "عکس", "دو تخت", "گربه روی بام بود."]),
    "subjects of a school, in Arabic": ("ar", ["العلوم", "رياضة", "الرسم الحر", "ولكل مادة دفتر."]),
}


@pytest.mark.parametrize("place", [in_midst, at_end])
@pytest.mark.parametrize(("language", "items"), OWN.values(), ids=OWN.keys())
def test_a_list_stays(language: str, items: list[str], place: Callable[..., list[str]]) -> None:
    lines = place(language, *items)
    assert clean_text("\n".join(lines)).text.splitlines() == lines


DIARIES = {
    "en": ["3 May 2019", "4 May 2019", "5 May 2019", "6 May 2019"],
    "fr": ["Lundi 3 juin 2019", "Mardi 4 juin 2019", "Mercredi 5 juin 2019", "Jeudi 6 juin 2019"],
    "ar": ["الاثنين 3 يونيو 2019", "الثلاثاء 4 يونيو 2019", "الأربعاء 5 يونيو 2019", "الخميس 6 يونيو 2019"],
}


@pytest.mark.parametrize(("language", "days"), DIARIES.items(), ids=DIARIES.keys())
def test_the_days_of_a_diary_stay(language: str, days: list[str]) -> None:
    title, *article = ARTICLES[language]
    lines = [title, *chain.from_iterable(zip(days, article[1:], strict=False))]
    assert clean_text("\n".join(lines)).text.splitlines() == lines


def test_one_date_above_an_article_goes() -> None:
    title, *article = ARTICLES["fr"]
    assert clean_text("\n".join([title, "Lundi 3 juin 2019", *article])).text.splitlines() == [title, *article]


def test_what_people_said_stays_with_their_names_and_the_time() -> None:
    said = ['"It is a disgrace"', "Karen Holt, 10:15", '"It is a mill"', "Tom Reed, 10:40", '"Ask my cat"', "Al, 11:05"]
    lines = at_end("en", *said)
    assert clean_text("\n".join(lines)).text.splitlines() == lines


def test_a_rule_of_the_users_holds_in_such_a_list() -> None:
    own = Rule("own", "chrome", "ours", lines=("photos",), where="below")
    lines = at_end("en", "The piano", "Photos", "Two beds")
    left = clean_text("\n".join(lines), choice=Choice(packs=(own,))).text.splitlines()
    assert "Photos" not in left
    assert left[: len(ARTICLES["en"])] == ARTICLES["en"]


def test_a_list_goes_on_below_an_address() -> None:
    lines = at_end("en", "The tide mill", "Until 30 June", "www.mill.example", "The lamp room", "Sunday at six")
    left = clean_text("\n".join(lines)).text.splitlines()
    assert left == [line for line in lines if line != "www.mill.example"]


def test_beside_furniture_they_go() -> None:
    page = [
        *ARTICLES["en"],
        "Share on Facebook",
        "The piano",
        "Books",
        "Contact us",
        "© 2024 The Mill. All rights reserved.",
    ]
    assert clean_text("\n".join(page)).text.splitlines() == ARTICLES["en"]


def test_alone_below_the_last_sentence_they_go() -> None:
    assert clean_text("\n".join(at_end("en", "Books"))).text.splitlines() == ARTICLES["en"]


def test_what_names_a_thread_is_no_such_word() -> None:
    page = at_end(
        "en", "Comments", "Ida", "She still comes in on Sundays.", "Reply", "Tom", "So does her dog!", "Reply"
    )
    assert clean_text("\n".join(page)).text.splitlines() == ARTICLES["en"]
