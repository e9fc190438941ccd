"""Fit the weights by which blocks of a page are judged: `python -m tests.bench.fit_page_weights [--folds 4] [--write]`.

Data: the pages of the shared sets (html_sets.py), read as `cleaner` reads them, each block labelled by whether the
page's known body holds it (labels.py). Two ridge regressions, the second on what the first makes of the page, and of
the blocks that it leaves open alone, as only those are judged again. A block counts by its words' share of the body, so
every page counts alike, as in the scores; and a page with far more furniture than body no more than `MOST`, for its
score falls no lower than to nothing. `--folds` leaves whole sites out and prints how well the rest judges them;
`--write` writes the weights, without those near nothing.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import cleaner.judging.page.table as table
from cleaner.document import Source
from cleaner.errors import CleanerError
from cleaner.judging.page import families, second
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.judge import keep
from cleaner.judging.page.layout import lay_out
from cleaner.reading.html_page import read_page
from tests.bench.html_sets import Page, pages
from tests.bench.labels import held_by, tokens

TARGET = Path(table.__file__).with_name("page_weights.json")
ABOUT = "Log odds for article of each piece of evidence; see tests/bench/fit_page_weights.py."
RIDGE = 40.0
ROUNDS = 200
LEAST = 0.02  # log odds: smaller weights are left out
COVERED = 0.6  # of the body must be found on the page
MOST = 200.0  # what all blocks of a page may count; a body alone counts about 100
Rows = Sequence[Sequence[int]]


@dataclass
class Case:
    """A page as judged: its blocks' evidence, which of them are article, what each counts."""

    page: Page
    first: FirstPass
    rows: list[list[int]]
    truth: list[bool]
    counts: list[float]
    log_odds: list[float]


def case(page: Page) -> Case | None:
    """None where most of the body is not on the page."""
    try:
        columns = read_page(page.source, Source("")).columns
    except CleanerError:  # a page without text
        return None
    held = held_by(page.body, columns.texts)
    sizes = [len(tokens(text)) for text in columns.texts]
    body = len(tokens(page.body))
    if sum(size for size, own in zip(sizes, held, strict=True) if own) < COVERED * body:
        return None
    first = FirstPass(columns, lay_out(columns))
    rows = [[*chain.from_iterable(parts)] for parts in first.evidence()]
    counts = [100 * (sizes[k] + 3) / (body + 100) for k in first.blocks]
    share = MOST / max(MOST, sum(counts))
    return Case(page, first, rows, [held[k] for k in first.blocks], [share * count for count in counts], [])


def fit(rows: Rows, truth: Sequence[bool], counts: Sequence[float], names: int) -> np.ndarray:
    """Ridge logistic regression: one weight a name."""
    matrix, wanted, count = _matrix(rows, names), np.array(truth, float), np.array(counts)
    turned = matrix.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ weights
        chance = 1 / (1 + np.exp(-odds))
        value = float(count @ (np.logaddexp(0, odds) - wanted * odds)) + RIDGE / 2 * float(weights @ weights)
        return value, turned @ (count * (chance - wanted)) + RIDGE * weights

    best = minimize(loss, np.zeros(names), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.asarray(best.x)


def _matrix(rows: Rows, names: int) -> csr_matrix:
    numbers = [number for row in rows for number in row]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(len(numbers)), numbers, ends), shape=(len(rows), names))


def second_of(one: Case, places: Sequence[int]) -> list[list[int]]:
    """The evidence of the second pass on some blocks of a page, after `judge_first`."""
    return second.evidence(one.first, one.log_odds, [*map(second.probability, one.log_odds)], places)


def learn(cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    """The weights of both passes."""
    rows = [row for one in cases for row in one.rows]
    truth, counts = [true for one in cases for true in one.truth], [count for one in cases for count in one.counts]
    own = fit(rows, truth, counts, len(families.NAMES))
    judge_first(cases, own)
    open_to = [(one, second.doubtful(one.log_odds)) for one in cases]
    rows = [row for one, places in open_to for row in second_of(one, places)]
    truth = [one.truth[place] for one, places in open_to for place in places]
    counts = [one.counts[place] for one, places in open_to for place in places]
    return own, fit(rows, truth, counts, len(second.NAMES))


def judge_first(cases: Sequence[Case], own: np.ndarray) -> None:
    for one in cases:
        one.log_odds = [float(own[row].sum()) for row in one.rows]


def kept(cases: Sequence[Case], again: np.ndarray) -> list[list[int]]:
    """For each page the blocks that are kept, after `judge_first`; the phrase rules still to come."""
    found = []
    for one in cases:
        chances = [*map(second.probability, one.log_odds)]
        doubtful = second.doubtful(one.log_odds)
        for place, row in zip(doubtful, second_of(one, doubtful), strict=True):
            chances[place] = second.probability(float(again[row].sum()))
        found.append(keep(one.first, one.log_odds, chances, "balanced"))
    return found


def validate(cases: Sequence[Case], folds: int) -> list[tuple[Case, list[int]]]:
    """Each page with the blocks that weights fitted without its site keep."""
    sites = sorted({one.page.site for one in cases})
    random.Random(1).shuffle(sites)
    fold_of = {site: i % folds for i, site in enumerate(sites)}
    outcome = []
    for fold in range(folds):
        inside = [one for one in cases if fold_of[one.page.site] != fold]
        outside = [one for one in cases if fold_of[one.page.site] == fold]
        own, again = learn(inside)
        judge_first(outside, own)
        outcome += list(zip(outside, kept(outside, again), strict=True))
    return outcome


def score(one: Case, blocks: Sequence[int]) -> float:
    """F1 of the kept words, by block labels."""
    held = {k for k, true in zip(one.first.blocks, one.truth, strict=True) if true}
    size = {k: len(tokens(one.first.page.texts[k])) for k in {*held, *blocks}}
    hit = sum(size[k] for k in blocks if k in held)
    return 2 * hit / max(1, sum(size[k] for k in blocks) + sum(size[k] for k in held))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    args = parser.parse_args()
    cases = [one for one in map(case, pages()) if one is not None]
    if args.folds:
        scores = [score(one, blocks) for one, blocks in validate(cases, args.folds)]
        print(f"{len(scores)} pages, sites left out: mean F1 {np.mean(scores):.4f}")
    if args.write:
        own, again = learn(cases)
        data = {"about": ABOUT, "first": _named(families.NAMES, own), "second": _named(second.NAMES, again)}
        TARGET.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _named(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= LEAST}


if __name__ == "__main__":
    main()
