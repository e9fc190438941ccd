"""How fast the plan is beside `ftfy.fix_text` on the same texts, and whether its cost is linear. CPU time, one run.

    python -m tests.bench.orthography

Texts: the Arabic pages of the fixtures as they are; the same ones with every mechanical step done; and of these the
prose that one glance finds clean, which is what most articles are.
"""

import time
from collections.abc import Callable, Sequence

import ftfy

from cleaner.normalize.glance import doubtful_lines
from cleaner.normalize.repair import Orthography, repair
from tests.bench.speed import PAGES
from tests.test_repair import HOSTILE

WITHOUT_SPELLING = Orthography(skip=frozenset({"spelling"}))
FLOORS = {"as found": 4.0, "mended": 4.0, "clean": 20.0}  # times ftfy, at least, for the mechanical steps
DOUBLING = 3.0  # cost of twice the input, at most


def mechanical(text: str) -> object:
    return repair(text, WITHOUT_SPELLING)


def cost(work: Callable[[str], object], texts: Sequence[str], turns: int = 5) -> float:
    """CPU seconds of the best turn."""
    spent = []
    for _ in range(turns):
        start = time.process_time()
        for text in texts:
            work(text)
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> int:
    found = [path.read_text("utf-8") for path in sorted(PAGES.glob("ar-*/source.txt"))]
    mended = [repair(text, WITHOUT_SPELLING).text for text in found]
    sets = {"as found": found, "mended": mended, "clean": [text for text in mended if not doubtful_lines(text)]}
    failed = False
    for name, texts in sets.items():
        size = sum(len(text.encode()) for text in texts) / 1e6
        ours, whole, theirs = cost(mechanical, texts), cost(repair, texts), cost(ftfy.fix_text, texts, turns=2)
        print(
            f"{name}: steps {size / ours:.0f} MB/s, {theirs / ours:.1f} times ftfy (at least {FLOORS[name]:g})",
            end="; ",
        )
        print(f"with spelling {size / whole:.1f} MB/s, {theirs / whole:.1f} times")
        failed |= theirs / ours < FLOORS[name]
    doublings = {name: cost(mechanical, [4 * text]) / cost(mechanical, [2 * text]) for name, text in HOSTILE.items()}
    worst = max(doublings, key=doublings.__getitem__)
    print(f"twice the input costs {doublings[worst]:.2f} times as much at worst ({worst}; at most {DOUBLING:g})")
    return int(failed or doublings[worst] > DOUBLING)


if __name__ == "__main__":
    raise SystemExit(main())
