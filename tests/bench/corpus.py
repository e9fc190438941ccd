"""What a corpus costs: beside the bare cleaning of its texts, by workers, on a Dask cluster, in memory; and what a
terabyte would cost.

    python -m tests.bench.corpus [--size 200] [--dask]

CPU time and peaks of memory do not change much on a busy machine; what is measured by the clock needs a quiet one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cleaner.cleaning import clean_text
from cleaner.corpus.extras import needed
from cleaner.corpus.parts import Block
from cleaner.corpus.plan import Plan
from cleaner.corpus.work import clean_block
from tests.bench.crawl import MEGABYTE, records

MOST_PEAK, MOST_GROWTH = 150, 1.1  # MiB of a process; of the large corpus beside the small one
MOST_BESIDE = 1.4  # of the cost of bare cleaning
LEAST_BY_WORKERS = 1.7  # times as fast with two processes, where two cores are free
SMALL = 10  # MB
SITES, SHARDS = 20, 8
TERABYTE = 1_000_000  # MB
CORES = (1, 16, 256)
CORE_HOUR = 0.04  # dollars: what a core of a rented machine costs, more or less


class Run(NamedTuple):
    """Of all its processes: seconds by the clock, CPU seconds, MiB of the largest at its peak."""

    seconds: float
    cpu: float
    peak: float


def write_crawl(folder: Path, megabytes: float) -> None:
    """Shards of equal size, some more or less."""
    folder.mkdir()
    files = [(folder / f"{number}.jsonl").open("wb") for number in range(SHARDS)]
    for number, line in enumerate(records(int(megabytes * MEGABYTE), SITES)):
        files[number // SITES % SHARDS].write(line)
    for file in files:
        file.close()


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


def run(crawl: Path, *options: str) -> Run:
    """Clean it. The CPU time of a cluster is not in it, for its processes are not ours."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "cleaner", "corpus", "clean", str(crawl), "-o", out, *options]
        before, start, peak = os.times(), time.monotonic(), 0.0
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, *(_peak(pid) for pid in _family(process.pid)))
            time.sleep(0.05)
        seconds, after = time.monotonic() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, peak)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return [pid, *map(int, children.read_text().split())] if children.exists() else [pid]


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a Dask scheduler on this machine."""
    made = needed("distributed", "dask").LocalCluster
    with made("127.0.0.1", n_workers=workers, threads_per_worker=1, dashboard_address=None) as it:
        yield it.scheduler_address


def print_scaling(crawl: Path, size: float) -> None:
    """How much faster two workers of a cluster are than one."""
    seconds = []
    for workers in (1, 2):
        with cluster(workers) as address:
            seconds.append(run(crawl, "--scheduler", address).seconds)
        print(
            f"Dask, {workers} worker{'s' * (workers > 1)}: {seconds[-1]:.1f} s, {size / seconds[-1]:.1f} MB/s, "
            f"{seconds[0] / seconds[-1]:.2f} times one"
        )


def print_model(per_core: float, efficiency: float) -> None:
    """per_core: MB a CPU second; efficiency: what a process yields beside others, of what it yields alone."""
    for cores in CORES:
        share = efficiency if cores > 1 else 1.0
        hours = TERABYTE / (per_core * cores * share) / 3600
        print(f"1 TB on {cores} core{'s' * (cores > 1)}: {hours:,.1f} hours, {hours * cores * CORE_HOUR:.2f} dollars")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=200, help="MB of the large corpus")
    parser.add_argument("--dask", action="store_true", help="on a cluster of one and of two workers too")
    asked = parser.parse_args()
    beside = beside_bare(b"".join(records(3 * MEGABYTE, SITES)))
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        write_crawl(small, SMALL)
        write_crawl(large, asked.size)
        low = run(small, "-j", "2")
        one, two = (run(large, "-j", jobs) for jobs in "12")
        by_clock, by_cpu = one.seconds / two.seconds, 2 * one.cpu / two.cpu
        print(f"a record costs {beside:.2f} times its bare text (at most {MOST_BESIDE:g})")
        print(f"{asked.size / one.cpu:.2f} MB a CPU second of one process, everything on")
        print(
            f"-j 2 is {by_clock:.2f} times as fast as -j 1 by the clock ({two.seconds:.1f} s, {one.seconds:.1f} s), "
            f"{by_cpu:.2f} by CPU time (at least {LEAST_BY_WORKERS:g} by one of them)"
        )
        print(f"peak of a process: {low.peak:.0f} MiB for {SMALL} MB, {two.peak:.0f} for {asked.size:g} MB")
        if asked.dask:
            print_scaling(large, asked.size)
    print_model(asked.size / one.cpu, by_cpu / 2)
    grows = two.peak > min(MOST_PEAK, low.peak * MOST_GROWTH)
    return int(beside > MOST_BESIDE or max(by_clock, by_cpu) < LEAST_BY_WORKERS or grows)


if __name__ == "__main__":
    raise SystemExit(main())
