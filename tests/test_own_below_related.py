"""A box of other articles in the midst of an article: where it ends, and what of the article's own stands below it."""

import pytest

from cleaner.cleaning import clean_text

TITLE = "The mill at Thornby grinds again after twelve years"
LEAD = "The mill at Thornby stood shut for twelve years after its owner died, and nobody from the village went in."
NEXT = "Last week two sisters from the next valley bought it for the price of a used car, and then let the water in."
LAST = "By noon there was flour on the sill, and by the evening the baker had sold every loaf that he had made of it."
OTHER = "Flood takes the footbridge for the second time this year"
FOOT = ["Privacy Policy", "Contact Us", "© 2024 The Valley Post. All rights reserved."]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


@pytest.mark.parametrize(
    "own",
    [
        ["What the sisters found:", "a cat,", "nine sacks,", "a letter."],
        ["The mill in figures", "Built: 1742", "Weight of the stone: 900 kg", "Stairs: 41"],
        ["Built: 1742", "Stairs: 41"],
    ],
)
def test_a_list_of_the_articles_own_stays(own: list[str]) -> None:
    assert kept(TITLE, LEAD, NEXT, "Read also", OTHER, *own, LAST, *FOOT) == [TITLE, LEAD, NEXT, *own, LAST]


def test_one_title_with_a_colon_is_no_fact() -> None:
    others = ["Ferry: last crossing", OTHER]
    assert kept(TITLE, LEAD, NEXT, "Read also", *others, LAST, *FOOT) == [TITLE, LEAD, NEXT, LAST]


@pytest.mark.parametrize("heading", ["Related story", "RELATED ARTICLE"])
def test_a_heading_over_one_title_takes_one(heading: str) -> None:
    own = "The sisters who bought the mill of their childhood"  # as long as the title above it
    assert kept(TITLE, LEAD, NEXT, heading, OTHER, own, LAST, *FOOT) == [TITLE, LEAD, NEXT, own, LAST]


def test_a_heading_over_one_title_right_above_a_paragraph_stays() -> None:
    assert kept(TITLE, LEAD, "Related story", NEXT, LAST) == [TITLE, LEAD, "Related story", NEXT, LAST]


@pytest.mark.parametrize("facts", [["Built: 1742", "Weight: 900 kg", "Sluices: 3", "Stairs: 41"]])
def test_facts_part_no_last_paragraph_from_its_article(facts: list[str]) -> None:
    menu = ["Home", "News", "Sport", "Weather"]
    tail = ["Tags", "Mills", "Related stories", OTHER, *FOOT]
    body = [TITLE, LEAD, NEXT, "The mill in figures", *facts, LAST]
    assert kept(*menu, TITLE, LEAD, NEXT, "Share", "Read also", OTHER, *body[3:], *tail) == body


def test_a_headline_stays_above_a_caption_that_shares_more_with_the_article() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Jobs", "Contests"]
    caption = "The mill at Thornby, its door and its owner in the valley."
    lines = kept(*menu, TITLE, "Share", "Print", caption, "Share", LEAD, NEXT, LAST, *FOOT)
    assert TITLE in lines
    assert lines[-3:] == [LEAD, NEXT, LAST]
