"""All that a report tells, read from OUT in one pass over what was removed, one over what failed."""

from typing import NamedTuple

from cleaner.corpus.report.failures import Failure, failures
from cleaner.corpus.report.kept import Kept, kept_texts
from cleaner.corpus.report.reading import Stats, read_stats, shards_beside
from cleaner.corpus.report.samples import Rule, Sample, sampled

_SAMPLES = 6


class Report(NamedTuple):
    """rules: reason and examples by id; samples: documents; kept: what stayed of them, by their digests."""

    stats: Stats
    rules: dict[str, Rule]
    failures: list[Failure]
    samples: list[Sample]
    kept: dict[bytes, Kept]


def read_report(out: str, *, samples: bool) -> Report:
    """Read a report. samples: whether documents are wanted, for which the output is read too. Raises CleanerError."""
    stats = read_stats(out)
    sampler = sampled(shards_beside(out, "removed"))
    failed = failures(shards_beside(out, "failed"))
    documents = sampler.documents(_SAMPLES) if samples else []
    return Report(stats, sampler.rules, failed, documents, kept_texts(out, documents))
