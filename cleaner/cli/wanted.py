"""What a call wants of orthography: its options, and what the configuration says where an option does not."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cleaner.cli.config import settings
from cleaner.cli.ids import check_ids, ids
from cleaner.errors import UsageError
from cleaner.normalize.repair import STEPS, Orthography
from cleaner.rules.choice import Choice


def orthography(spelling: Any, digits: Any, words: Iterable[str], choice: Choice) -> Orthography:
    """spelling and digits of an option take the place of the configured ones (None: not given); word lists add up."""
    said = settings()
    known = frozenset(word for path in (*said.words, *words) for word in read_words(path))
    skip = frozenset(step for step in STEPS if not choice.allows(step))
    return Orthography(spelling or said.spelling, digits or said.digits, known, skip)


def choose_steps(select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """Which steps run where no rule does. A configured selection speaks of them only if it names one."""
    said = settings()
    named, ignored = ids(select), ids(ignore)
    check_ids(named | ignored, STEPS)
    return Choice((), named or ids(said.select).intersection(STEPS), ignored | ids(said.ignore).intersection(STEPS))


def read_words(path: str) -> list[str]:
    """The words of a list, one in a line; what follows # is a comment."""
    try:
        lines = Path(path).read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(f"{path}: the word list cannot be read ({error.strerror}); check its name") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: the word list is not UTF-8; save it as UTF-8") from None
    return [word for line in lines if (word := line.partition("#")[0].strip())]
