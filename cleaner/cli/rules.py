"""`cleaner rules`: the rulebook, shown from its own data, and the test of a pack of yours."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import takes_rules
from cleaner.cli.streams import emit, say, screen_width
from cleaner.errors import UsageError

if TYPE_CHECKING:
    from cleaner.rules.choice import Choice


@click.group()
def rules() -> None:
    """List the rules, show one, or test a pack of your own."""


@rules.command("list")
@takes_rules
def list_rules(choice: "Choice") -> int:
    """List every rule with its kind and its reason."""
    from cleaner.cli.known import all_rules
    from cleaner.writing.rulebook import listing, table

    found = [rule for rule in all_rules((*choice.packs, *choice.sites)).values() if choice.allows(rule.id)]
    emit(listing(found, width) if (width := screen_width()) else table(found))
    return 0


@rules.command()
@click.argument("rule_id", metavar="ID")
@takes_rules
def show(rule_id: str, choice: "Choice") -> int:
    """Show what one rule matches, why, and its examples."""
    from cleaner.cli.known import find_rule
    from cleaner.writing.rulebook import describe

    emit(describe(find_rule(rule_id, (*choice.packs, *choice.sites))))
    return 0


@rules.command()
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
def test(packs: tuple[str, ...]) -> int:
    """Run the examples of a pack of your own.

    Each rule of each PACK runs alone, then all run together with the shipped ones; the exit code is 1 if one fails.
    """
    from cleaner.cli.known import read_packs, shipped_rules
    from cleaner.judging.examples import failures
    from cleaner.writing.explain import count

    read = read_packs(packs, shipped := shipped_rules())
    failed = list(failures(own := read.rules, shipped))
    emit("".join(f"{sentence}\n" for sentence in failed))
    if not own and not read.sites:
        raise UsageError("there is no [[rule]] and no [[site]] in it; name a pack that has some")
    examples = count(sum(len(rule.examples) for rule in own), "example")
    say(f"{count(len(own), 'rule')}, {examples}: {count(len(failed), 'failure') if failed else 'all hold'}")
    if read.sites:
        say(f"{count(len(read.sites), 'site')}: their entries are well formed; they have no examples to run")
    return 1 if failed else 0
