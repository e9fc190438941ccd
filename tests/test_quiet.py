"""Words of menus in lists of the article's own, where nothing else is furniture; and the same words on a page."""

from collections.abc import Callable

import pytest

from cleaner.cleaning import clean_text
from tests.articles import ARTICLES, at_end, in_midst

OWN = {
    "things that were lost": ("en", ["The piano", "Photos", "Two beds", "The cat's basket", "We found the cat."]),
    "things learned": (
        "en",
        ["Sleep when you can", "Never whistle", "Books", "Photos of home", "Nobody believes you."],
    ),
    "what a deckhand must know": ("en", ["Good sea legs", "English", "How to apply", "Send a letter to the quay."]),
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
