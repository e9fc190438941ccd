"""Shards on a real Dask cluster of two processes: the same bytes as on one machine, also when a worker is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.corpus.engines.dask import clean_on_cluster
from cleaner.corpus.inputs import find_shards
from cleaner.corpus.plan import Plan
from cleaner.corpus.runner import Job
from tests.command import call
from tests.corpus.crawl import records, start, tree

Client = pytest.importorskip("distributed").Client
_CLUSTER = """
import json, sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster("127.0.0.1", n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(json.dumps([cluster.scheduler_address, [nanny.pid for nanny in cluster.workers.values()]]), flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """The address of the scheduler, and the process ids of its workers."""
    script = tmp_path_factory.mktemp("cluster") / "cluster.py"
    script.write_text(_CLUSTER, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as it:
        assert it.stdout is not None
        address, pids = json.loads(it.stdout.readline())
        yield address, pids
        assert it.stdin is not None
        it.stdin.close()
        it.wait(20)


def test_the_cluster_gives_the_bytes_of_one_machine_though_a_worker_is_killed(
    cluster: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, pids = cluster
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for number in range(6):
        (crawl / f"{number}.jsonl").write_bytes(records(40, 100 * number) + b"broken\n")
    (crawl / "a.txt").write_text("One.\n", "utf-8")
    assert call("corpus", "clean", crawl, "-o", tmp_path / "one", "-j", "1").code == 3
    process = start(crawl, "-o", tmp_path / "many", "--scheduler", address)
    while not list((tmp_path / "many").glob("_done/*.json")) and process.poll() is None:
        time.sleep(0.02)
    os.kill(pids[0], signal.SIGKILL)
    said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 3, said
    assert tree(tmp_path / "many") == tree(tmp_path / "one")
    again = start(crawl, "-o", tmp_path / "many", "--scheduler", address)
    assert again.communicate(timeout=60)
    assert again.returncode == 3
    assert tree(tmp_path / "many") == tree(tmp_path / "one")


def test_results_that_are_lost_after_their_shards_were_done_are_no_failure(
    cluster: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, _ = cluster
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    for number in range(4):
        (crawl / f"{number}.jsonl").write_bytes(records(2, 10 * number))
    shards = find_shards([str(crawl)], str(out), "same").shards
    steps = clean_on_cluster(shards, Job(Plan(), str(out)), address)
    next(steps)
    while len(list(out.glob("_done/*.json"))) < 4:
        time.sleep(0.02)
    time.sleep(0.5)  # every result is told to the client, and none but the first asked for
    with Client(address, set_as_default=False) as client:
        for pid in client.run(os.getpid).values():  # all workers, and with them what they hold
            os.kill(pid, signal.SIGKILL)
    assert list(steps)[-1].documents == 8


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(records(1))
    done = call("corpus", "clean", tmp_path / "a.jsonl", "-o", tmp_path / "out", "--scheduler", "nonsense://here")
    assert done.code == 2
    assert "no Dask scheduler answers at 'nonsense://here'" in done.err
