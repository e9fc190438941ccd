"""Where an article begins and ends among furniture that stands close to it: first what must not be lost."""

from cleaner.cleaning import clean_text

TITLE = "The ferry that ran aground on its last day comes home"
LEAD = (
    "The ferry that ran aground in March was towed home on Sunday, and half of the island stood on the pier to see it."
)
NEXT = "Its captain, who had promised to be the last to leave it, came ashore with a suitcase and a cage with a parrot."
THEN = (
    "The harbour master said that the hull was sound and that the engine, which was older than he, had started at once."
)
LAST = (
    "On Monday the schoolchildren were let aboard in groups of ten, and each of them was allowed to ring the bell once."
)
HEAD = ["Sign in", "News", "Sport", "Weather", "Jobs"]
FOOT = ["Privacy Policy", "Contact Us", "About Us", "© 2024 The Islander. All rights reserved."]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


def test_a_count_of_comments_above_the_article_opens_no_thread() -> None:
    thread = ["Comments", "Ann", "4 May 2024 10:15", "Well towed.", "Reply", "Bob", "4 May 2024 11:20", "Aye.", "Reply"]
    cookies = "Somebody stores something on your device for reasons that nobody has ever read to the end."
    assert kept(*HEAD, cookies, TITLE, "41 Comments", LEAD, NEXT, THEN, LAST, *thread, *FOOT)[-4:] == [
        LEAD,
        NEXT,
        THEN,
        LAST,
    ]


def test_a_thread_below_the_article_goes_from_its_count_on() -> None:
    thread = ["3 Comments", "Ann", "4 May 2024 10:15", LAST, "Reply", "Bob", "4 May 2024 11:20", "Aye.", "Reply"]
    assert kept(TITLE, LEAD, NEXT, THEN, *thread) == [TITLE, LEAD, NEXT, THEN]


def test_the_last_entry_of_a_live_report_stays() -> None:
    entries = []
    for hour, text in (
        ("18:40", LEAD),
        ("17:15", NEXT),
        ("16:30", "The tug has left the harbour with two men aboard."),
    ):
        entries += [hour, f"What happened at {hour}", text, "Share this update"]
    body = [line for line in entries if line != "Share this update"]
    assert kept(*HEAD, TITLE, "Share", *entries, *FOOT) == [TITLE, *body]


def test_contents_without_a_heading_go_and_their_headings_stay() -> None:
    names = ["Towed home", "The captain", "The bell"]
    body = [names[0], LEAD, names[1], NEXT, names[2], LAST]
    assert kept(*HEAD, TITLE, *names, THEN, *body, *FOOT) == [TITLE, THEN, *body]


def test_lines_that_stand_again_without_text_below_are_no_contents() -> None:
    chorus = ["Row, row, row", "Over the bar", "Home to the pier"]
    assert kept(TITLE, LEAD, *chorus, NEXT, *chorus) == [TITLE, LEAD, *chorus, NEXT, *chorus]


def test_a_label_above_a_question_and_its_answer_stays() -> None:
    answers = [
        "FAQ",
        "Does the ferry run in winter?",
        "It does, but not on Mondays.",
        "Are dogs let aboard?",
        "On a lead.",
    ]
    assert kept(*HEAD, TITLE, LEAD, NEXT, *answers)[-5:] == answers


def test_a_list_right_below_the_headline_may_hold_words_of_menus() -> None:
    things = ["Two pairs of socks", "A tin opener", "Games", "String", "A map of the island", "Photos", "Matches"]
    things += ["A second tin opener", "Books", "The good rope", "Soap", "Tea for a week"]
    assert kept("What to take to the island", *things, LEAD, NEXT) == [
        "What to take to the island",
        *things,
        LEAD,
        NEXT,
    ]


TITLE_WITH_SITE = f"{TITLE} - The Islander"
STORIES = [
    "A lamp for the blind curve at Skarne goes up in May, says the council, which has said so twice before this year.",
    "The bakery of Holm opens at night for one week so that the crews of the herring boats can buy their bread warm.",
    "Two bells in one tower will ring an hour apart until the clockmaker of the mainland has time to look at them.",
]


def test_an_article_above_its_own_title_stays() -> None:
    answers = [line for pair in zip(("Who saw it?", "And the parrot?"), (LAST, THEN), strict=True) for line in pair]
    article = [LEAD, NEXT, *answers]
    again = [TITLE, STORIES[0], STORIES[1]]
    assert kept(TITLE_WITH_SITE, *HEAD, *article, *again, *FOOT)[: len(article)] == article


def test_teasers_above_the_headline_go_though_they_are_more_than_the_article() -> None:
    teasers = [line for story in STORIES for line in (story, "3 May 2024")]
    page = [TITLE_WITH_SITE, *HEAD, *teasers, "Most read", TITLE, "By Ann Holm", LEAD, NEXT, *FOOT]
    assert kept(*page) == [TITLE, LEAD, NEXT]


def test_poems_that_a_bar_parts_stay() -> None:
    poem = [
        "The wheel",
        "is still",
        "and under",
        "the moon",
        "the water",
        "holds back",
        "its breath,",
        "no more",
        "to turn",
    ]
    first = ["Ada Bell (1902 - 1977)", "The wheel of the mill", "(Ada Bell)", *poem, *(f"but {line}" for line in poem)]
    answer = ["An answer to the miller", "(Ann Cole)", f"{LEAD} {NEXT}", f"({THEN})", "June, 2014"]
    assert kept(*first, "|", *answer, "|", "No comments:", "Post a Comment") == [*first, *answer]
