"""Crawls of any size with sites of their own, as JSONL: `python -m tests.bench.crawl --size 10 > crawl.jsonl`.

Each site has chrome in made-up words (menus, counters, dates, long sentences, boxes between paragraphs), several
templates, and body lines that recur on purpose. A record has url, id, section, date, text and labels: a letter for each
line of the text that is not blank, c for chrome and b for body. The same seed gives the same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from functools import cache
from itertools import count
from random import Random
from typing import NamedTuple

from tests.bench.crawl_words import LANGUAGES, Language, drawn, made_up

MEGABYTE = 1_000_000
SENTENCES = 3000  # of each language; a paragraph is some of them, so no two are the same
LEAST, MOST = 0.32, 0.95  # share of a site's pages that carry a chrome line
HABITS = ("sign", "dateline", "refrain", "heading", "notice", "recipe", "column")


class Page(NamedTuple):
    """One document; labels has a letter for each line of the text that is not blank."""

    url: str
    text: str
    labels: str


class Item(NamedTuple):
    """A line of chrome as a pattern for str.format, and the share of its template's pages that carry it."""

    pattern: str
    share: float


class Template(NamedTuple):
    """Chrome before the headline, below it, between paragraphs (each with the paragraph it follows), after the body."""

    head: list[Item]
    below: list[Item]
    between: list[tuple[int, list[str]]]
    tail: list[Item]


class Site(NamedTuple):
    """habits: the body lines that recur here, with the share of pages that have them; column: a title that recurs."""

    host: str
    language: Language
    templates: list[Template]
    habits: dict[str, float]
    desks: list[str]
    column: str
    gap: str


@cache
def sentences(language: Language) -> list[str]:
    """Enough to draw paragraphs from."""
    random = Random(len(language.sentence[0]))
    return [f"{drawn(language.sentence, random)}{language.stop}" for _ in range(SENTENCES)]


def make_site(number: int, seed: int) -> Site:
    """One site; everything about it follows from its number and the seed."""
    random = Random(f"{seed} {number}")
    language = LANGUAGES[number % len(LANGUAGES)]
    loose = random.random() < 0.4  # each line of chrome comes and goes by itself
    templates = random.randint(1, 3)
    shares = (1.0, 1.0) if not loose else (min(1.0, LEAST * templates), min(1.0, MOST * templates))
    shared = [_item(language, random, shares) for _ in range(random.randint(2, 5))]
    made = [_template(language, random, shared, shares) for _ in range(templates)]
    habits = {habit: random.uniform(0.1, 0.6) for habit in HABITS if random.random() < 0.4}
    desks = [made_up(language, random, 1) for _ in range(random.randint(1, 3))]
    column = drawn(language.title, random)
    return Site(f"site{number}.example", language, made, habits, desks, column, random.choice(("\n", "\n\n")))


def _template(language: Language, random: Random, shared: list[Item], shares: tuple[float, float]) -> Template:
    head, below, tail = (
        [_item(language, random, shares) for _ in range(random.randint(*spread))] for spread in ((2, 7), (0, 3), (2, 8))
    )
    boxes = [(random.randint(1, 2), _box(language, random)) for _ in range(random.choice((0, 0, 0, 1)))]
    cut = random.randint(0, len(shared))
    return Template(shared[:cut] + head, below, boxes, tail + shared[cut:])


def _item(language: Language, random: Random, shares: tuple[float, float]) -> Item:
    words = made_up(language, random, random.choice((1, 1, 2, 2, 3, 4)))
    form = random.choice(
        ("{words}", "{words}", "{words}", "{words}: {{n}}", "{{n}} {words}", "{words} {{d}}/{{m}}/{{y}}", "{long}")
    )
    long = made_up(language, random, random.randint(9, 16)) + random.choice((language.stop, ""))
    pattern = form.format(words=words, long=long)
    return Item(pattern, random.uniform(*shares))


def _box(language: Language, random: Random) -> list[str]:
    return [made_up(language, random, random.randint(2, 4)), made_up(language, random, random.randint(8, 12)) + "."]


