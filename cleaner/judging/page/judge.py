"""Which blocks of a page are the article: the layout, two passes of evidence, a threshold, the phrase rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain
from operator import or_

from cleaner.document import Verdict
from cleaner.judging.addresses import is_address, own_addresses
from cleaner.judging.page import families, second
from cleaner.judging.page.answers import answer_rows
from cleaner.judging.page.below import announced
from cleaner.judging.page.blocks import is_heading, is_link
from cleaner.judging.page.captions import captions
from cleaner.judging.page.copies import copies
from cleaner.judging.page.first import Evidence, FirstPass
from cleaner.judging.page.inline_teasers import without_inline_teasers
from cleaner.judging.page.last_words import with_last_words
from cleaner.judging.page.layout import lay_out
from cleaner.judging.page.lines import by_lines
from cleaner.judging.page.mode import THRESHOLDS, Mode
from cleaner.judging.page.recipes import RECIPE, with_recipe
from cleaner.judging.page.replies import replies
from cleaner.judging.page.rules import (
    ABOVE_HEADLINE,
    BYLINE,
    CAPITAL_LINK,
    CAPTION,
    LAST_HEADING,
    NEXT_STORY,
    OUTSIDE,
    REPLY,
    PageRule,
)
from cleaner.judging.page.standfirst import standfirst
from cleaner.judging.page.straight import with_straight_sentences
from cleaner.judging.page.teasers import without_teasers
from cleaner.judging.page.threads import threads, without_thread
from cleaner.judging.page.title import title_of
from cleaner.judging.page.verdicts import verdict_on, verdict_on_whole
from cleaner.judging.page.wholes import completed, missed_poem
from cleaner.judging.site_lines import Told
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import WHOLE, Columns
from cleaner.rules.choice import EVERYTHING, Choice
from cleaner.rules.choose import languages_of, rulebook
from cleaner.rules.rule import LONGEST, Rule
from cleaner.rules.site import Site

_SAMPLE = 60  # characters of a block that tells the language
_PROSE = 60  # mass of a paragraph
_BESIDE_BEST = 0.6  # of the best paragraph's chance: kept where no paragraph reaches the threshold
_AGAINST_CORE = -2.0  # log odds by itself that a full paragraph in the core of the page must have against it to go
_CARDS, _BELOW = 2, 0.4  # headlines that are links; of the prose, at most, with their summaries
_TEXT, _BELOW_TEXT = 3, 0.8  # paragraphs above them that are an article: then they may hold more
_LISTINGS = 3  # of cards, one below the other
_VERSE = 60  # characters of a line of verse
_MOST = 0.45  # of the prose kept so far: what is named after furniture but holds the rest is none
_LEAST_LINK = 20  # characters of a link that is a headline
_LONGEST_HEADING = 60  # characters of one at the end; a longer one is a call or the sources


@dataclass(frozen=True, slots=True)
class Judged:
    """kept: the blocks of the article, without the headline; title: the block of the headline, where there is one;

    rows: of each of `first.blocks` its evidence; marked: blocks that went by a phrase rule, a site's, or as copies;
    sure: whether a paragraph of running text reached the threshold.
    """

    first: FirstPass
    rows: list[Evidence]
    kept: list[int]
    title: int | None
    marked: Mapping[int, Rule | Site | Told | PageRule]
    sure: bool

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each dropped block, in order."""
        first, kept = self.first, {*self.kept, self.title}
        place_of = {k: place for place, k in enumerate(first.blocks)}
        for k, tag in enumerate(first.page.tags):
            if k in kept:
                continue
            if k in self.marked:
                rule = self.marked[k]
                yield Verdict(rule.id, rule.kind, rule.why, k, k + 1)
            elif tag == WHOLE:
                yield verdict_on_whole(k, first.page.bits[first.page.holders[k]])
            elif first.is_next_story(k):
                yield NEXT_STORY.on(k)
            elif k in place_of:
                yield verdict_on(k, [*chain.from_iterable(self.rows[place_of[k]])])
            else:
                yield OUTSIDE.on(k)


def judge_page(page: Columns, mode: Mode = "balanced", choice: Choice = EVERYTHING) -> Judged:
    """Everything there is to say of a page. No block at all is kept where it holds no paragraph."""
    first = FirstPass(page, lay_out(page))
    rows, log_odds, chances = weigh(first)
    kept = keep(first, log_odds, chances, mode)
    sure = _best(first, chances) >= THRESHOLDS[mode] and any(_is_running(first, k) for k in kept)
    return decided(Judged(first, rows, kept, None, {}, sure), choice)


