"""Shards on a real Dask cluster of two processes: cleaned and learned from as on one machine, also when workers die."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from cleaner.corpus.engines import dask
from cleaner.corpus.inputs import find_shards, shards_of
from cleaner.corpus.learning.inputs import pages_of
from cleaner.corpus.learning.learn import sample_of
from cleaner.corpus.learning.sample import Sample
from cleaner.corpus.parts import Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.runner import Job
from cleaner.errors import CleanerError
from tests.bench.crawl import records as generated
from tests.command import call
from tests.corpus.crawl import records, start, stats, tree
from tests.docs import README

Client = pytest.importorskip("distributed").Client
_CLUSTER = """
import json, sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster("127.0.0.1", n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(json.dumps([cluster.scheduler_address, [nanny.pid for nanny in cluster.workers.values()]]), flush=True)
        sys.stdin.read()
"""
_WITHOUT_WORKERS = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster("127.0.0.1", n_workers=0, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.readline()
        cluster.scale(1)
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


def test_the_cluster_reads_and_writes_by_url(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    (tmp_path / "crawl" / "deep").mkdir(parents=True)
    (tmp_path / "crawl" / "a.jsonl").write_bytes(records(9) + b"broken\n")
    (tmp_path / "crawl" / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(records(9, 50)))
    assert call("corpus", "clean", tmp_path / "crawl", "-o", tmp_path / "one", "-j", "1").code == 3
    url = f"file://{tmp_path}"
    done = call("corpus", "clean", f"{url}/crawl", "-o", f"{url}/many", "--scheduler", cluster[0])
    assert done.code == 3, done.err
    assert "1 record failed" in done.err
    assert tree(tmp_path / "many") == tree(tmp_path / "one")


def test_fail_fast_ends_on_the_cluster_too(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(records(2) + b"broken\n")
    done = call(
        "corpus", "clean", tmp_path / "a.jsonl", "-o", tmp_path / "out", "--scheduler", cluster[0], "--fail-fast"
    )
    assert done.code == 3
    assert "a.jsonl, record 3: it is no valid JSON" in done.err
    assert not (tmp_path / "out" / "a.jsonl").exists()


def test_the_cluster_of_the_readme_is_one(tmp_path: Path) -> None:
    code = README.read_text("utf-8").split("<!-- cluster -->\n```python\n")[1].partition("```")[0]
    script = tmp_path / "cluster.py"
    script.write_text(code.replace("n_workers=8", "n_workers=1, dashboard_address=None"), "utf-8")
    (tmp_path / "a.jsonl").write_bytes(records(3))
    with subprocess.Popen(
        [sys.executable, script.name],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(README.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as it:
        assert it.stdout is not None
        address = it.stdout.readline().decode().strip()
        done = call("corpus", "clean", tmp_path / "a.jsonl", "-o", tmp_path / "out", "--scheduler", address)
        it.communicate(b"\n", timeout=30)
    assert (done.code, it.returncode) == (0, 0), done.err
    assert stats(tmp_path / "out")["documents"] == 3


def test_that_a_cluster_has_no_worker_is_told_and_the_run_begins_when_one_joins(tmp_path: Path) -> None:
    script = tmp_path / "cluster.py"
    script.write_text(_WITHOUT_WORKERS, "utf-8")
    (tmp_path / "a.jsonl").write_bytes(records(3))
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as it:
        assert it.stdin is not None
        assert it.stdout is not None
        address = it.stdout.readline().decode().strip()
        process = start(tmp_path / "a.jsonl", "-o", tmp_path / "out", "--scheduler", address)
        assert process.stderr is not None
        assert process.stderr.readline().decode() == (
            f"cleaner: the cluster at {address} has no worker; the run begins when one joins it\n"
        )
        it.stdin.write(b"\n")
        it.stdin.flush()
        said = process.communicate(timeout=60)[1].decode()
        it.stdin.close()
    assert process.returncode == 0, said
    assert stats(tmp_path / "out")["documents"] == 3


def test_what_fails_once_is_tried_again(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    with dask.cluster(cluster[0], pytest.fail) as workers:
        assert sorted(workers.map(partial(_unsteady, seen=str(tmp_path)), range(5))) == [0, 2, 4, 6, 8]
        with pytest.raises(CleanerError, match=r"a task failed on the cluster \(OSError: the store does not answer\)"):
            list(workers.map(partial(_unsteady, seen=""), range(5)))


def _unsteady(number: int, seen: str) -> int:
    """Twice the number, if it was asked before and that was noted."""
    note = Path(seen, str(number))
    if not seen or not note.exists():
        if seen:
            note.touch()
        raise OSError("the store does not answer")
    return 2 * number


def test_results_that_are_lost_after_their_shards_were_done_are_no_failure(
    cluster: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, _ = cluster
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    for number in range(4):
        (crawl / f"{number}.jsonl").write_bytes(records(2, 10 * number))
    shards = find_shards([str(crawl)], str(out), "same").shards
    steps = dask.clean_on_cluster(shards, Job(Plan(), str(out)), address, pytest.fail)
    next(steps)
    while len(list(out.glob("_done/*.json"))) < 4:
        time.sleep(0.02)
    time.sleep(0.5)  # every result is told to the client, and none but the first asked for
    kill_all(address)
    assert list(steps)[-1].documents == 8


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A crawl of three sites in six shards of several kinds."""
    folder = tmp_path_factory.mktemp("sites")
    lines = [*generated(900_000, sites=3)]
    for number in range(5):
        (folder / f"{number}.jsonl").write_bytes(b"".join(lines[number::6]))
    (folder / "5.jsonl.gz").write_bytes(gzip.compress(b"".join(lines[5::6])))
    return folder


def test_the_cluster_learns_the_bytes_that_one_machine_learns(
    cluster: tuple[str, list[int]], sites: Path, tmp_path: Path
) -> None:
    address, _ = cluster
    one, many = tmp_path / "one.toml", tmp_path / "many.toml"
    alone = call("corpus", "learn", sites, "-o", one, "-j", "1")
    together = call("corpus", "learn", sites, "-o", many, "--scheduler", address)
    assert (alone.code, together.code) == (0, 0), together.err
    assert together.err.replace(str(many), str(one)) == alone.err
    assert one.read_text("utf-8").count("[[site]]") == 3
    assert many.read_bytes() == one.read_bytes()


def test_samples_that_are_lost_with_their_workers_are_made_again(
    cluster: tuple[str, list[int]], sites: Path, tmp_path: Path
) -> None:
    address, _ = cluster
    shards = shards_of([str(sites)])
    (tmp_path / "seen").mkdir()
    work = partial(_sample, seen=str(tmp_path / "seen"))
    alone, together = Sample(), Sample()
    for shard in shards:
        alone.merge(sample_of(shard, partial(pages_of, field=""), 1, 0))
    with dask.cluster(address, pytest.fail) as workers:
        results = workers.map(work, shards)
        together.merge(next(results))
        while len(list((tmp_path / "seen").iterdir())) < len(shards):
            time.sleep(0.02)
        time.sleep(0.5)  # every result is told to the client, and none but the first asked for
        kill_all(address)
        for sample in results:
            together.merge(sample)
    assert together.read == alone.read > 100
    assert dict(together.pages()) == dict(alone.pages())
    assert max(int(path.read_text()) for path in (tmp_path / "seen").iterdir()) > 1  # some were made again


def _sample(shard: Shard, seen: str) -> Sample:
    """The sample of a shard, and a note of how often it was made."""
    note = Path(seen, shard.name)
    sample = sample_of(shard, partial(pages_of, field=""), 1, 0)
    note.write_text(str(1 + int(note.read_text() if note.exists() else 0)))
    return sample


def test_what_a_worker_cannot_read_is_told(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but no more")
    done = call("corpus", "learn", tmp_path, "-o", tmp_path / "rules.toml", "--scheduler", cluster[0])
    assert done.code == 2
    assert "a.parquet: it is no whole parquet file" in done.err
    assert not (tmp_path / "rules.toml").exists()


def kill_all(address: str) -> None:
    """Kill every worker of a cluster, and with it what it holds; its nanny starts a new one."""
    with Client(address, set_as_default=False) as client:
        for pid in client.run(os.getpid).values():
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("command", ["clean", "learn"])
def test_no_scheduler_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(records(1))
    done = call("corpus", command, tmp_path / "a.jsonl", "-o", tmp_path / "out", "--scheduler", "nonsense://here")
    assert done.code == 2
    assert "no Dask scheduler answers at 'nonsense://here'" in done.err
