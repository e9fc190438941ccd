"""`make lock`: writes requirements.lock and LICENSES.md from what is installed, so that both tell what was tested.

requirements.lock has a version for each package that the project, its tests and its benchmarks need; LICENSES.md says
under which licence each is given.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK, LICENCES = ROOT / "requirements.lock", ROOT / "LICENSES.md"
EXTRAS = ("dev", "bench", "fit", "datatrove")
_HEAD = (
    "# The versions that CI tests with; `make lock` writes them. Use: pip install -c requirements.lock -e '.[dev]'\n"
)
_ABOUT = """# Licences

`cleaner` is MIT (LICENSE). Its lexicon is built from wordfreq's data, CC BY-SA 4.0 (see
`cleaner/normalize/lexicon.LICENSE`).

These packages are installed with it and are not part of it; `make lock` writes the list.

"""


def needed(extras: Iterable[str] = ()) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = project["optional-dependencies"]
    lines = project["dependencies"] + [line for extra in extras for line in optional.get(extra, ())]
    return [Requirement(line) for line in lines]


def closure(wanted: Iterable[Requirement]) -> Iterator[str]:
    """The names of packages that are installed for these, directly or not."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(wanted)
    while waiting:
        requirement = waiting.pop()
        key = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(requirement.name)
        except PackageNotFoundError:
            continue
        yield key[0]
        for line in found.requires or ():
            inner = Requirement(line)
            if inner.marker is None or any(inner.marker.evaluate({"extra": extra}) for extra in ("", *key[1])):
                waiting.append(inner)


def licence(name: str) -> str:
    """What the package says of its licence, in a few words."""
    meta = distribution(name).metadata
    said, plain = ((meta.get_all(key) or [""])[0].split("\n")[0] for key in ("License-Expression", "License"))
    classes = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or () if line.startswith("License")]
    return said or " / ".join(classes) or (plain if 0 < len(plain) < 60 else "not told")


def locked() -> str:
    """The text of requirements.lock."""
    names = sorted(set(closure(needed(EXTRAS))))
    return _HEAD + "".join(f"{name}=={distribution(name).version}\n" for name in names)


def licences() -> str:
    """The text of LICENSES.md."""
    own = set(closure(needed()))
    rows = {True: "", False: ""}
    for name in sorted(set(closure(needed(EXTRAS)))):
        rows[name in own] += f"| {name} | {distribution(name).version} | {re.sub(r'[|]', '/', licence(name))} |\n"
    head = "| package | version | licence |\n|---|---|---|\n"
    return f"{_ABOUT}To run it:\n\n{head}{rows[True]}\nTo develop and measure it:\n\n{head}{rows[False]}"


if __name__ == "__main__":
    LOCK.write_text(locked(), "utf-8")
    LICENCES.write_text(licences(), "utf-8")
