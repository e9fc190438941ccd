"""The article as plain text, and what stands between the articles of several files."""

from cleaner.outcome import CleanDocument


def article(clean: CleanDocument, *, title: bool = True) -> str:
    """The kept lines with their own gaps and line ends, with or without the headline."""
    return clean.text if title else clean.body


def joint(before: str) -> str:
    r"""What to print after one article and before the next: one blank line, in the first one's kind of line end.

    >>> joint("ends\r\n"), joint("does not end")
    ('\r\n', '\n\n')
    """
    end = "\r\n" if before.endswith("\r\n") else "\n"
    return end if before.endswith(("\n", "\r")) else 2 * end
