"""Orthography alone: a text mended line by line, with nothing dropped. What `cleaner normalize` and Python call."""

from cleaner.normalize.repair import Orthography, Repaired, repair
from cleaner.reading.mend import Mended, mend


def normalize_text(text: str, wanted: Orthography) -> tuple[Repaired, tuple[str, ...]]:
    r"""The whole plan: what reading mends, told in sentences, then the steps. One line comes out for each line in.

    >>> normalize_text("قـــال\x00 ، ثم\n", Orthography())
    (Repaired(text='قال، ثم\n'), ('1 control character removed',))
    """
    mended = _mended(text, wanted.skip)
    return repair(mended.text, wanted), mended.notes


def _mended(text: str, skip: frozenset[str]) -> Mended:
    """Controls and mojibake mended, and where a control would have become a line end, a space."""
    mended = mend(text, skip)
    if mended.text.count("\n") == text.count("\n"):
        return mended
    lines = (mend(line, skip).text.replace("\n", " ") for line in text.split("\n"))
    return Mended("\n".join(lines), mended.notes)
