"""Twice the input costs about twice the time: for each thing that makes tools quadratic, in one run. CPU time.

    python -m tests.bench.linear [--small] [NAME ...]

Each probe is grown until it takes long enough to be measured; then the least of several turns at that size is held
against the least at twice the size, for what a busy machine adds is not ours.
"""

import argparse
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import chain
from multiprocessing import Pool

from cleaner import CleanerError, clean, markdown, normalize
from tests.torture.cases import ARTICLE, KEPT, MORE, TEXT

DOUBLING = 2.3  # cost of twice the input, at most
SURE = 2.15  # so near to two that no larger input need tell
SLICE = 0.1  # seconds of CPU that a probe should take
TURNS = 3
STEPS = 4  # doublings that may be tried
LARGEST = 1 << 22  # characters; what takes less time than a slice at this size is quick enough
Probe = Callable[[int], str]
Work = Callable[[str], object]


def repeated(piece: str, before: str = "", after: str = "") -> Probe:
    """A piece as often as asked, after a text."""
    return lambda count: f"{TEXT}\n{before}{piece * count}{after}\n"


def around(before: str, piece: str, after: str = "") -> Probe:
    """A page in which a piece stands as often as asked, before or after its article."""
    return lambda count: f"<!doctype html><html><body>{before}{piece * count}{after}"


def numbered(piece: str) -> Probe:
    """Lines that are all unlike."""
    return lambda count: TEXT + "".join([piece.format(i * 7919 % 999_983) for i in range(count)])


def named(count: int) -> str:
    """Names, all unlike, each above a paragraph that begins with its first word."""
    letters = "abcdefghijklmnop"
    names = ["Br" + "".join(letters[i >> shift & 15] for shift in (12, 8, 4, 0)) for i in range(count)]
    return (
        TEXT
        + "".join([f"\n{name} Calloway\n{name} knew that {MORE}\n" for name in names])
        + "Share\nAdvertisement\n" * 2
    )


def in_other_order(count: int) -> str:
    """Lines that stand again farther down, first every other one."""
    pairs = [[f"{word} part {i}" for word in ("one", "two")] for i in range(count)]
    return "\n".join([TEXT, *chain(*pairs), MORE, *chain(*zip(*pairs, strict=True)), MORE])


def cut_off(count: int) -> str:
    """Paragraphs, and others that begin as they do, all alike in their first words."""
    ends = ("…", " and so on until the spring.")
    return TEXT + "".join([f"\n{MORE[:60]} {i * 7919 % 999_983}{end}" for end in ends for i in range(count)])


