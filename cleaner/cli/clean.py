"""`cleaner clean`: the article, to standard output or into a folder."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import takes_files
from cleaner.cli.streams import emit
from cleaner.errors import UsageError

if TYPE_CHECKING:
    from cleaner.cli.folder import Folder
    from cleaner.cli.job import Job
    from cleaner.files import Original
    from cleaner.outcome import CleanDocument

# Of the files that -o writes; None: as the input's, of a page .txt.
_SUFFIXES = {"text": None, "markdown": ".md", "jsonl": ".jsonl"}


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="Write one file for each input into DIR, relative paths kept; of an .html a .txt.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "jsonl")),
    default="text",
    show_default=True,
    help="markdown: with the headings, lists, links and emphasis of a page; jsonl: one object a document, with title, "
    "byline and removed lines.",
)
@click.option("--no-title", is_flag=True, help="The body alone.")
@takes_files
def clean(job: "Job", form: str, no_title: bool, output: str | None) -> int:
    """Print the article of each FILE.

    No FILE, or -, is standard input. What stays comes out as UTF-8, with its own gaps and line ends, its Arabic
    orthography mended; one blank line parts the articles of several files. `cleaner explain` says why a line went and
    which words were mended.
    """
    from cleaner.cli.job import warn
    from cleaner.writing.text import joint

    if no_title and form == "jsonl":
        raise UsageError("--no-title is for text and markdown; a jsonl object has title and body apart")
    folder = None if output is None else _folder(output, job.names, form)
    before = ""

    def work(original: "Original", clean: "CleanDocument") -> int:
        nonlocal before
        warn(clean)
        text = _written(clean, form, title=not no_title)
        if folder is not None:
            folder.write(original.document.source.name, text)
        elif text:
            emit(joint(before) + text if before and form != "jsonl" else text)
            before = text
        return 0

    return job.each(work)


def _folder(output: str, names: tuple[str, ...], form: str) -> "Folder":
    from cleaner.cli.folder import Folder

    return Folder(output, names, _SUFFIXES[form])


def _written(clean: "CleanDocument", form: str, *, title: bool) -> str:
    """The article in one of the forms."""
    if form == "jsonl":
        from cleaner.writing.jsonl import record

        return record(clean)
    if form == "markdown":
        from cleaner.writing.markdown import markdown

        return markdown(clean, title=title)
    from cleaner.writing.text import article

    return article(clean, title=title)
