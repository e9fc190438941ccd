"""Killed, full, broken, twice at once: nothing is lost, and a run that goes on ends as one that was never disturbed."""

import gzip
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.corpus.inputs import find_shards
from cleaner.corpus.plan import Plan
from cleaner.corpus.runner import Job, clean_shards, write_stats
from tests.corpus.crawl import records, rows, start, stats, text_of, tree

MOMENTS = int(os.environ.get("KILLS", "3"))  # at which a run is killed; more by hand


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some shards of each kind, enough work for a second or two."""
    folder = tmp_path_factory.mktemp("crawl")
    for number in range(4):
        (folder / f"{number}.jsonl").write_bytes(records(60, 1000 * number) + b"broken\n")
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(records(40, 9000)))
    for number in range(30):
        (folder / f"{number}.txt").write_text(text_of(number), "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """What a run gives that nobody disturbs, and its seconds."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    begin = time.monotonic()
    finish(start(crawl, "-o", out, "-j", "2"))
    return tree(out), time.monotonic() - begin


def finish(process: "subprocess.Popen[bytes]", code: int = 3) -> str:
    """Wait for the end; the code is 3, for some records are broken."""
    said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == code, said
    assert "Traceback" not in said
    return said


def children(process: "subprocess.Popen[bytes]") -> list[int]:
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in path.read_text().split()]


def workers(process: "subprocess.Popen[bytes]") -> list[int]:
    """The workers among the children; another one is the resource tracker of multiprocessing."""
    found = []
    for pid in children(process):
        if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
            found.append(pid)
    return found


def wait_for_a_shard(process: "subprocess.Popen[bytes]", out: Path) -> None:
    """Until a run has done one of its shards, and is at work on the next."""
    while not list(out.glob("_done/*.json")):
        assert process.poll() is None
        time.sleep(0.01)


def is_gone(leader: "subprocess.Popen[bytes]") -> bool:
    """Whether every process of a group has ended, or does so in a while."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            os.killpg(leader.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_at_any_moment_and_run_again_gives_the_same_bytes(
    moment: int, crawl: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    expected, seconds = undisturbed
    jobs = str(1 + moment % 2)
    process = start(crawl, "-o", tmp_path / "out", "-j", jobs)
    time.sleep(random.Random(moment).uniform(0.1, 1.0) * seconds)
    process.kill()
    process.communicate()
    finish(start(crawl, "-o", tmp_path / "out", "-j", jobs))
    assert tree(tmp_path / "out") == expected  # no temporary file is left either


@pytest.mark.parametrize("many", [1, 2])
def test_workers_that_are_killed_cost_nothing(
    many: int, crawl: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    process = start(crawl, "-o", tmp_path / "out", "-j", "2")
    wait_for_a_shard(process, tmp_path / "out")
    for pid in workers(process)[:many]:
        os.kill(pid, signal.SIGKILL)
    finish(process)
    assert tree(tmp_path / "out") == undisturbed[0]


def test_a_block_that_kills_every_worker_ends_the_run_with_a_word(crawl: Path, tmp_path: Path) -> None:
    process = start(crawl, "-o", tmp_path / "out", "-j", "2")
    end = time.monotonic() + 50
    while process.poll() is None and time.monotonic() < end:
        try:
            for pid in workers(process):
                os.kill(pid, signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            continue
    said = finish(process)
    assert "workers were killed over the block of record" in said
    finish(start(crawl, "-o", tmp_path / "out", "-j", "2"))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_asked_to_end_it_leaves_no_half_and_no_process(
    number: signal.Signals, code: int, crawl: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    expected = undisturbed[0]
    process = start(crawl, "-o", tmp_path / "out", "-j", "2", start_new_session=True)
    wait_for_a_shard(process, tmp_path / "out")
    os.killpg(process.pid, number)
    finish(process, code)
    assert is_gone(process)
    there = tree(tmp_path / "out")
    assert all(expected[name] == data for name, data in there.items())
    finish(start(crawl, "-o", tmp_path / "out", "-j", "2"))
    assert tree(tmp_path / "out") == expected


def test_no_worker_outlives_a_killed_run(crawl: Path, tmp_path: Path) -> None:
    process = start(crawl, "-o", tmp_path / "out", "-j", "2", start_new_session=True)
    while not workers(process):
        time.sleep(0.02)
    process.kill()
    process.communicate()
    assert is_gone(process)


def test_a_full_disk_is_told_and_the_next_run_goes_on(
    crawl: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    said = finish(start(crawl, "-o", tmp_path / "out", "-j", "2", preexec_fn=limit))
    assert "cannot be written (File too large)" in said
    assert not (tmp_path / "out" / "0.jsonl").exists()
    finish(start(crawl, "-o", tmp_path / "out", "-j", "2"))
    assert tree(tmp_path / "out") == undisturbed[0]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 64 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None or not mount(place, "64k"):
        pytest.skip("this machine lets us mount no disk of our own, which needs root")
    yield place
    subprocess.run(["umount", place], check=True)


def mount(place: Path, size: str, *options: str) -> bool:
    """Mount a disk in memory, or with "remount" give it another size; whether that went well."""
    command = ["mount", "-t", "tmpfs", "-o", ",".join((f"size={size}", *options)), "tmpfs", str(place)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def without_ways(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a run without the ways from OUT to the documents, which are others from another disk."""
    return {name: re.sub(rb', "files": {[^{}]*}(?=}\n$)', b"", data) for name, data in files.items()}


