"""The options that commands share, and what they come to: which files to read, how, and by which rules.

Command modules and this one import what reads and judges only when a command runs: --help needs none of it.
"""

from collections.abc import Callable
from functools import wraps
from math import isfinite
from typing import Any

import click

from cleaner.limits import USUAL, Limits

Command = Callable[..., int]


def _cores() -> int:
    """Those that this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
FIELD = click.option("--field", default="", metavar="NAME", help="The field that holds the text of a record.")
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(("same", "jsonl")),
    default="same",
    show_default=True,
    help="What comes out: the same as came in, or JSON Lines.",
)
_URL = click.option(
    "--url",
    default="",
    metavar="URL",
    help="The address of the input, where it does not tell its own: rules for its site hold.",
)
JOBS = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=_cores,
    metavar="N",
    help="Processes; as many as there are cores.",
)
SCHEDULER = click.option(
    "--scheduler", metavar="ADDRESS", help="Work on the Dask cluster of this scheduler, not on this machine."
)
ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of the input, where it cannot be told.")
_LIMITS = {  # name: the unit, and what becomes of that which is beyond
    "size": ("MB", "Refuse larger files."),
    "depth": ("N", "Leave out the tags of a page that are nested deeper."),
    "attributes": ("N", "Leave out the attributes of a tag that has more."),
    "marks": ("N", "Cut longer runs of marks, such as vowel signs, on one letter."),
    "seconds": ("S", "Give a document up after so much CPU time."),
}


class _Number(click.FloatRange):
    """A number above 0 that ends somewhere."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number: float = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value} is no number to stop at; give one, or leave the option out.", param, ctx)
        return number


def takes_limits(*names: str) -> Callable[[Command], Command]:
    """Give a command options for these limits; it gets `limits`, what they and the configuration say together."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_limits(**others: Any) -> int:
            from cleaner.cli.config import settings

            given = {name: value for name in names if (value := others.pop(f"max_{name}")) is not None}
            return command(limits=settings().limits._replace(**given), **others)

        for name in reversed(names):
            unit, text = _LIMITS[name]
            kind = click.IntRange(1) if unit == "N" else _Number(0, min_open=True)
            usual = f"{getattr(USUAL, name):g}"
            click.option(f"--max-{name}", metavar=unit, type=kind, show_default=usual, help=text)(with_limits)
        return with_limits

    return decorate


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
    def with_job(files: tuple[str, ...], as_format: Any, limits: Limits, url: str, **others: Any) -> int:
        from cleaner.cli.job import Job
        from cleaner.cli.known import of_a_site
        from cleaner.cli.wanted import orthography

        choice = others.pop("choice")._replace(url=of_a_site(url, "--url"))
        wanted = orthography(others.pop("spelling"), others.pop("digits"), others.pop("words"), choice)
        encoding, mode = others.pop("encoding"), others.pop("mode")
        return command(Job(files or ("-",), choice, wanted, as_format, encoding, limits, mode), **others)

    inner = takes_rules(takes_limits(*Limits._fields)(with_job))
    for option in reversed((_URL, ENCODING, _MODE, *_ORTHOGRAPHY_OPTIONS)):
        option(inner)
    return click.argument("files", nargs=-1, metavar="[FILE]...")(_AS(inner))


def takes_plan(command: Command) -> Command:
    """Give a command the IN arguments as `inputs`, and all that decides what becomes of a record as one `plan`."""

    @wraps(command)
    def with_plan(as_format: Any, field: str, form: str, limits: Limits, **others: Any) -> int:
        from cleaner.cli.wanted import orthography
        from cleaner.corpus.plan import Plan

        choice = others.pop("choice")
        wanted = orthography(others.pop("spelling"), others.pop("digits"), others.pop("words"), choice)
        mode, encoding = others.pop("mode"), others.pop("encoding")
        return command(plan=Plan(choice, wanted, mode, as_format, field, form, limits, encoding), **others)

    inner = takes_rules(takes_limits(*Limits._fields)(with_plan))
    for option in reversed((FIELD, _FORM, _AS, ENCODING, _MODE, *_ORTHOGRAPHY_OPTIONS)):
        option(inner)
    return click.argument("inputs", nargs=-1, required=True, metavar="IN...")(inner)
