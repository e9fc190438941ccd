"""A stream cut into blocks of whole lines."""

from collections.abc import Iterable, Iterator

from cleaner.corpus.parts import Lost
from cleaner.corpus.streams import Broken
from cleaner.limits import MEGABYTE


def whole_lines(chunks: Iterable[bytes], most: int) -> Iterator[tuple[int, bytes] | Lost]:
    """Blocks of whole lines, each with the number of its first line, as large as the chunks that come.

    A line of more than `most` bytes is lost and never held; so is the line in which the stream breaks off.

    >>> list(whole_lines([b"a", b"bc\\nd\\n", b"e"], 9))
    [(1, b'abc\\nd\\n'), (3, b'e')]
    """
    number = 1
    held: list[bytes] = []  # the beginning of a line, dropped once the line is too long
    size = 0  # of that line
    try:
        for chunk in chunks:
            first = chunk.find(b"\n") + 1
            size += first or len(chunk)
            if size > most:
                held = []
            if not first:
                held += [chunk] if size <= most else []
                continue
            if size > most:
                yield Lost(number, too_large(most))
                chunk, number = chunk[first:], number + 1
            end = chunk.rfind(b"\n") + 1
            if lines := b"".join([*held, chunk[:end]]):
                yield number, lines
            number += lines.count(b"\n")
            held, size = [chunk[end:]], len(chunk) - end
    except Broken as broken:
        yield Lost(number, str(broken), b"".join(held))
        return
    if size > most:
        yield Lost(number, too_large(most))
    elif size:
        yield number, b"".join(held)


def too_large(most: int) -> str:
    """Why a record is refused."""
    return f"it is larger than {most / MEGABYTE:g} MB; raise the limit with --max-size"
