"""`make docs`: writes the part of the README that the code knows best, the commands and their options."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cleaner import clean, explain
from cleaner.cli import dispatch
from cleaner.cli.commands import commands

README = Path(__file__).parent.parent / "README.md"
SAMPLE = README.parent / "fixtures" / "sample.txt"
REMOVED = 2  # of its lines in removed/
EXPLAINED = 27  # lines of `explain` that the README shows
START, END = "<!-- commands: written by `make docs` -->\n", "<!-- end of commands -->\n"


def leaves(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its whole name."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def section() -> str:
    """All commands in Markdown. Options that several share are told once, below them."""
    found = list(leaves(commands, "cleaner"))
    users: dict[str, list[str]] = {}
    for name, command in found:
        for option in options(command):
            users.setdefault(row(option), []).append(name)
    shared = {line for line, names in users.items() if len(names) > 1}
    parts = [part for name, command in found for part in about(name, command, shared)]
    parts += ["Shared options:\n", table(line for line in users if line in shared), paragraphs(commands, 1)]
    return "\n".join(parts)


def about(name: str, command: click.Command, shared: set[str]) -> Iterator[str]:
    arguments = [
        param.make_metavar(click.Context(command)) for param in command.params if isinstance(param, click.Argument)
    ]
    yield f"### `{' '.join((name, *arguments))}`\n"
    yield paragraphs(command)
    own = [line for line in map(row, options(command)) if line not in shared]
    if own:
        yield table(own)


def paragraphs(command: click.Command, first: int = 0) -> str:
    """The help of a command from one of its paragraphs on, a line each."""
    texts = (command.help or "").replace("\b", "").split("\n\n")[first:]
    return "\n\n".join(" ".join(text.split()) for text in texts) + "\n"


def options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option)]


def row(option: click.Option) -> str:
    names, text = option.get_help_record(click.Context(click.Command("x"))) or ("", "")
    return f"| `{names.replace('|', chr(92) + '|')}` | {' '.join(text.split())} |"


def table(rows: Iterable[str]) -> str:
    return "\n".join(("| option | |", "|---|---|", *rows)) + "\n"


def rewritten(readme: str) -> str:
    """The README with the sample's real output and the commands in their places."""
    sample = SAMPLE.read_text("utf-8")
    readme = with_block(readme, "<!-- sample -->", clean(sample).text)
    readme = with_block(readme, "<!-- explained -->", "\n".join(explain(sample).splitlines()[1:EXPLAINED]) + "\n")
    readme = with_block(readme, "<!-- removed -->", removed(), "json")
    before, _, rest = readme.partition(START)
    return before + START + "\n" + section() + "\n" + END + rest.partition(END)[2]


def removed() -> str:
    """The first lines that a corpus of the sample alone leaves in `removed/`."""
    with TemporaryDirectory() as folder:
        dispatch(["corpus", "clean", str(SAMPLE), "-o", folder, "-j", "1"])
        rows = Path(folder, "removed", "documents-00000.jsonl").read_text("utf-8")
    return "".join(rows.splitlines(keepends=True)[:REMOVED])


def with_block(readme: str, marker: str, text: str, language: str = "text") -> str:
    """The README with a text in the fenced block behind a marker."""
    before, rest = readme.split(f"{marker}\n```{language}\n")
    return f"{before}{marker}\n```{language}\n{text}```{rest.partition('```')[2]}"


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8")), "utf-8")
