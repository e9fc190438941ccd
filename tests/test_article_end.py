"""Where a flattened page goes on in sentences after its article: first what must stay, then what goes."""

from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.cleaning import clean_text
from cleaner.document import Source
from cleaner.judging.detectors import main_region
from cleaner.judging.detectors.article_end import ID, Ends, find
from cleaner.judging.judge import DETECTORS
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.reading.text import read_text
from cleaner.rules.choice import Choice
from cleaner.rules.choose import rulebook

TITLE = "The orchard on the old railway keeps its last pear"
ARTICLE = [
    "The orchard that grew up along the old railway was cut back on Friday, and one pear tree was left standing.",
    "Nobody knows who planted it. The signalman's daughter says that her father threw the cores of his lunch there.",
    "The council had meant to fell the whole row, until a class of nine-year-olds came in with a jar of jam.",
    "The jar went round the table twice. When it came back empty, the chairman asked whether one tree would do.",
    "It will bear again in September, the gardener says, if the blackbirds leave anything of the blossom.",
    "Until then the tree wears a red ribbon, so that nobody with a saw can say that he had not been told of it.",
    "The children have drawn a map of the line with every tree that stood there, and have given each of them a name.",
    "The one that is left is called Gudrun. It is said to be about as old as the headmistress, who will not tell.",
]
LAST = [
    "On the last day of the cutting they carried a bench down to it, and the signalman's daughter sat there till dark.",
    "She left the core of her lunch in the grass, as her father used to, and said that one never knows what may come.",
]
SHARE = ["Share this article", "Share on Facebook", "Share on Twitter", "Print"]
BOX = ["Subscribe to our newsletter", "Your email address", "Sign up"]
FOOT = ["Privacy Policy", "Terms of Service", "Contact us", "© 2024 The Railway Post. All rights reserved."]
AUTHOR = [
    "Marit Solberg",
    "Marit Solberg has written about gardens and the people in them for eleven years, and keeps four hens and a ladder "
    "behind a house that she does not own. Before that she mended violins in a cellar in the north of the country.",
]
STORIES = {
    "How the village of Ostrand learned to bake": "The baker had gone to sea, and the oven with him, and what was left",
    "Two bells in Vikbo that ring at once again": "The sexton is eighty and has one good arm, so the choir met on the",
    "Why they swim in the dark at Lund's lake": "The lamps by the lake went out in January, and since then they tie a",
    "A tide table that nobody at Torp could read": "The ferry leaves when the water lets it, which the timetable had",
    "Nine rules for a bus that never comes": "Somebody nailed them to the shelter by the church, and nobody",
    "What the lighthouse keeper reads at night": "There are forty-one books on the shelf, and he has been through",
    "The goat that knew the way to the station": "It was seen on the platform on three mornings in a row, and on the",
    "A loom for every kitchen in the long valley": "When the mill was closed, the weavers took the looms home, one",
}
TEASERS = [
    line
    for title, excerpt in STORIES.items()
    for line in (title, "3 May 2024", f"{excerpt} It was longer than anybody had thought, and when it was over they")
]
MENU = ["News", "Sport", "Culture", "Weather", "Jobs", "Puzzles", "Archive", "Shop", "Events", "Podcasts"]
RECIPE = ["For the jam", "3 pounds of pears", "1 pound of sugar", "2 lemons", "1 stick of cinnamon", "a jar with a lid"]


def end_of(*lines: str) -> int | None:
    """Where the article ends by this detector, given what rules and other judges take."""
    scene = Scene.of(read_text(Source("\n".join(lines))).blocks, rulebook(("en",)))
    verdicts = list(find_by_rules(scene.blocks, scene.marks))
    others = [detector for detector in DETECTORS if detector.id != "teaser-list"]  # which knows teasers by their rhythm
    verdicts += [verdict for detector in others for verdict in detector.find(scene)]
    verdicts += main_region.find(scene, settle(verdicts))
    found = list(find(scene, settle(verdicts)))
    return found[0].first if found else None


STAYS = {
    "a last sentence": [*BOX, "The hens will not miss it."],
    "two last paragraphs": [*BOX, *LAST],
    "short answers": [*BOX, "Who picks it?", "The children do.", "And who eats it?", "Whoever comes first."],
    "numbered tips": [*BOX, "3. Water", "Water it at night.", "4. Straw", "Lay straw around the stem."],
    "an entry of a live report": ["Share this update", "16:35", "Rain sets in", "It rained on the ribbon."],
    "a recipe": ["Advertisement", *RECIPE],
}


@pytest.mark.parametrize("rest", STAYS.values(), ids=STAYS.keys())
def test_last_words_below_a_box_are_no_end(rest: list[str]) -> None:
    end = end_of(TITLE, *ARTICLE, *rest, *SHARE, *FOOT)
    assert end is None or end >= 1 + len(ARTICLE) + len(rest)


def test_a_text_without_furniture_is_untouched() -> None:
    text = [TITLE, *ARTICLE, *AUTHOR, *RECIPE]
    assert end_of(*text) is None
    assert clean_text("\n".join(text)).text.splitlines() == text


def test_one_list_that_rules_know_ends_nothing() -> None:
    sources = ["Related links", "The signalman's diary", "Pears of the north", "A map of the line"]
    assert end_of(TITLE, *ARTICLE, *sources, *RECIPE) is None


GOES = {
    "teasers between an author's box and a form": ([*SHARE, *AUTHOR, "Related articles"], [*TEASERS[:12], *BOX]),
    "teasers and their dates around a form": (TEASERS[:3], [*BOX, *TEASERS[3:9], "Most read", *TEASERS[9:12]]),
    "teasers around a form and buttons": (TEASERS[:6], [*BOX, *TEASERS[6:9], *SHARE, *TEASERS[9:12]]),
}


@pytest.mark.parametrize(("before", "after"), GOES.values(), ids=GOES.keys())
def test_teasers_in_sentences_go_with_the_furniture_around_them(before: list[str], after: list[str]) -> None:
    end = end_of(TITLE, *ARTICLE, *before, *after, *MENU, *FOOT)
    assert end is not None
    assert 1 + len(ARTICLE) <= end <= 1 + len(ARTICLE) + len(before)


def test_the_reason_is_told() -> None:
    lines = [TITLE, *ARTICLE, *chain(*GOES["teasers around a form and buttons"]), *MENU, *FOOT]
    found = clean_text("\n".join(lines), choice=Choice(ignore=frozenset({"teaser-list"}))).dropped
    assert any(verdict.rule == ID for verdict in found.values())


COOKIES = "This site uses cookies to give you the best experience on our website and to show you ads."
LINES = st.sampled_from([*ARTICLE, *AUTHOR, *TEASERS, *BOX, *SHARE, *FOOT, *RECIPE, COOKIES, "The hens will not mind."])


@given(st.lists(LINES, min_size=1, max_size=40))
@example([*[COOKIES] * 6, ARTICLE[0], *SHARE, *ARTICLE[1:4], *FOOT, "The hens will not mind."])  # known prose on top
def test_more_than_half_of_the_prose_stays_above_an_end(lines: list[str]) -> None:
    scene = Scene.of(read_text(Source("\n".join(lines))).blocks, rulebook(("en",)))
    ends = Ends(scene, settle(find_by_rules(scene.blocks, scene.marks)))
    for place in ends.places:
        assert 2 * ends.sizes[place] > ends.sizes[-1]
        assert ends.look[place] not in b"POS"
        assert ends.evidence(place)
