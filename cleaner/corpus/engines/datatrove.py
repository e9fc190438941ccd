"""A step for datatrove's pipelines: the text of each document that passes is cleaned, its metadata stay.

datatrove's own statistics tell what happened, and add up over its tasks:

- `total`, `forwarded`, `dropped`: documents, counted as its filters do; `dropped_failed`, `dropped_empty`: why
- `changed`, `guarded`, `failed`, `empty`: documents; guarded ones are kept whole, for the rules misread them
- `chars_in`, `chars_out`, `lines_removed`, `lines_removed_KIND`, `mended_STEP`: sums, with mean and spread
"""

from collections import Counter
from contextlib import nullcontext
from typing import Literal

from cleaner.cleaning import clean_document
from cleaner.corpus.extras import needed
from cleaner.errors import CleanerError, UsageError
from cleaner.files import Format, read_string
from cleaner.judging.page.mode import Mode
from cleaner.limits import USUAL, Limits, within
from cleaner.normalize.repair import AS_USUAL, Orthography
from cleaner.outcome import CleanDocument
from cleaner.rules.choice import EVERYTHING, Choice

needed("datatrove", "datatrove orjson")

from datatrove.data import Document, DocumentsPipeline  # noqa: E402 - where it is missing, a sentence comes first
from datatrove.pipeline.formatters.base import BaseFormatter  # noqa: E402
from datatrove.pipeline.writers.disk_base import DiskWriter  # noqa: E402
from datatrove.utils.logging import logger  # noqa: E402
from datatrove.utils.typeshelper import StatHints  # noqa: E402

ERROR, REASON = "cleaner_error", "filter_reason"  # in the metadata; the second is the name that datatrove gives it
_FAILED, _EMPTY = "failed", "empty"


class Cleaner(BaseFormatter):  # type: ignore[misc] # datatrove has no types
    """Cleans `Document.text`. A document's `metadata["url"]` tells its site.

    choice: which rules run, and rules of your own; orthography: what is mended in the lines that stay; mode: how sure a
    block of an HTML page must be to stay; format: "text" takes every text as plain text; limits: what one document may
    cost.

    A document that cannot be cleaned passes as it came, with the reason in `metadata["cleaner_error"]`; one of which
    nothing is left passes empty. drop: "failed", "empty" or both, to drop these instead; they go, with the text that
    they came with, to the exclusion_writer, if there is one.
    """

    name = "🧽 Cleaner"

    def __init__(  # noqa: PLR0913 - all by name
        self,
        *,
        choice: Choice = EVERYTHING,
        orthography: Orthography = AS_USUAL,
        mode: Mode = "balanced",
        format: Format = "auto",
        limits: Limits = USUAL,
        drop: tuple[Literal["failed", "empty"], ...] = (),
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__()
        if unknown := sorted({*drop}.difference((_FAILED, _EMPTY))):
            raise UsageError(f"drop names {unknown}; it is a tuple of 'failed', 'empty', both or none")
        self.choice, self.orthography, self.mode, self.reads = choice, orthography, mode, format
        self.limits, self.drop, self.exclusion_writer = limits, drop, exclusion_writer

    def format(self, text: str) -> str:
        """The article of a text of no known site."""
        return self._cleaned(text, "<text>", "").text

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002
        """The documents, cleaned; what datatrove calls for each task."""
        with self.exclusion_writer or nullcontext() as writer:
            for document in data or ():
                self.stat_update(StatHints.total)
                with self.track_time():
                    text, fault = self._outcome(document)
                if fault:
                    self.stat_update(fault)
                if fault not in self.drop:
                    document.text = text
                    self.stat_update(StatHints.forwarded)
                    if fault != _FAILED:  # its text may be anything
                        self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update(StatHints.dropped, f"{StatHints.dropped}_{fault}")
                if writer is not None:
                    document.metadata[REASON] = fault
                    writer.write(document, rank)

    def _outcome(self, document: Document) -> tuple[str, str]:
        """The text that a document gets, and what is wrong with it: "failed", "empty" or ""."""
        try:
            clean = self._cleaned(document.text, document.id, document.metadata.get("url") or "")
        except Exception as error:  # whatever it is, it costs this document and not the task
            kind = type(error).__name__
            reason = str(error) if isinstance(error, CleanerError) else f"cleaning it failed ({kind}: {error})"
            document.metadata[ERROR] = reason
            logger.warning(f"{document.id}: {reason}")
            return document.text, _FAILED
        self._count(document.text, clean)
        return clean.text, "" if clean.text.strip() else _EMPTY

    def _cleaned(self, text: str, name: str, url: str) -> CleanDocument:
        choice = self.choice._replace(url=url) if url else self.choice
        if len(text) > self.limits.bytes:
            raise CleanerError(f"it is larger than {self.limits.size:g} MB; raise the limit")
        with within(self.limits):
            document = read_string(text, name, self.reads, None, self.orthography.skip)
            return clean_document(document, choice, self.orthography, self.mode)

    def _count(self, text: str, clean: CleanDocument) -> None:
        if clean.text != text:
            self.stat_update("changed")
        if clean.guarded:
            self.stat_update("guarded")
        kinds = Counter(verdict.kind for verdict in clean.dropped.values())
        sums = {"chars_in": len(text), "chars_out": len(clean.text), "lines_removed": kinds.total()}
        sums |= {f"lines_removed_{kind}": lines for kind, lines in kinds.items()}
        sums |= {f"mended_{repair.step}": repair.count for repair in clean.repaired.repairs}
        for name, value in sums.items():
            self.stat_update(name, value=value)
