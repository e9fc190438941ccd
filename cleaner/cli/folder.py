"""`-o DIR`: where each output goes. Relative paths are kept, and nothing is written if two outputs would meet."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from cleaner.errors import CleanerError, UsageError
from cleaner.files import STDIN
from cleaner.writing.atomic import Unwritable, write_atomically

_PAGES = (".html", ".htm", ".xhtml")  # their articles are texts


class Folder:
    """The output of each input, by the input's name. suffix: what output names end in, where that differs."""

    def __init__(self, folder: str, names: Sequence[str], suffix: str | None) -> None:
        if STDIN in names:
            raise UsageError("-o cannot name the output of standard input; leave -o out or name files")
        if Path(folder).exists() and not Path(folder).is_dir():
            raise UsageError(f"-o {folder!r} is not a folder; name a folder, or a new name for one")
        self._outputs = {name: Path(folder, inside(name, suffix)) for name in names}
        self._refuse_collisions(names)

    def _refuse_collisions(self, names: Sequence[str]) -> None:
        inputs = {os.path.realpath(name) for name in names}
        owners: dict[str, str] = {}
        for name in names:
            output = os.path.realpath(self._outputs[name])
            if output in inputs:
                raise UsageError(f"-o would overwrite the input {name!r}; name another folder, or use cleaner fix")
            if output in owners:
                raise UsageError(
                    f"{owners[output]!r} and {name!r} would both be written to {output!r}; clean one apart"
                )
            owners[output] = name

    def write(self, name: str, text: str) -> None:
        """Write the output of one input, as UTF-8."""
        path = self._outputs[name]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CleanerError(f"the folder {str(path.parent)!r} cannot be made ({error.strerror})") from None
        try:
            write_atomically(path, text.encode())
        except Unwritable as error:
            raise CleanerError(
                f"its output {str(path)!r} cannot be written ({error.args[0]}); name another folder with -o"
            ) from None


def need_folder(option: str, path: str) -> None:
    """Raise UsageError, before any work is done, where the folder of a file that is to be written is not there."""
    if not Path(path).absolute().parent.is_dir():
        raise UsageError(f"{option} {path}: there is no such folder; make it first")


def inside(name: str, suffix: str | None) -> PurePath:
    """A path that stays below the folder: from the working directory, else without its root or the `..` it begins with.

    >>> inside("/crawl/../a.txt", None).as_posix(), inside("news/./b.txt", ".jsonl").as_posix()
    ('a.txt', 'news/b.jsonl')
    >>> inside("c.HTML", None).as_posix()
    'c.txt'
    """
    path = PurePath(os.path.normpath(name))
    if path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    kept = PurePath(*(part for part in path.parts if part not in (path.anchor, "..")))
    if suffix is None and kept.suffix.lower() in _PAGES:
        suffix = ".txt"
    return kept.with_suffix(suffix) if suffix and kept.name else kept
