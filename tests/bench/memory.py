"""Many documents in one process: resident memory stays flat after the first ones. One run.

    python -m tests.bench.memory [--small]

The documents are the fixtures' own, texts and pages, each time with other words in it, cleaned, explained and written
in every form in turn; some are hostile.
"""

import argparse
from pathlib import Path

import cleaner
from cleaner import CleanerError
from tests.bench.speed import PAGES, unlike
from tests.torture.cases import CASES

HTML = PAGES.parent / "html"
MANY, FIRST = 100_000, 5_000  # documents in all; after how many memory must have settled
WARM = 2_000  # documents that fill the memos of words, however few there are in all
GROWTH = 1.10  # times what it was then, at most
PAGE_SIZE = 4096
HOSTILE = [case.data for case in CASES.values() if len(case.data) < 20_000]


def resident() -> float:
    """Megabytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE_SIZE / 1e6


def work(source: str | bytes, turn: int) -> None:
    """One document, and now and then what people ask of its outcome."""
    try:
        result = cleaner.clean(source)
    except CleanerError:
        return
    if turn % 10 == 0:
        cleaner.markdown(result)
    if turn % 10 == 1:
        cleaner.explain(source)
    if turn % 10 == 2:
        cleaner.normalize(result.text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="a twentieth of the documents")
    share = 20 if parser.parse_args().small else 1
    texts = [path.read_text("utf-8") for folder in (PAGES, HTML) for path in sorted(folder.glob("*/source.*"))]
    first = max(FIRST // share, WARM)
    settled = largest = 0.0
    for turn in range(MANY // share):
        if turn % 50 == 49:
            work(HOSTILE[turn // 50 % len(HOSTILE)], turn)
        else:
            work(unlike(texts[turn % len(texts)], turn), turn)
        if turn == first:
            settled = resident()
        if turn > first and turn % 100 == 0:
            largest = max(largest, resident())
    print(f"{MANY // share:,} documents: {settled:.0f} MB after {first:,}, {largest:.0f} MB at most later")
    return int(largest > GROWTH * settled)


if __name__ == "__main__":
    raise SystemExit(main())