def decided(judged: Judged, choice: Choice = EVERYTHING) -> Judged:
    """The outcome for the blocks that seem to be the article: its headline, and what the phrase rules say of them."""
    page, kept = judged.first.page, judged.kept
    title = title_of(page, kept)
    above = [k for k in kept if title is not None and k < title]
    kept = [k for k in kept if title is None or k > title]
    if title is not None and kept:
        kept = [*_first_heading(page, title, kept[0]), *kept]
        kept = [*standfirst(page, title, kept[0]), *kept]
    if not choice.allows(ABOVE_HEADLINE.id):
        kept, above = [*above, *kept], []
    if choice != EVERYTHING:
        dropped = replace(judged, kept=kept, title=title).verdicts()
        kept = sorted([*kept, *(verdict.first for verdict in dropped if not choice.allows(verdict.rule))])
    marked: dict[int, Rule | Site | Told | PageRule] = dict.fromkeys(above, ABOVE_HEADLINE)
    marked |= {k: rule for k, rule in copies(judged.first, kept, title).items() if choice.allows(rule.id)}
    if choice.allows(REPLY.id):
        marked |= dict.fromkeys(replies(judged.first, kept), REPLY)
    if choice.allows(BYLINE.id):
        marked |= dict.fromkeys(answer_rows(judged.first, kept), BYLINE)
    if choice.allows(CAPITAL_LINK.id):
        marked |= dict.fromkeys([k for k in kept if _is_capital_link(page, k)], CAPITAL_LINK)
    if choice.allows(CAPTION.id):
        marked |= dict.fromkeys(captions(page, kept), CAPTION)
    by_rule, back = _marks(judged.first, [k for k in kept if k not in marked], choice)
    marked |= by_rule
    kept = sorted({*kept, *back} - marked.keys() - {title})
    while kept and kept[-1] not in back and choice.allows(LAST_HEADING.id) and _heads_nothing(page, kept):
        marked[kept.pop()] = LAST_HEADING
    return replace(judged, kept=kept, title=title, marked=marked)


def _first_heading(page: Columns, title: int, start: int) -> list[int]:
    """The heading right above the first paragraph, of the same container: that of the first section."""
    k = start - 1
    shares = k > title and is_heading(page, k) and page.holders[k] == page.holders[start]
    return [k] if shares and not page.links[k] and not is_heading(page, start) else []


def everything(judged: Judged) -> Judged:
    """The same with every block kept: the best text of a page without an article."""
    blocks = judged.first.blocks or range(len(judged.first.page.texts))
    return replace(judged, kept=[k for k in blocks if k != judged.title and k not in judged.marked])


def weigh(first: FirstPass) -> tuple[list[Evidence], list[float], list[float]]:
    """Of each of `first.blocks` its evidence, its log odds by itself, and how likely it is article in the end."""
    worth, worth_again = families.weights().__getitem__, second.weights().__getitem__
    rows = first.evidence()
    shared = {id(part): part for *parts, _ in rows for part in parts}
    odds_of = {key: sum(map(worth, part)) for key, part in shared.items()}
    log_odds = [sum(map(worth, own), odds_of[id(one)] + odds_of[id(other)]) for one, other, own in rows]
    chances = [*map(second.probability, log_odds)]
    doubtful = second.doubtful(log_odds)
    for place, numbers in zip(doubtful, second.evidence(first, log_odds, chances, doubtful), strict=True):
        chances[place] = second.probability(sum(map(worth_again, numbers)))
    return rows, log_odds, chances


def keep(first: FirstPass, log_odds: Sequence[float], chances: Sequence[float], mode: Mode) -> list[int]:
    """The blocks that reach the threshold, and the full paragraphs of the page's core.

    Where no paragraph reaches it, the bar is set by the likeliest one: a page with prose never gives nothing.
    """
    masses = first.layout.masses
    best = _best(first, chances)
    if best == 0.0:
        return missed_poem(first.page, set())
    bar = min(THRESHOLDS[mode], best * _BESIDE_BEST) if best < THRESHOLDS[mode] else THRESHOLDS[mode]
    kept = [
        k
        for place, (k, chance) in enumerate(zip(first.blocks, chances, strict=True))
        if chance >= bar or (log_odds[place] > _AGAINST_CORE and first.is_core_paragraph(place))
    ]
    said = reduce(or_, first.page.bits)
    kept = [k for k in completed(first.page, first.blocks, kept, said) if not first.is_next_story(k)]
    kept = with_recipe(first, kept) if said & RECIPE else kept
    kept = without_teasers(first, with_straight_sentences(first, kept))
    left = [k for k in kept if not first.is_named_furniture(k)]
    if sum([masses[k] for k in left]) < _MOST * sum([masses[k] for k in kept]):
        left = without_thread(first, kept)
    for _ in range(_LISTINGS):
        left = _without_cards(first, left)
    return with_last_words(first, without_inline_teasers(first, left))


