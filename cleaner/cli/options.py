"""The options that commands share, and what they come to: which files to read, how, and by which rules."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import click

from cleaner.cli.config import settings
from cleaner.cli.job import Job
from cleaner.cli.known import all_rules, check_ids, read_packs
from cleaner.rules.choose import Choice

Command = Callable[..., int]
_RULE_OPTIONS = (
    click.option("--rules", multiple=True, metavar="FILE", help="Add the rules of a TOML pack of yours. Repeatable."),
    click.option("--select", multiple=True, metavar="ID", help="Run these rules alone. Repeatable, or a,b,c."),
    click.option("--ignore", multiple=True, metavar="ID", help="Leave these rules out. Repeatable, or a,b,c."),
)
_AS = click.option(
    "--as",
    "as_format",
    type=click.Choice(("auto", "text", "html")),
    default="auto",
    show_default=True,
    help="What the input is; auto looks.",
)
_ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of the input, where it cannot be told.")


def takes_rules(command: Command) -> Command:
    """Give a command the rule options; it gets `choice`, what they and the configuration say together."""

    @wraps(command)
    def with_choice(rules: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], **others: Any) -> int:
        return command(choice=choose(rules, select, ignore), **others)

    for option in reversed(_RULE_OPTIONS):
        option(with_choice)
    return with_choice


def takes_files(command: Command) -> Command:
    """Give a command the FILE arguments and all shared options; it gets them as one `job`."""

    @wraps(command)
    def with_job(files: tuple[str, ...], as_format: Any, encoding: str | None, choice: Choice, **others: Any) -> int:
        return command(Job(files or ("-",), choice, as_format, encoding), **others)

    return click.argument("files", nargs=-1, metavar="[FILE]...")(_AS(_ENCODING(takes_rules(with_job))))


def choose(rules: Iterable[str], select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """Packs and ids to ignore add to the configured ones; a selection takes the place of the configured one."""
    said = settings()
    packs = read_packs((*said.rules, *rules))
    named, agreed = Choice((), _ids(select), _ids(ignore)), Choice((), _ids(said.select), _ids(said.ignore))
    for choice, file in ((agreed, said.file), (named, "")):
        if choice.select or choice.ignore:
            check_ids(choice.select | choice.ignore, all_rules(packs), file)
    return Choice(packs, named.select or agreed.select, named.ignore | agreed.ignore)


def _ids(values: Iterable[str]) -> frozenset[str]:
    """The ids in some option values, each of which may be a list with commas."""
    return frozenset(filter(None, (word.strip() for value in values for word in value.split(","))))
