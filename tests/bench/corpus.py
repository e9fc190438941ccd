"""What a corpus costs beside the bare cleaning of its texts, what workers add, and that memory does not grow.

    python -m tests.bench.corpus [--size 200]

CPU time and peaks of memory, so that a busy machine does not change the outcome much; the records are own sentences.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cleaner.cleaning import clean_text
from cleaner.corpus.parts import Block
from cleaner.corpus.plan import Plan
from cleaner.corpus.work import clean_block
from tests.corpus.crawl import records

MOST_PEAK, MOST_GROWTH = 150, 1.1  # MiB of a process; of the large corpus beside the small one
MOST_BESIDE = 1.4  # of the cost of bare cleaning
MOST_BY_WORKERS = 2 / 1.7  # of the CPU time of one process: then two of them are 1.7 times as fast
SMALL = 10  # MB


def crawl(path: Path, megabytes: float) -> None:
    """Records until they are so many bytes."""
    with path.open("wb") as file:
        start = 0
        while file.tell() < megabytes * 1e6:
            file.write(records(500, start))
            start += 500


def beside_bare(data: bytes) -> float:
    """Cost of a block beside that of its texts alone, the least of three turns."""
    texts = [json.loads(line)["text"] for line in data.splitlines()]
    block, plan = Block("a.jsonl", "jsonl", "", 1, data), Plan()
    ratios = []
    for _ in range(3):
        start = time.process_time()
        clean_block(block, plan)
        middle = time.process_time()
        for text in texts:
            clean_text(text)
        ratios.append((middle - start) / (time.process_time() - middle))
    return min(ratios)


def run(path: Path, out: Path, jobs: int) -> tuple[float, float]:
    """CPU seconds of a run in all its processes, and MiB of the largest one at its peak."""
    command = [sys.executable, "-m", "cleaner", "corpus", "clean", str(path), "-o", str(out), "-j", str(jobs)]
    before = os.times()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, *(_peak(pid) for pid in _family(process.pid)))
        time.sleep(0.05)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, peak


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return [pid, *map(int, children.read_text().split())] if children.exists() else [pid]


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=200, help="MB of the large corpus")
    size = parser.parse_args().size
    beside = beside_bare(records(800))
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.jsonl"), Path(folder, "large.jsonl")
        crawl(small, SMALL)
        crawl(large, size)
        _, low = run(small, Path(folder, "small"), 2)
        two, high = run(large, Path(folder, "two"), 2)
        one, _ = run(large, Path(folder, "one"), 1)
    print(f"a record costs {beside:.2f} times its bare text (at most {MOST_BESIDE:g})")
    print(f"two workers cost {two / one:.2f} times the CPU time of one process (at most {MOST_BY_WORKERS:.2f})")
    print(f"{size / one:.1f} MB/s of one core, with everything, for records of {len(records(800)) / 800e3:.1f} KB")
    print(f"peak of a process: {low:.0f} MiB for {SMALL} MB, {high:.0f} MiB for {size:g} MB (at most {MOST_PEAK})")
    return int(beside > MOST_BESIDE or two / one > MOST_BY_WORKERS or high > min(MOST_PEAK, low * MOST_GROWTH))


if __name__ == "__main__":
    raise SystemExit(main())
