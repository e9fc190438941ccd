"""Boxes in an article, headlines that look like furniture, lists in its midst: what must stay, then what goes."""

import pytest

from cleaner.cleaning import clean_text

TITLE = "The ferry that still takes coins"
LEAD = "For forty-one years the captain has taken fares in a coffee can that is bolted to the deck beside the wheel."
NEXT = "The county said in March that it would no longer pay for trips which nobody could count, and gave him a summer."
MORE = "A dozen riders came to the hall on Tuesday to ask what would become of people who own neither card nor phone."
LAST = "The can will stand on his kitchen sill."
STANDFIRST = "Riders can pay by phone from June on, and not everybody on the island is pleased about it."
BOX = ["Subscribe to our newsletter", "The Island Post", "Your email address", "Sign up"]
FOOTER = ["Privacy Policy", "Terms of Service", "Contact us", "All rights reserved"]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


UNTOUCHED = {
    "a short last paragraph": [TITLE, LEAD, NEXT, MORE, LAST],
    "a headline that is a menu word": ["Search", LEAD, NEXT, MORE],
    "the same in Arabic": [
        "مشاركة",
        "ورثت عن جدي آلة تصوير بلا عدسة وصندوقا من أوراق التحميض المنتهية الصلاحية، وظللت سنوات أظن أن الإرث مزحة.",
        "ثم جاء الشتاء، ووجدت نفسي أحول حمام البيت إلى غرفة مظلمة، وأكتب على الباب بخط كبير ألا يفتحه أحد من الأهل.",
    ],
    "headings that are menu words": [TITLE, LEAD, "Sign up", NEXT, "What the riders say", MORE, LAST],
    "a heading that says the headline again far below": [
        *[TITLE, LEAD, NEXT, MORE],
        *[LEAD + str(i) for i in range(5)],
        *[f"{TITLE}, twenty years on", f"{LEAD} Again."],
    ],
    "a list between two paragraphs": [TITLE, LEAD, "The boat", "The pier", "The house", NEXT, MORE],
    "a sentence between two others": [TITLE, LEAD, "He never lost a coin.", NEXT, MORE],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(lines: list[str]) -> None:
    assert kept(*lines) == lines


def test_lines_between_two_lines_of_a_box_go() -> None:
    assert kept(TITLE, LEAD, *BOX, NEXT, MORE) == [TITLE, LEAD, NEXT, MORE]


def test_a_sentence_between_two_advertisements_stays() -> None:
    sentence = "He never lost a coin."
    assert kept(TITLE, LEAD, "Advertisement", sentence, "Advertisement", NEXT) == [TITLE, LEAD, sentence, NEXT]


def test_a_group_of_its_own_between_two_boxes_stays() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nAdvertisement\n\nPrice: 4 dollars\nCrossing: 20 minutes\n\nAdvertisement\n\n{NEXT}\n"
    assert clean_text(text).text == f"{TITLE}\n\n{LEAD}\n\nPrice: 4 dollars\nCrossing: 20 minutes\n\n{NEXT}\n"


def test_names_and_buttons_below_a_standfirst_go() -> None:
    signed = ["Dana Whitcombe", "Pell Point", "May 12, 2025", "Share", "Print"]
    assert kept(TITLE, STANDFIRST, *signed, LEAD, NEXT, MORE) == [TITLE, STANDFIRST, LEAD, NEXT, MORE]


def test_a_song_between_a_paragraph_and_who_posted_it_stays() -> None:
    song = ["The tide came in", "And took the oar", "The tide went out", "And brought one more"]
    song += ["I rowed the bay", "With mismatched wood", "And went in rings", "As ferries should"]
    foot = ["Posted by Dana Whitcombe on May 12, 2025", "Leave a comment"]
    assert kept(TITLE, LEAD, *song, *foot, NEXT, MORE) == [TITLE, LEAD, *song, NEXT, MORE]


def test_what_a_soup_needs_between_its_buttons_stays() -> None:
    needs = ["Young nettles, a bagful", "One large onion", "Two potatoes", "Butter", "Cream", "Salt", "Pepper"]
    assert kept(TITLE, LEAD, "Share", *needs, "Leave a comment", NEXT, MORE) == [TITLE, LEAD, *needs, NEXT, MORE]


def test_a_short_last_paragraph_below_a_box_stays() -> None:
    assert kept(TITLE, LEAD, NEXT, MORE, *BOX, LAST, *FOOTER) == [TITLE, LEAD, NEXT, MORE, LAST]


def test_a_menu_word_in_a_menu_goes() -> None:
    assert kept("Home", "Log in", "Search", TITLE, LEAD, NEXT, MORE) == [TITLE, LEAD, NEXT, MORE]


@pytest.mark.parametrize("first", ["Skip to content", "Advertisement", "Skip to main content"])
def test_a_link_or_advertisement_above_an_article_is_no_headline(first: str) -> None:
    assert kept(first, LEAD, NEXT, MORE) == [LEAD, NEXT, MORE]


def test_a_headline_that_its_copy_with_the_site_names_stays() -> None:
    page = ["Search - The Island Post", "Home", "Log in", "Search", "By Dana Whitcombe", LEAD, NEXT, MORE]
    assert kept(*page) == ["Search", LEAD, NEXT, MORE]


def test_a_menu_word_beside_other_furniture_is_no_heading() -> None:
    assert kept(TITLE, LEAD, "Sign up", NEXT, "What the riders say", MORE, LAST, *FOOTER) == [
        TITLE,
        LEAD,
        NEXT,
        "What the riders say",
        MORE,
        LAST,
    ]


def test_the_headline_again_below_its_standfirst_goes() -> None:
    assert kept(TITLE, STANDFIRST, TITLE, LEAD, NEXT) == [TITLE, STANDFIRST, LEAD, NEXT]


ITEMS = ["Harbour master resigns after the storm report", "Two islands north, the ferry is free for everybody"]


def test_a_heading_that_blank_lines_part_from_the_list_above_stays() -> None:
    text = "\n".join([TITLE, LEAD, "", "Related articles", *ITEMS, "", "Cash riders", NEXT, MORE])
    assert clean_text(text).text.splitlines()[-3:] == ["Cash riders", NEXT, MORE]


def test_a_short_last_item_that_blank_lines_part_from_the_text_goes() -> None:
    text = "\n".join([TITLE, "", LEAD, "", "Related articles", *ITEMS, "Oyster leases", "", NEXT, "", MORE])
    assert [line for line in clean_text(text).text.splitlines() if line] == [TITLE, LEAD, NEXT, MORE]


def test_a_headline_under_the_heading_of_a_list_stays() -> None:
    page = ["Home", "Log in", "Latest news", "Oyster leases", "Captain of the ferry still takes fares in coins"]
    assert kept(*page, "By Dana Whitcombe", "May 12, 2025", LEAD, NEXT, MORE)[0] == page[-1]


def test_long_paragraphs_that_break_off_are_no_teasers() -> None:
    long = f"{NEXT} {MORE} {NEXT} and so on…"
    assert kept(TITLE, LEAD, NEXT, MORE, long, long.replace("county", "harbour")) == [
        TITLE,
        LEAD,
        NEXT,
        MORE,
        long,
        long.replace("county", "harbour"),
    ]
