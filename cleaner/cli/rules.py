"""`cleaner rules`: the rulebook, shown from its own data, and the test of a pack of yours."""

import sys
from shutil import get_terminal_size

import click

from cleaner.cli.known import all_rules, find_rule, read_packs, shipped_rules
from cleaner.cli.options import takes_rules
from cleaner.cli.streams import emit, say
from cleaner.rules.choose import Choice
from cleaner.writing.explain import count


@click.group()
def rules() -> None:
    """List the rules, show one, or test a pack of your own."""


@rules.command("list")
@takes_rules
def list_rules(choice: Choice) -> int:
    """List every rule with its kind and its reason."""
    from cleaner.writing.rulebook import table

    width = get_terminal_size().columns if sys.stdout is not None and sys.stdout.isatty() else None
    found = [rule for rule in all_rules(choice.packs).values() if choice.allows(rule.id)]
    emit("".join(f"{line[:width]}\n" for line in table(found)))
    return 0


@rules.command()
@click.argument("rule_id", metavar="ID")
@takes_rules
def show(rule_id: str, choice: Choice) -> int:
    """Show what one rule matches, why, and its examples."""
    from cleaner.writing.rulebook import describe

    emit(describe(find_rule(rule_id, choice.packs)))
    return 0


@rules.command()
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
def test(packs: tuple[str, ...]) -> int:
    """Run the examples of a pack of your own.

    Each rule of each PACK runs alone, then all run together with the shipped ones; the exit code is 1 if one fails.
    """
    from cleaner.judging.examples import failures

    shipped = shipped_rules()
    own = read_packs(packs, shipped)
    failed = list(failures(own, shipped))
    emit("".join(f"{sentence}\n" for sentence in failed))
    examples = count(sum(len(rule.examples) for rule in own), "example")
    say(f"{count(len(own), 'rule')}, {examples}: {count(len(failed), 'failure') if failed else 'all hold'}")
    return 1 if failed else 0
