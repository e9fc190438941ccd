"""What a user's rules for the page's own site keep and drop, over whatever else was found out."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import BlockKind
from cleaner.judging.page.judge import Judged
from cleaner.judging.site_lines import site_lines
from cleaner.reading.address import host_of, page_address
from cleaner.reading.html_page import parse
from cleaner.reading.kinds import is_prose
from cleaner.reading.marked import texts_of
from cleaner.reading.page import Page
from cleaner.rules.choice import Choice
from cleaner.rules.site import Site

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


class _Said(NamedTuple):
    """What a rule says of an element."""

    site: Site
    keeps: bool


def by_sites(judged: Judged, page: Page, choice: Choice) -> Judged:
    """The same with the rules of the page's site obeyed; they say nothing where its host is not known.

    Chrome goes by the lines it is made of, then what selectors choose is decided.
    """
    if choice.url and not choice.sites.on(host_of(choice.url)):
        return judged
    tree = parse(page.html)
    host = host_of(choice.url or page_address(tree))
    sites = [site for site in choice.sites.on(host) if choice.allows(site.id)]
    judged = _without_chrome(judged, page, choice, host) if any(site.lines for site in sites) else judged
    chosen = _chosen(tree, sites)
    return _as_chosen(judged, page, tree, chosen) if chosen else judged


def _without_chrome(judged: Judged, page: Page, choice: Choice, host: str) -> Judged:
    """Without the kept blocks that are lines of the site's chrome."""
    kept = sorted({*judged.kept, *([] if judged.title is None else [judged.title])})
    texts = [page.columns.texts[k].replace("\n", " ") for k in kept]
    kinds = [BlockKind.PROSE if is_prose(text) else BlockKind.LINE for text in texts]
    told = {kept[i]: rule for i, rule in site_lines(texts, kinds, choice, host).items()}
    title = None if judged.title in told else judged.title
    return replace(
        judged, kept=[k for k in judged.kept if k not in told], title=title, marked={**judged.marked, **told}
    )


def _as_chosen(judged: Judged, page: Page, tree: "LexborHTMLParser", chosen: dict[int, _Said | None]) -> Judged:
    """The innermost element that is chosen decides.

    A block goes where all of its text is to go, and stays where any of it is to stay.
    """

    def enter(node: "LexborNode", outer: _Said | None) -> _Said | None:
        return chosen.get(node.mem_id, outer)

    said = texts_of(page, tree, enter, None)
    dropped: dict[int, Site] = {}
    kept = set()
    for k, texts in enumerate(said):
        rules = [rule for _, rule in texts]
        if any(rule and rule.keeps for rule in rules):
            kept.add(k)
        elif rules and rules[0] and all(rules):
            dropped[k] = rules[0].site
    title = None if judged.title in dropped else judged.title
    blocks = sorted({*judged.kept, *kept} - dropped.keys() - {title})
    marked = {k: rule for k, rule in judged.marked.items() if k not in kept}
    return replace(judged, kept=blocks, title=title, marked=marked | dropped)


def _chosen(tree: "LexborHTMLParser", sites: list[Site]) -> dict[int, _Said | None]:
    """The elements that rules choose, by their number; where one is to stay and to go, it stays."""
    chosen: dict[int, _Said | None] = {}
    for keeps in (False, True):
        for site in sites:
            for selector in site.keep if keeps else site.drop:
                nodes: list[LexborNode] = tree.css(selector)
                chosen |= dict.fromkeys((node.mem_id for node in nodes), _Said(site, keeps))
    return chosen