@pytest.mark.parametrize("left", [0, 4, 40, 300])
def test_a_disk_that_is_really_full_is_told_and_the_next_run_goes_on(
    left: int, crawl: Path, undisturbed: tuple[dict[str, bytes], float], disk: Path
) -> None:
    assert mount(disk, f"{64 + left}k", "remount")
    (disk / "ballast").write_bytes(bytes(2**16))
    for jobs in ("1", "2"):
        said = finish(start(crawl, "-o", disk / "out", "-j", jobs), 3 if left else 2)
        assert said.count("\n") == 1
        assert f"{disk}/out" in said
        assert "cannot be written (No space left on device); mend that" in said
    assert mount(disk, "16m", "remount")
    finish(start(crawl, "-o", disk / "out", "-j", "2"))
    assert without_ways(tree(disk / "out")) == without_ways(undisturbed[0])


def test_of_two_runs_at_once_the_second_is_refused(
    crawl: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    first = start(crawl, "-o", tmp_path / "out", "-j", "1")
    while not (tmp_path / "out" / ".cleaner-lock").exists() or not (tmp_path / "out" / ".cleaner-lock").read_text():
        time.sleep(0.01)
    said = finish(start(crawl, "-o", tmp_path / "out", "-j", "1"), 2)
    assert f"another run (process {first.pid} on " in said
    finish(first)
    assert tree(tmp_path / "out") == undisturbed[0]


def test_a_file_cut_short_gives_its_records_and_the_break_is_told(tmp_path: Path) -> None:
    whole = gzip.compress(records(100))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) * 2 // 3])
    (tmp_path / "b.jsonl").write_bytes(records(2))
    finish(start(tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl", "-o", tmp_path / "out", "-j", "1"))
    found = gzip.decompress((tmp_path / "out" / "a.jsonl.gz").read_bytes()).splitlines()
    [row] = rows(tmp_path / "out" / "failed" / "a.jsonl.gz.jsonl")
    assert 0 < len(found) == row["number"] - 1 < 100
    assert "cut short" in row["reason"]
    assert records(100).splitlines()[len(found)].startswith(row["record"].encode())
    assert (stats(tmp_path / "out")["documents"], stats(tmp_path / "out")["failed"]) == (len(found) + 2, 1)


def test_a_shard_that_cannot_be_opened_is_told_and_tried_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_bytes(records(2))
    out = tmp_path / "out"
    shards = find_shards([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")], str(out), "same").shards
    (tmp_path / "a.jsonl").rename(tmp_path / "away")
    steps = list(clean_shards(shards, Job(Plan(), str(out))))
    assert [step.unreadable.partition(":")[0] for step in steps if step.unreadable] == ["a.jsonl"]
    write_stats(Job(Plan(), str(out)))
    assert sorted(tree(out)) == ["_done/b.jsonl.json", "b.jsonl", "removed/b.jsonl.jsonl", "stats.json"]
    (tmp_path / "away").rename(tmp_path / "a.jsonl")
    list(clean_shards(shards, Job(Plan(), str(out))))
    assert (out / "a.jsonl").read_bytes() == (out / "b.jsonl").read_bytes()
