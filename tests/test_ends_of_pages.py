"""What stands below an article without a word for it: names with dots, numbered comments, lists below the rights."""

from pathlib import Path

import pytest

from cleaner.cleaning import clean_text
from cleaner.document import Source
from cleaner.judging.scene import Scene
from cleaner.reading.text import read_text
from cleaner.rules.choose import languages_of, rulebook

TITLE = "The ferry that ties up in November"
ARTICLE = [
    "The ferry that has carried nurses and the morning mail for forty years will tie up for good in November.",
    "Its captain, who has slept on board since he was nineteen, has not yet said where he will go or with whom.",
    "The new bridge takes four minutes, and nobody on the island has said a word against it since the storm.",
]
NAMES = ["ferry", "lighthouse", "harbour crane", "little tearoom"]
VERSE = [
    "The pier is old",
    "and older still the rope",
    "that holds the boat",
    "against the pull of day.",
    "It does not ask",
    "for anything but salt",
    "and now and then",
    "a gull to look at it.",
]

GONE = {
    "names over comments": ["Ada Marsh said...", "We shall miss her, and the soup.", "Tom said...", "So shall we."],
    "a name that no rule knows beside one": ["The Old Tearoom said...", "Goodbye.", "Tom said...", "Thanks!"],
    "numbered comments below their count": [
        "2 comments:",
        "1. I rode on her in the year of the flood, and my mother held my hat for all of the way.",
        "2. The soup was never as good as people say, but nobody has told the cook in forty years.",
    ],
    "one name below the count": [
        "1 comment:",
        "Ada Marsh said...",
        "Thanks for writing this down, for I had forgotten about the hat and about the soup and all of that.",
        "Hope that you are as well as one can be without a boat, and that the dog has found his way home too.",
        "Think of us when you see the bridge, and do not walk over it before the priest has blessed it twice.",
    ],
    "a list with captions below the rights": [
        "Copyright 2021 The Island Post. All rights reserved.",
        "Most Read",
        "A boat lies on the roof of the town hall after Sunday's flood.",
        "Flood leaves boat on roof",
        "The mayor speaks to reporters in his pyjamas on Monday morning.",
        "Mayor stays in bed",
    ],
}

KEPT = {
    "numbered headings over paragraphs": [
        "1. The rope",
        "It has been mended seven times, and nobody trusts it now but the cook, who does not know what it is for.",
        "2. The pier",
        "It is to be mended in the spring, says the harbour master, and painted in the summer of the year after.",
        "3. The boat",
        "She will lie in the mud behind the sheds, where the children will play on her until she falls to pieces.",
    ],
    "a heading over numbered steps": [
        "Comments on the draft",
        "1. The pier is to be mended in the spring, says the harbour master, and painted in the summer after.",
        "2. The rope is to be thrown away, for it has been mended seven times and nobody trusts it now.",
    ],
    "one who said something": ["Then the captain said...", "He did not say it."],
    "who wrote the book": [
        "About the author",
        "The author of the log is not known, but he was left-handed and could not spell the name of the boat.",
        "What is known is that he hated the cook, for there is hardly a page that does not say so in ink.",
    ],
}


def cleaned(lines: list[str]) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


@pytest.mark.parametrize("below", GONE.values(), ids=GONE.keys())
def test_it_goes_and_the_article_stays(below: list[str]) -> None:
    assert cleaned([TITLE, *ARTICLE, *below]) == [TITLE, *ARTICLE]


@pytest.mark.parametrize("below", KEPT.values(), ids=KEPT.keys())
def test_what_only_looks_like_it_stays(below: list[str]) -> None:
    assert cleaned([TITLE, *ARTICLE, *below]) == [TITLE, *ARTICLE, *below]


def test_verse_below_a_standfirst_stays() -> None:
    credit = ["Image Credit:", "© Tom Ruddock / Used With Permission"]
    below = ["Join the Discussion", "Please ensure all comments abide by our comments policy", "Add a Comment"]
    left = cleaned([TITLE, ARTICLE[0], *credit, *VERSE, *VERSE, *below])
    assert set(VERSE) <= set(left)
    assert not set(below) & set(left)


def test_a_name_with_a_capital_in_it_above_the_article_stays() -> None:
    title = "HarperCollins buys the ferry"
    assert cleaned([title, *ARTICLE]) == [title, *ARTICLE]


FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*/expected.txt"))


def knows_a_line(text: str) -> bool:
    """Whether a rule does."""
    return bool(Scene.of(read_text(Source(text)).blocks, rulebook(languages_of(text))).marks)


@pytest.mark.parametrize("end", ["", "..", "…"])
def test_how_the_last_two_sentences_end_takes_nothing(end: str) -> None:
    tried = 0
    for path in FIXTURES:
        lines = path.read_text("utf-8").rstrip("\n").split("\n")
        paragraphs = [i for i, line in enumerate(lines) if len(line) >= 60]
        if paragraphs[-1:] != [len(lines) - 1] or knows_a_line("\n".join(lines)):
            continue
        for i in paragraphs[-2:]:
            lines[i] = lines[i].rstrip(" .!?؟…") + end
        assert clean_text("\n".join(lines)).dropped == {}, path.parent.name
        tried += 1
    assert tried > 100


def test_last_sentences_that_trail_off_stay_beside_a_button() -> None:
    last = [
        "Nobody has asked the captain where he will sleep when the ferry lies on the slip with her doors open…",
        "And nobody has told the gulls, who still come at eight for what is left over of the rolls and the soup…",
    ]
    assert cleaned(["Share", TITLE, *ARTICLE, *last, "Print"]) == [TITLE, *ARTICLE, *last]


def test_the_reason_of_a_line_is_that_of_who_knows_it_not_of_where_it_stands() -> None:
    teasers = [
        f"The {name} was sold to a man from the mainland who had never seen one and who was told…" for name in NAMES
    ]
    found = clean_text("\n".join(["Share", TITLE, *ARTICLE, *teasers]))
    told = {found.document.blocks[i].text: verdict.rule for i, verdict in found.dropped.items()}
    assert {told[line] for line in teasers} == {"teasers-without-heading"}
