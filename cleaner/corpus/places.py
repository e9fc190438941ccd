"""Where files are: plain paths, or URLs of any store that fsspec knows (s3://, gs://, memory://)."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from cleaner.corpus.extras import needed
from cleaner.errors import UsageError
from cleaner.writing.atomic import TEMPORARY, replacing

_PIECE = 1 << 20  # bytes read at once


def is_url(path: str) -> bool:
    """Whether a path is a URL, which fsspec opens; a plain path never needs fsspec."""
    return "://" in path


def join(folder: str, name: str) -> str:
    """A path below a folder."""
    return f"{folder.rstrip('/')}/{name}"


def absolute(path: str) -> str:
    """The same place, whatever the working directory."""
    return path if is_url(path) else str(Path(path).absolute())


def way(folder: str, path: str) -> str:
    """How to come from a folder to a path: the same when both are moved. The path itself if it is in another store."""
    (kind, base), (other, inside) = _parts(folder), _parts(path)
    return posixpath.relpath(inside, base) if kind == other else absolute(path)


def along(folder: str, way: str) -> str:
    """The path to which a way leads."""
    if is_url(way) or way.startswith("/"):
        return way
    path = posixpath.normpath(join(_parts(folder)[1], way))
    return str(store(folder).unstrip_protocol(path)) if is_url(folder) else path


def _parts(path: str) -> tuple[str, str]:
    """The kind of a store and the absolute path in it."""
    if not is_url(path):
        return "", str(Path(path).absolute())
    return path.partition("://")[0], "/" + str(store(path)._strip_protocol(path)).lstrip("/")


def store(url: str) -> Any:
    """The file system of a URL. Raises UsageError where there is none, or its package is not installed."""
    try:
        return needed("fsspec", "fsspec").url_to_fs(url)[0]
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: this store cannot be reached ({error})") from None


def open_to_read(path: str) -> BinaryIO:
    """Raises OSError."""
    return cast("BinaryIO", store(path).open(path, "rb")) if is_url(path) else Path(path).open("rb")


def exists(path: str) -> bool:
    return bool(store(path).exists(path)) if is_url(path) else Path(path).exists()


def size_of(path: str) -> int:
    """Raises OSError."""
    return int(store(path).size(path) or 0) if is_url(path) else Path(path).stat().st_size


def are_alike(one: str, other: str) -> bool:
    """Whether two files hold the same bytes. Raises OSError."""
    with open_to_read(one) as first, open_to_read(other) as second:
        while piece := first.read(_PIECE):
            if piece != second.read(len(piece)):
                return False
        return not second.read(1)


def total_size(paths: Iterable[str]) -> int:
    """Bytes of some files together; one that is not there has none."""
    total = 0
    for path in paths:
        with suppress(OSError):
            total += size_of(path)
    return total


def read(path: str) -> bytes | None:
    """A whole small file; None if there is none."""
    try:
        with open_to_read(path) as file:
            return file.read()
    except FileNotFoundError:
        return None


def below(folder: str) -> list[str]:
    """The paths of all files below a folder, sorted; hidden files and folders are left out."""
    if is_url(folder):
        base = store(folder)
        found = [base.unstrip_protocol(path) for path in base.find(folder)] if base.exists(folder) else []
        start = len(base.unstrip_protocol(base._strip_protocol(folder)))
        return sorted(path for path in found if "/." not in path[start:])
    paths = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [join(where, name) for name in names if not name.startswith(".")]
    return sorted(paths)


def inside(folder: str, path: str) -> str:
    """The path below a folder of a file that `below` has found there."""
    if not is_url(folder):
        return Path(os.path.relpath(path, folder)).as_posix()
    base = store(folder)
    return path.removeprefix(base.unstrip_protocol(base._strip_protocol(folder))).strip("/")


def remove(path: str) -> None:
    """Remove a file if it is there."""
    if not is_url(path):
        Path(path).unlink(missing_ok=True)
    elif exists(path):
        store(path).rm_file(path)


def sync_folders(paths: Iterable[str]) -> None:
    """See that the names of these files are on the disk as their bytes are."""
    for folder in {Path(path).parent for path in paths if not is_url(path)}:
        if folder.is_dir() and hasattr(os, "O_DIRECTORY"):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def sync_all(folder: str) -> None:
    """See that everything that was written is on the disk."""
    if not is_url(folder) and hasattr(os, "sync"):
        os.sync()


def sweep_below(folder: str) -> None:
    """Remove every file that is half written. Only for who has the folder for himself."""
    if not is_url(folder):
        for path in Path(folder).rglob(TEMPORARY):
            path.unlink(missing_ok=True)


@contextmanager
def writing(path: str, *, sync: bool = True) -> Iterator[BinaryIO]:
    """A file that takes the place of the one at this path when all is written, and is nowhere seen before.

    sync: whether it is on the disk by then, which costs milliseconds. Raises CleanerError.
    """
    if is_url(path):
        with _uploading(path) as file:
            yield file
        return
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, sync=sync) as file:
        yield file


@contextmanager
def _uploading(url: str) -> Iterator[BinaryIO]:
    """Stores show a file when it is closed, whole or not: so it is written here first."""
    import tempfile

    with tempfile.NamedTemporaryFile() as file:
        yield cast("BinaryIO", file)
        file.flush()
        base = store(url)
        try:
            base.put_file(file.name, url)
        except FileNotFoundError:  # most stores make the folders of a file themselves
            base.makedirs(url.rpartition("/")[0], exist_ok=True)
            base.put_file(file.name, url)
