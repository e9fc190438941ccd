"""All that decides what becomes of a record, and the fingerprint of it that markers carry."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import cleaner
from cleaner.files import Format
from cleaner.judging.page.mode import Mode
from cleaner.limits import USUAL, Limits
from cleaner.normalize.repair import AS_USUAL, Orthography
from cleaner.rules.choice import EVERYTHING, Choice

_ROOT = Path(__file__).parent.parent
_SOURCES = ("normalize", "reading", "rules", "judging")  # and the modules beside them that are the flow itself
_FLOW = ("cleaning.py", "page_cleaning.py", "outcome.py", "files.py", "document.py")
_KINDS = (".py", ".toml", ".json", ".bin")
_MADE = "packed.marshal"  # made from the TOML files, or not, by how the package was installed


class Plan(NamedTuple):
    """By which rules, what is mended, how sure a block of a page must be; how records are read and written.

    field: the field that holds the text, "" for `text`, else `html`; form: "same" as the input, or "jsonl"; limits:
    what one record may cost; encoding: of documents that are files of their own, None where each tells its own.
    """

    choice: Choice = EVERYTHING
    wanted: Orthography = AS_USUAL
    mode: Mode = "balanced"
    format: Format = "auto"
    field: str = ""
    form: str = "same"
    limits: Limits = USUAL
    encoding: str | None = None

    @property
    def fingerprint(self) -> str:
        """The same for two runs whose outputs are the same: of the rules, shipped and own, the options, the version."""
        wanted, choice = self.wanted, self.choice
        said = (
            [repr(rule) for rule in (*choice.packs, *choice.sites)],
            [sorted(names) for names in (choice.select, choice.ignore, wanted.words, wanted.skip)],
            [wanted.spelling, wanted.digits, *self[2:]],
        )
        return blake2b(f"{package_fingerprint()} {said!r}".encode(), digest_size=16).hexdigest()


@cache
def package_fingerprint() -> str:
    """The fingerprint of the version, the code that cleans, and the shipped rules."""
    found = [_ROOT / name for name in _FLOW]
    found += [path for folder in _SOURCES for path in _ROOT.joinpath(folder).rglob("*") if path.suffix in _KINDS]
    digest = blake2b(cleaner.__version__.encode(), digest_size=16)
    for path in sorted(path for path in found if path.name != _MADE):
        digest.update(path.relative_to(_ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
