"""Fits judging/weights.tsv: what each piece of evidence says, learnt from labelled documents instead of guessed.

    python -m tests.bench.fit_weights [--folds N] [--write [TABLE]]

Data: the hand-labelled texts and the flattened pages of the shared sets (tests/bench/pages.py). Three logistic
regressions with a small ridge: each line (article or not), then each side of the article as a whole (furniture or not),
then each place where the article may end (the end or not).
--folds N: cross-validation by document, accuracy on the part left out. Needs numpy and scipy (extra `fit`).
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from cleaner.document import Source, Verdict
from cleaner.judging.detectors.article_end import NAMES, Ends
from cleaner.judging.detectors.main_region import find as find_region
from cleaner.judging.detectors.main_region import tail_names
from cleaner.judging.detectors.stretch import article_span, core
from cleaner.judging.evidence import Evidence, side_names, weigh, weights
from cleaner.judging.judge import DETECTORS
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.reading.text import read_text
from cleaner.rules.choose import languages_of, rulebook
from tests.bench.pages import Labelled, labelled_pages, labelled_texts

TARGET = Path(__file__).parents[2] / "cleaner" / "judging" / "weights.tsv"
RIDGE = {"line": 2e-4, "side": 1e-3, "end": 1e-3}
STRAYS = 0.003  # share of a body that may seem to stand after its end: labels are by words, and words come again


@dataclass(frozen=True)
class Case:
    """A labelled document with its evidence gathered."""

    document: Labelled
    scene: Scene
    verdicts: list[Verdict]
    evidence: Evidence

    @property
    def taken(self) -> dict[int, Verdict]:
        """What is taken when the end of the article is looked for: the main region has been found."""
        return settle([*self.verdicts, *find_region(self.scene, settle(self.verdicts))])


@dataclass(frozen=True)
class Row:
    """One observation: its evidence by name, what is true, how much it counts."""

    names: tuple[str, ...]
    truth: bool
    weight: float


def cases() -> Iterator[Case]:
    """All labelled documents that hold prose."""
    for document in (*labelled_texts(), *labelled_pages()):
        text = "\n".join(" ".join(line.split()) for line in document.lines)
        scene = Scene.of(read_text(Source(text)).blocks, rulebook(languages_of(text)))
        if scene.prose and len(scene.blocks) == len(document.labels):
            verdicts = list(find_by_rules(scene.blocks, scene.marks))
            for detector in DETECTORS:
                verdicts += detector.find(scene)
            taken = {i: verdict.kind for i, verdict in settle(verdicts).items()}
            yield Case(document, scene, verdicts, Evidence(scene, taken))


def line_rows(data: Iterable[Case]) -> Iterator[Row]:
    """Every counted line; a long document counts more than a short one, but less than its length says."""
    for case in data:
        counted = [i for i, label in enumerate(case.document.labels) if label >= 0]
        for i in counted:
            yield Row(case.evidence.of(i), case.document.labels[i] == 1, case.document.weight / len(counted) ** 0.6)


def side_rows(data: Iterable[Case], line_table: dict[str, float]) -> Iterator[Row]:
    """What lies before and after the stretch of most worth, whole and only up to the nearest marked line."""
    for case in data:
        labels, last = case.document.labels, len(case.document.labels)
        span = article_span([weigh(case.evidence.of(i), line_table) for i in range(last)])
        start, stop = core(case.scene, case.evidence, *span)
        first_edge = max((i + 1 for i in case.evidence.marked if i < start), default=0)
        last_edge = min((i for i in case.evidence.marked if i >= stop), default=last)
        heads = {(0, start), (first_edge, start)}
        for low, high in sorted(heads | {(stop, last), (stop, last_edge)}):
            counted = [label for label in labels[low:high] if label >= 0]
            if counted:
                is_head = (low, high) in heads
                names = (
                    side_names(case.evidence, low, high, "head")
                    if is_head
                    else tail_names(case.scene, case.evidence, low, high)
                )
                yield Row(names, sum(counted) < 0.2 * len(counted), max(1.0, case.document.weight))


def end_rows(data: Iterable[Case]) -> Iterator[Row]:
    """The places where each article may end; a body alone, which ends nowhere before its last line, counts fully."""
    for case in data:
        document = case.document
        sizes = [len(line) * (label == 1) for line, label in zip(document.lines, document.labels, strict=True)]
        ends = Ends(case.scene, case.taken)
        for place in ends.places:
            names = tuple(f"{name}-{step}" for name, step in zip(NAMES, ends.evidence(place), strict=True))
            is_end = sum(sizes[place:]) <= STRAYS * sum(sizes)
            yield Row(names, is_end, max(1.0, document.weight) / len(ends.places) ** 0.6)


def fit(rows: list[Row], ridge: float) -> dict[str, float]:
    """The weights by name that minimise the weighted logistic loss."""
    names = ["bias", *sorted({name for row in rows for name in row.names})]
    place = {name: i for i, name in enumerate(names)}
    matrix = csr_matrix(
        (
            np.ones(sum(1 + len(row.names) for row in rows)),
            [i for row in rows for i in (0, *(place[name] for name in row.names))],
            np.cumsum([0, *(1 + len(row.names) for row in rows)]),
        ),
        shape=(len(rows), len(names)),
    )
    truth, weight = np.array([row.truth for row in rows], float), np.array([row.weight for row in rows])
    weight /= weight.sum()

    def loss(beta: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, object]:
        odds = matrix @ beta
        value = (weight * np.logaddexp(0, np.where(truth > 0, -odds, odds))).sum() + ridge * (beta**2).sum()
        return value, matrix.T @ (weight * (1 / (1 + np.exp(-odds)) - truth)) + 2 * ridge * beta

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(value), 2) for name, value in zip(names, best.x, strict=True)}


def accuracy(rows: list[Row], table: dict[str, float]) -> float:
    right = sum(row.weight for row in rows if (weigh(row.names, table) > 0) == row.truth)
    return right / sum(row.weight for row in rows)


def learn(data: list[Case]) -> dict[str, dict[str, float]]:
    lines = fit(list(line_rows(data)), RIDGE["line"])
    sides, ends = fit(list(side_rows(data, lines)), RIDGE["side"]), fit(list(end_rows(data)), RIDGE["end"])
    return {"line": lines, "side": sides, "end": ends}


def validate(data: list[Case], folds: int) -> None:
    """Accuracy on documents that were left out; a page and its own body are left out together."""
    names = sorted({case.document.name.removesuffix(" (body)") for case in data})
    fold_of = {name: i % folds for i, name in enumerate(names)}
    for fold in range(folds):
        inside = [case for case in data if fold_of[case.document.name.removesuffix(" (body)")] != fold]
        outside = [case for case in data if fold_of[case.document.name.removesuffix(" (body)")] == fold]
        tables = learn(inside)
        lines, sides = list(line_rows(outside)), list(side_rows(outside, tables["line"]))
        print(f"fold {fold}: lines {accuracy(lines, tables['line']):.4f}, sides {accuracy(sides, tables['side']):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument(
        "--write", nargs="?", const="", metavar="TABLE", help=f"write {TARGET.name}, or one table of it"
    )
    args = parser.parse_args()
    data = list(cases())
    if args.folds:
        validate(data, args.folds)
    tables = learn(data)
    if args.write:
        tables = {name: weights(name) for name in tables} | {args.write: tables[args.write]}
    rows = [(table, name, odds) for table, names in tables.items() for name, odds in names.items()]
    text = "".join(f"{table}\t{name}\t{odds:g}\n" for table, name, odds in rows)
    if args.write is not None:
        TARGET.write_text(text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
