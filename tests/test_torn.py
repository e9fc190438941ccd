"""Sentences that a converter tore at their links: which lines rules may take, and which are words of a sentence."""

from collections.abc import Callable

import pytest

from cleaner.cleaning import clean_text
from cleaner.normalize.fold import EDGES, fold
from cleaner.rules.choice import Choice
from cleaner.rules.choose import languages_of, rulebook
from cleaner.rules.rule import Rule
from tests.articles import at_end, in_midst

PROSE = (
    "The harbour office has measured thirteen lamps since the spring, and most of the rowers who tried them at night "
    "say that they would not go out without one again."
)
COOKIES = "This site uses cookies to give you the best experience on our website and to show you ads."
FURNITURE = [
    ("The ferry that runs at night gets a new engine this autumn", "Share", "By Ida Holm"),  # a headline
    ("The ferry that runs at night gets a new engine this autumn", "3 May 2021, 17:47", ","),
    ("The committee will meet again on Thursday.", "Advertisement", "the old pier stays closed until then."),
    ("The ferry that runs at night gets a new engine this autumn", "Facebook", "by Ida Holm"),
    ("The ferry that runs at night gets a new engine this autumn", "Facebook", "ida holm"),
    ("THE FERRY THAT RUNS AT NIGHT GETS A NEW ENGINE", "Facebook", "from the harbour office to your door"),
    ("A new engine this autumn", "Facebook", "from the harbour office to your door"),
    ("Our boats", "Facebook", ", of all firms, came to own the timetable."),
    ("The ferry that runs at night gets a new engine this autumn", COOKIES, ", of all firms, came to own it."),
    ("الوزير يفتتح رصيف الميناء الجديد", "شارك", "قال الوزير إن الرصيف يخدم الصيادين."),
]
WORDS = [
    ("Nobody on the pier will ever understand how", "Facebook", ", of all firms, came to own the timetable."),
    ("The timetable of the winter stands on the page of", "our company", "."),
    ("He has put in order the shelves with their menus, labels,", "breadcrumbs", ", and all that lets one find a way."),
    ("Nobody on the pier knows what became of the man from", "Reuters", ", who had come for the old lamps."),
    ("If the boat is to stay in a narrow shed, this is where", "our company", "comes in, for its hulls fold."),
    ("ومن أراد المزيد فليضغط في أسفل الصفحة على عبارة", "اتصل بنا", "، ثم يكتب اسمه وعنوانه."),
]


def lines(above: str, between: str, below: str) -> str:
    return "\n".join((PROSE, above, between, below, PROSE.replace("thirteen", "forty"))) + "\n"


@pytest.mark.parametrize(("above", "between", "below"), FURNITURE)
def test_a_line_by_itself_goes(above: str, between: str, below: str) -> None:
    assert between not in clean_text(lines(above, between, below)).text.split("\n")


@pytest.mark.parametrize(("above", "between", "below"), WORDS)
def test_a_word_amid_a_sentence_stays(above: str, between: str, below: str) -> None:
    text = lines(above, between, below)
    assert clean_text(text).text == text
    key = fold(between)
    assert rulebook(languages_of(text)).matches({key: key.strip(EDGES)}), "no rule knows this line: nothing is proved"


@pytest.mark.parametrize(("above", "between", "below"), WORDS[:1])
def test_blank_lines_part_a_line_from_a_sentence(above: str, between: str, below: str) -> None:
    text = "\n".join((PROSE, above, "", between, "", below, PROSE.replace("thirteen", "forty"))) + "\n"
    assert between not in clean_text(text).text.split("\n")


def test_a_rule_of_the_users_holds_amid_a_sentence() -> None:
    above, between, below = WORDS[0]
    own = Rule("own", "chrome", "ours", lines=(between,))
    left = clean_text(lines(above, between, below), choice=Choice(packs=(own,))).text.split("\n")
    assert between not in left
    assert {above, below} <= set(left)


ANSWERS = [
    ("en", "Share."),
    ("en", "- Share."),
    ("en", "Thanks,"),
    ("fr", "Partager."),
    ("fr", "Accueil."),
    ("fa", "جستجو."),
    ("ar", "- الرئيسية."),
    ("ar", "المزيد."),
]


@pytest.mark.parametrize(("language", "answer"), ANSWERS)
@pytest.mark.parametrize("place", [in_midst, at_end])
def test_an_answer_of_a_word_stays(place: Callable[..., list[str]], language: str, answer: str) -> None:
    text = "\n".join(place(language, answer)) + "\n"
    assert clean_text(text).text == text
    key = fold(answer)
    assert rulebook(languages_of(text)).matches({key: key.strip(EDGES)}), "no rule knows this line: nothing is proved"


@pytest.mark.parametrize("line", ["Share", "All rights reserved.", "(AFP).", "© 2020 The Post."])
def test_without_a_full_stop_or_as_a_notice_it_goes(line: str) -> None:
    left = clean_text("\n".join((PROSE, PROSE.replace("thirteen", "forty"), line))).text.split("\n")
    assert line not in left
