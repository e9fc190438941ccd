"""cleaner: strips boilerplate from scraped documents and says why. Most people need two calls: `clean`, `explain`."""

from typing import TYPE_CHECKING

from cleaner.document import CleanDocument, Document, Verdict
from cleaner.errors import CleanerError, UsageError

if TYPE_CHECKING:
    from cleaner.files import Format
    from cleaner.rules.choose import Choice

__all__ = ["CleanDocument", "CleanerError", "Document", "UsageError", "Verdict", "clean", "explain"]
__version__ = "0.1.0"


def clean(source: str | bytes, *, format: "Format" = "auto", choice: "Choice | None" = None) -> CleanDocument:
    r"""Clean one document. `.text` is the article, `.title` and `.body` its parts, `.dropped` says what went and why.

    format: "text" takes whatever comes as plain text; choice: which rules run, and rules of your own.

    >>> article = "The council has voted to rebuild the old bridge over the river, and work will begin in the spring."
    >>> clean(f"Share this:\n{article}\n").text == f"{article}\n"
    True
    """
    from cleaner.cleaning import clean_document
    from cleaner.files import read_bytes, read_string
    from cleaner.rules.choose import EVERYTHING

    if isinstance(source, bytes):
        document = read_bytes(source, "<bytes>", format).document
    else:
        document = read_string(source, "<text>", format)
    return clean_document(document, choice or EVERYTHING)


def explain(source: str | bytes, *, format: "Format" = "auto", choice: "Choice | None" = None) -> str:
    """What `clean` does to each line of a document, and why, in the columns that `cleaner explain` prints in a pipe."""
    from cleaner.writing.explain import plain

    return plain(clean(source, format=format, choice=choice))