def _without_cards(first: FirstPass, kept: list[int]) -> list[int]:
    """Without the last piece of the page where it is headlines that are links, each with no more than a summary."""
    page, masses = first.page, first.layout.masses
    piece = first.piece_of[page.holders[kept[-1]]] if kept else 0
    if not piece or first.in_piece[piece].cards < _CARDS:
        return kept
    own = [k for k in kept if first.piece_of[page.holders[k]] == piece]
    summaries = [k for k in own if masses[k] and not is_heading(page, k)]
    are_cards = summaries and all(is_heading(page, k - 1) and is_link(page, k - 1) for k in summaries)
    above = [k for k in kept if k < own[0]]
    is_text = sum([masses[k] > 0 and not is_heading(page, k) for k in above]) >= _TEXT
    most = _BELOW_TEXT if is_text else _BELOW
    are_few = sum([masses[k] for k in own]) <= most * sum([masses[k] for k in kept])
    return above if are_cards and are_few else kept


def _best(first: FirstPass, chances: Sequence[float]) -> float:
    """The chance of the likeliest paragraph, 0 where there is none."""
    masses = first.layout.masses
    return max([chance for k, chance in zip(first.blocks, chances, strict=True) if masses[k] > _PROSE], default=0.0)


def _is_running(first: FirstPass, k: int) -> bool:
    """Whether a block is a paragraph and no verse, whose lines are short."""
    return first.layout.masses[k] > _PROSE and first.layout.widths[k] > _VERSE * (first.page.texts[k].count("\n") + 1)


def _is_capital_link(page: Columns, k: int) -> bool:
    """Whether a block is a headline in capitals that is one link; a heading of the article is none."""
    text = page.texts[k]
    is_upper = page.links[k] >= _LEAST_LINK and is_link(page, k) and text.isupper()
    is_cased = is_upper and 2 * sum(map(str.isupper, text)) > len(text)  # and not «NASA» in a line of Arabic
    return is_cased and not is_heading(page, k)


def _heads_nothing(page: Columns, kept: list[int]) -> bool:
    """Whether the last block is the heading of a list that has gone, or of a teaser; several are a list themselves."""
    are_headings = [is_heading(page, k) for k in kept[-2:]]
    if are_headings == [True, True]:
        return any(shape(page.texts[k]) in PROSE_SHAPES for k in range(kept[-2] + 1, kept[-1]))
    return are_headings == [False, True] and len(page.texts[kept[-1]]) <= _LONGEST_HEADING


def _marks(first: FirstPass, kept: list[int], choice: Choice) -> tuple[dict[int, Rule | PageRule], set[int]]:
    """The kept lines that a phrase rule takes, with the rule, and the lines that a rule of the user's brings back."""
    page = first.page
    among = range(len(page.texts)) if choice.packs else kept
    short = [k for k in among if len(page.texts[k]) <= LONGEST]
    widths = first.layout.widths
    sample = "\n".join([page.texts[k] for k in [k for k in kept if widths[k] > _SAMPLE] or kept])
    keys = fold("\n".join([page.texts[k].replace("\n", " ") for k in short])).split("\n")
    book = rulebook(languages_of(sample), choice)
    found = book.matches({key: key.strip(EDGES) for key in keys})
    prose = [k for k in kept if len(page.texts[k]) > LONGEST]
    if not prose:
        matched = {k for k, key in zip(short, keys, strict=False) if key in found}
        prose = [k for k in kept if k not in matched and shape(page.texts[k]) in PROSE_SHAPES] or kept
    elif kept[0] < prose[0]:
        matched = {k for k, key in zip(short, keys, strict=False) if key in found}
        opening = [k for k in kept if k < prose[0] and k not in matched and shape(page.texts[k]) in PROSE_SHAPES]
        prose = [*opening[:1], *prose]
    marked: dict[int, Rule] = {}
    back = set()
    told = {k: found.get(key, ()) for k, key in zip(short, keys, strict=False)}
    for k, said in told.items():
        rules = [rule for rule in said if _fits(rule, k, prose)]
        if any(rule.keep for rule in rules):
            back |= {k} if any(rule.keep and not rule.trusted for rule in rules) else set()
        elif rules:
            marked[k] = rules[0]
    addresses = {k: page.texts[k] for k, rule in marked.items() if is_address(rule)}
    for k in own_addresses(addresses, {k: page.texts[k - 1] for k in addresses}) if addresses else ():
        del marked[k]
    left = {k: page.texts[k] for k in kept if k not in marked}
    marked |= by_lines(
        left, book, lambda rule, k: _fits(rule, k, prose), lambda k: 2 * page.links[k] > len(page.texts[k])
    )
    left_in = [k for k in kept if k not in back]
    chain = first.layout.chain
    return marked | announced(page, left_in, marked, chain) | threads(page, left_in, told, book, chain), back


def _fits(rule: Rule, k: int, prose: list[int]) -> bool:
    """Whether a line stands where its rule wants it."""
    where, above, under = rule.where, not prose or k < prose[0], not prose or k > prose[-1]
    if where == "below":
        return bool(prose) and k > prose[0]
    return where == "anywhere" or (above and where in ("head", "edges")) or (under and where in ("tail", "edges"))