def make_page(site: Site, turn: int, number: int, random: Random) -> Page:
    """One page of a site, the templates by turns."""
    language = site.language
    template = site.templates[turn % len(site.templates)]
    bodies = _paragraphs(language, random)
    before, after = _recurring(site, bodies, random)
    for place, box in template.between:
        shift = min(len(bodies) - 1, place + (random.random() < 0.3))
        bodies[shift] = (f"{bodies[shift][0]}\n" + "\n".join(box), f"{bodies[shift][1]}{'c' * len(box)}")
    title = site.column if random.random() < site.habits.get("column", 0) / 2 else drawn(language.title, random)
    n = random.randint(2, 9999)
    values = {"n": n, "d": n % 28 + 1, "m": n % 12 + 1, "y": 2009 + n % 13}
    head, below, tail = (
        [item.pattern.format(**values) for item in items if random.random() < item.share]
        for items in (template.head, template.below, template.tail)
    )
    lines = [*head, title, *below]
    body = site.gap.join([*before, *[text for text, _ in bodies], *after])
    text = "\n".join(lines) + f"{site.gap}{body}{site.gap}" + "\n".join(tail)
    marks = "".join([mark for _, mark in bodies])
    labels = f"{'c' * len(head)}b{'c' * len(below)}{'b' * len(before)}{marks}{'b' * len(after)}{'c' * len(tail)}"
    return Page(f"https://www.{site.host}/{n % 97}/{number}", f"{text.rstrip()}\n", labels)


def _paragraphs(language: Language, random: Random) -> list[tuple[str, str]]:
    """The paragraphs, each with its label."""
    drawn_from = random.choices(sentences(language), k=random.randint(5, 36))
    return [(" ".join(drawn_from[i : i + 3]), "b") for i in range(0, len(drawn_from), 3)]


def _recurring(site: Site, bodies: list[tuple[str, str]], random: Random) -> tuple[list[str], list[str]]:
    """Puts the site's own recurring lines into the body; returns those that stand before it and after it."""
    language, habits = site.language, site.habits
    before: list[str] = []
    after: list[str] = []
    if random.random() < habits.get("dateline", 0):
        before.append(f"{random.choice(language.places[:2])} - {random.randint(1, 28)} {language.months[0]}")
    if random.random() < habits.get("notice", 0):
        after.append(language.notices[0].format(site.desks[0]))
    if random.random() < habits.get("sign", 0):
        after.append(language.signs[len(site.desks) - 1].format(random.choice(site.desks)))
    wanted = language.recipe if random.random() < habits.get("recipe", 0) else ()
    wanted += language.headings[: random.randint(1, 3)] if random.random() < habits.get("heading", 0) else ()
    if random.random() < habits.get("refrain", 0):
        wanted += (random.choice(language.refrains),)
    for k, line in enumerate(wanted[: len(bodies) - 1]):
        place = 1 + k * (len(bodies) - 1) // len(wanted)
        bodies[place] = (f"{line}{site.gap}{bodies[place][0]}", f"b{bodies[place][1]}")
    return before, after


def crawl(sites: int, seed: int = 0) -> Iterator[Page]:
    """Pages without end, of all sites in turn."""
    made = [make_site(number, seed) for number in range(sites)]
    random = Random(seed)
    for turn in count():
        for place, site in enumerate(made):
            yield make_page(site, turn, turn * sites + place, random)


def record(page: Page, number: int) -> str:
    """A page as a line of JSONL."""
    data = {"url": page.url, "id": f"doc-{number:08}", "section": number % 7, "date": f"2021-03-{number % 28 + 1:02}"}
    return json.dumps(data | {"text": page.text, "labels": page.labels}, ensure_ascii=False) + "\n"


def records(size: int, sites: int, seed: int = 0) -> Iterator[bytes]:
    """JSONL lines of at least `size` bytes in all."""
    written = 0
    for number, page in enumerate(crawl(sites, seed)):
        if written >= size:
            return
        line = record(page, number).encode()
        written += len(line)
        yield line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=float, default=1, help="megabytes")
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    sys.stdout.buffer.writelines(records(int(wanted.size * MEGABYTE), wanted.sites, wanted.seed))


if __name__ == "__main__":
    main()
