"""A poem is an article too: what stands around it goes, its lines stay though no paragraph stands by them."""

from cleaner.cleaning import clean_text

POEM = [
    "The ferry sleeps between two tides,",
    "the pier has lost its light,",
    "and all that moves along the rail",
    "is one grey gull in flight.",
    "No bell will ring before the dawn,",
    "no rope will leave the stone,",
    "the captain counts the empty seats",
    "and rows the river home.",
]
GERMAN = [
    "Die Fähre schläft bei halber Flut,",
    "der Steg hat keine Lichter mehr,",
    "und was sich am Geländer rührt,",
    "das kommt von weit, das kommt von sehr.",
    "Kein Läuten vor dem Morgengrau,",
    "kein Tau verlässt den Stein.",
]
COMMENT = "I read it to my mother, who was a nurse and crossed on the ferry every morning for forty years of her life."
PROSE = (
    "The ferry that has carried nurses and the morning mail for forty years will tie up in November, says the harbour."
)
MENU = ["Home", "Ferries", "Tides", "Weather on the pier", "About the paper", "Contact us", "Letters", "Archive"]


def kept(*lines: str) -> list[str]:
    return [line for line in clean_text("\n".join(lines)).text.split("\n") if line]


def test_newest_comments_above_an_article_do_not_take_it_along() -> None:
    article = [PROSE, PROSE.replace("ferry", "tug"), PROSE.replace("ferry", "barge"), PROSE.replace("ferry", "raft")]
    assert kept(*POEM, "Kommentare", "Jutta hat gesagt…", "So?", *article)[-4:] == article


def test_a_poem_above_the_only_sentence_of_a_site_stays() -> None:
    foot = (
        "Everything on this site belongs to those who wrote it, and nobody may print it elsewhere but with their leave."
    )
    assert set(POEM) <= set(kept("Home", "Poems", "Log in", *POEM, "Share this:", "Comments", foot))


def test_a_menu_above_the_only_paragraph_goes() -> None:
    left = kept("Skip to content", "Log in", *MENU, "Share this:", "Ferry ties up", PROSE)
    assert left[-2:] == ["Ferry ties up", PROSE]
    assert {"Home", "Tides", "Weather on the pier", "Archive"}.isdisjoint(left)


def test_verses_that_begin_as_bylines_do_stay() -> None:
    verses = [
        "Von roten Lippen",
        "Und von der Nacht",
        "Von dunklen Gedanken",
        "Die keiner bewacht",
        "Singt er am Morgen",
    ]
    poem = [*verses, "Und schläft in der Nacht"]
    assert kept(*poem, "3 Kommentare - Kommentar verfassen - 0 Trackbacks", "590 mal erzählt") == poem