TEXTS: dict[str, Probe] = {
    "lines": numbered("سطر {}\n"),
    "unlike words": numbered(" ك{}م"),
    "articles": lambda count: f"{TEXT}\n" * count,
    "paragraphs": numbered(f"\n{{}} {MORE}\n"),
    "one line": repeated(f"{KEPT} "),
    "the same line": repeated(f"{MORE}\n"),
    "blank lines": repeated("\n", after=TEXT),
    "short and long lines": repeated(f"شارك\n{KEPT}\nاقرأ أيضا\n"),
    "comments": numbered("\nسالم {}\nقبل 3 أيام\nشكرا على المقال الجميل\nرد\n"),
    "a glossary": lambda count: numbered("term {0} of it: what {0} means\n")(count).removeprefix(TEXT) + TEXT,
    "lines that stand twice": lambda count: 2 * numbered(f"\nOne {{0}}\nTwo {{0}}\nThree {{0}}\n{MORE}")(count),
    "comments far apart": numbered("\nقبل {} أيام\n" + "شكرا\n" * 20),
    "a list of headlines": numbered("\nافتتاح حديقة رقم {} في الحي القديم\n"),
    "numbered headings": numbered(f"\n1. chapter {{0}} of it\n{{0}} {MORE}\n"),
    "names above paragraphs": named,
    "lines again in another order": in_other_order,
    "paragraphs cut off": cut_off,
    "offices": lambda count: "رئيس التحرير\nسالم بحري\n" * count + KEPT,
    "headings right above paragraphs": numbered(f"\nRelated articles\n{{}} {MORE}\n"),
    "a button below each paragraph": numbered(f"\n{{}} {MORE}\nShare this\n"),
    "threads far apart": numbered(f"\nAnn 12/05/2019 10:01\n{{}} {MORE}\nBob 12/05/2019 11:01\n" + f"{MORE}\n" * 13),
    "threads of labels": numbered("\nAnn 12/05/2019 10:01\nword\n" * 3 + "label {0}\n" * 13),
    **{
        f"character {char!r}": repeated(char)
        for char in ".-!?/|&<`#@_«»()\"'،:1a ا\t\N{ARABIC TATWEEL}\N{ARABIC SHADDA}"
    },
    **{
        f"piece {piece!r}": repeated(piece, "ا", " x")
        for piece in ("a@", "a.", "- ", "a | ", "www.", "http://", "&a", "<a", "#a")
    },
    **{
        f"words {piece!r}": repeated(piece)
        for piece in ("12/12/2016 ", "الى ", "ی ", "ﻻ ", "كَتَبَ ", "Ø§Ù„", "”ا ", "12:21 ")
    },
    "marks": repeated("\u0301\u0327", "ا"),
    "marks unsorted": repeated("\u0301", "ا", "\u0323" * 1000),
    "terminal sequences": repeated("\x1b[31m\x07"),
    "terminal titles without an end": repeated("\x1b]0;x"),
    "zero-width": repeated("س\u200b"),
    "bidi": repeated("\u202b"),
    "line ends": repeated("a\r\n\x85\u2028\x0b"),
    "surrogates": repeated("\ud800x"),
    "astral": repeated("𝔄👍🏽"),
    "forms": repeated("ﷺ"),
    "Persian beside Arabic": repeated("گ(ا است)\n"),
}
PAGES: dict[str, Probe] = {
    **{
        f"nested {tag}": around("", f"<{tag}>", ARTICLE)
        for tag in ("div", "b", "table", "a", "ul><li", "form", "svg", "x-y", "rt><rp", "optgroup")
    },
    **{
        f"beside {tag}": around(ARTICLE, f"<{tag}>a b")
        for tag in ("p", "div", "li", "td", "option", "br", "i", "a href=#", "img")
    },
    "nested and closed": lambda count: around("", "<div>" * count + ARTICLE, "</div>" * count)(1),
    "emphasis": around(ARTICLE, "<b><p>x</b>"),
    "links around blocks": around(ARTICLE, "<a><div></a>"),
    "attributes": lambda count: around("<div " + " ".join(f"a{i}=1" for i in range(count)) + ">", ARTICLE)(1),
    "classes": lambda count: around(f"<div class='{' '.join(f'c{i}' for i in range(count))}'>", ARTICLE)(1),
    "a long value": around(f"{ARTICLE}<img src='", "QUJD", "'>"),
    "values without an end": around(ARTICLE, "<a b=\"'"),
    "scripts": around(ARTICLE, "<script>a < b</script><style>c</style>"),
    "scripts without an end": around(ARTICLE, "<script>"),
    "scripts and styles without an end": around(ARTICLE, "<script><style>"),
    "attributes with ends of tags": lambda count: around(
        "<div " + " ".join(f"a{i}" if i % 100 else f'a{i}=">"' for i in range(count)) + ">", ARTICLE
    )(1),
    "titles without an end": around(ARTICLE, "<title><textarea>"),
    "comments without an end": around(ARTICLE, "<!-- <"),
    "entities": around(f"{ARTICLE}<p>", "&amp;&bogus;&#1575;"),
    "paragraphs": around("", f"<p>{KEPT}</p>"),
    "one paragraph": around("<p>", f"{KEPT} "),
    "menus": around("", "<ul class=menu><li><a href=#>روابط</a></ul>", ARTICLE),
    "tables": around("", f"<table><tr><td>{MORE}<td>1</table>", ARTICLE),
    "rows": around(f"{ARTICLE}<table>", "<tr><td>a<td>b"),
    "articles": around("", ARTICLE),
    "tables of comments": around(ARTICLE, f"<table><tr><td>Comments<tr><td>{MORE}</table>"),
    "furniture in furniture": around("", "<div class='related share menu'>x", ARTICLE),
    "names of a page": lambda count: (
        "<meta property='og:title' content='A name'>" * count + f"<h2>A heading</h2><p>{MORE}" * count
    ),
    "names in a value": around(f"<p>{KEPT}", "<meta 'og:title' ", "'>"),
    "headlines": around(ARTICLE.removesuffix("</article>"), f"<h1>A name</h1><p>{MORE}"),
    "words of an id": lambda count: around(f"<h2 id='{'zz ' * count}'>", "a b ", f"zz</h2>{ARTICLE}")(count),
}
FORMS: dict[str, Probe] = {
    "links behind a sign": around(f"{ARTICLE[:-10]}<p>{KEPT}", "!<a href=/x>y</a>"),
    "bars in a cell": around(f"{ARTICLE[:-10]}<table><tr><td>{KEPT}", "| ", "x<td>b<tr><td>a<td>b</table>"),
    "a long base": lambda count: (
        f"<base href='http://a.example/{'b' * 8 * count}/'>"
        + around(ARTICLE[:-10], f"<p>{MORE} <a href=x>y</a>")(count)
    ),
    "a long title": lambda count: f"<title>{'a | ' * count}</title>" + around(ARTICLE, "<h1>A name</h1>")(count),
}


