"""The options that commands share, and what they come to: which files to read, how, and by which rules.

Command modules and this one import what reads and judges only when a command runs: --help needs none of it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

Command = Callable[..., int]
_RULE_OPTIONS = (
    click.option("--rules", multiple=True, metavar="FILE", help="Add the rules of a TOML pack of yours. Repeatable."),
    click.option("--select", multiple=True, metavar="ID", help="Run these rules alone. Repeatable, or a,b,c."),
    click.option("--ignore", multiple=True, metavar="ID", help="Leave these rules out. Repeatable, or a,b,c."),
)
_ORTHOGRAPHY_OPTIONS = (
    click.option(
        "--spelling",
        type=click.Choice(("auto", "always", "never")),
        show_default="auto",
        help="auto mends by this writer's habits, always takes every doubtful word for a slip.",
    ),
    click.option(
        "--digits",
        type=click.Choice(("keep", "western", "arabic")),
        show_default="keep",
        help="Digits of one script: 0-9 or ٠-٩.",
    ),
    click.option(
        "--words", multiple=True, metavar="FILE", help="A list of words that are right, one a line. Repeatable."
    ),
)
_AS = click.option(
    "--as",
    "as_format",
    type=click.Choice(("auto", "text", "html")),
    default="auto",
    show_default=True,
    help="What the input is; auto looks.",
)
_MODE = click.option(
    "--mode",
    type=click.Choice(("precision", "balanced", "recall")),
    default="balanced",
    show_default=True,
    help="How sure a block of an HTML page must be to stay; recall gives a page without an article its best text.",
)
_URL = click.option(
    "--url",
    default="",
    metavar="URL",
    help="The address of the input, where it does not tell its own: rules for its site hold.",
)
ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of the input, where it cannot be told.")

MAX_SIZE = click.option(
    "--max-size",
    metavar="MB",
    type=click.FloatRange(0, min_open=True),
    show_default="100",
    help="Refuse larger files.",
)


def most_bytes(megabytes: float | None) -> int:
    """The bytes of a file that are taken, by the option, else by the configuration, else as usual."""
    from cleaner.cli.config import settings
    from cleaner.files import MEGABYTE, MOST_BYTES

    wanted = megabytes or settings().max_size
    return int(wanted * MEGABYTE) if wanted else MOST_BYTES


def takes_rules(command: Command) -> Command:
    """Give a command the rule options; it gets `choice`, what they and the configuration say together."""

    @wraps(command)
    def with_choice(rules: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], **others: Any) -> int:
        from cleaner.cli.known import choose

        return command(choice=choose(rules, select, ignore), **others)

    for option in reversed(_RULE_OPTIONS):
        option(with_choice)
    return with_choice


def takes_orthography(command: Command) -> Command:
    """Give a command the options of orthography; it gets `wanted`, what they and the configuration say together."""

    @wraps(command)
    def with_wanted(
        spelling: Any,
        digits: Any,
        words: tuple[str, ...],
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        **others: Any,
    ) -> int:
        from cleaner.cli.wanted import choose_steps, orthography

        return command(wanted=orthography(spelling, digits, words, choose_steps(select, ignore)), **others)

    for option in reversed((*_ORTHOGRAPHY_OPTIONS, *_RULE_OPTIONS[1:])):
        option(with_wanted)
    return with_wanted


def takes_files(command: Command) -> Command:
    """Give a command the FILE arguments and all shared options; it gets them as one `job`."""

    @wraps(command)
    def with_job(files: tuple[str, ...], as_format: Any, encoding: str | None, url: str, **others: Any) -> int:
        from cleaner.cli.job import Job
        from cleaner.cli.wanted import orthography

        choice = others.pop("choice")._replace(url=url)
        wanted = orthography(others.pop("spelling"), others.pop("digits"), others.pop("words"), choice)
        most = most_bytes(others.pop("max_size"))
        return command(Job(files or ("-",), choice, wanted, as_format, encoding, most, others.pop("mode")), **others)

    inner = takes_rules(with_job)
    for option in reversed((_URL, ENCODING, MAX_SIZE, _MODE, *_ORTHOGRAPHY_OPTIONS)):
        option(inner)
    return click.argument("files", nargs=-1, metavar="[FILE]...")(_AS(inner))