def cost(work: Work, text: str, turns: int) -> float:
    """CPU seconds of the best turn."""
    spent = []
    for _ in range(turns):
        start = time.process_time()
        with suppress(CleanerError):
            work(text)
        spent.append(time.process_time() - start)
    return min(spent)


def doubling(work: Work, probe: Probe, least: float) -> float:
    """cost(2n) / cost(n) for an n that takes at least so many seconds; 0 where not even the largest input does.

    Where that is much, the next doublings tell a law from a step: larger memory is dearer, and caps begin to hold, but
    what grows with the square is only hidden at first.
    """
    count = 1000
    while (before := cost(work, probe(count), 1)) < least:
        count *= 2
        if len(probe(count)) > LARGEST:
            return 0.0
    ratios = []
    before = min(before, cost(work, probe(count), TURNS))
    for _ in range(STEPS):
        count *= 2
        after = cost(work, probe(count), TURNS)
        ratios.append(after / before)
        if ratios[-1] <= SURE:
            break
        before = after
    return min(ratios[1:] or ratios)


def as_text(text: str) -> object:
    return clean(text, format="text")


def as_page(text: str) -> object:
    return clean(text, format="html")


def as_markdown(text: str) -> object:
    cleaned = clean(text, format="html")
    return markdown(cleaned), cleaned.metadata


GROUPS: dict[str, tuple[Work, dict[str, Probe]]] = {
    "clean": (as_text, TEXTS),
    "normalize": (normalize, TEXTS),
    "page": (as_page, PAGES),
    "markdown": (as_markdown, FORMS),
}


def probed(least: float, group: str, name: str) -> float:
    """The cost of twice the input for one probe, by its names."""
    work, probes = GROUPS[group]
    return doubling(work, probes[name], least)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="less time for each probe")
    parser.add_argument("names", nargs="*", metavar="NAME")
    wanted = parser.parse_args()
    named = [(group, name) for group, (_, probes) in GROUPS.items() for name in probes]
    asked = [(group, name) for group, name in named if not wanted.names or name in wanted.names]
    with Pool() as pool:  # CPU time by process
        found = pool.starmap(partial(probed, SLICE / 4 if wanted.small else SLICE), asked, chunksize=1)
    ratios = {f"{group}, {name}": ratio for (group, name), ratio in zip(asked, found, strict=True)}
    for title, ratio in ratios.items():
        if ratio > DOUBLING or wanted.names:
            print(f"{title}: twice the input costs {ratio:.2f} times as much")
    worst = max(ratios, key=ratios.__getitem__)
    print(f"{len(ratios)} probes: twice the input costs at most {ratios[worst]:.2f} times as much ({worst})")
    return int(ratios[worst] > DOUBLING)


if __name__ == "__main__":
    raise SystemExit(main())
