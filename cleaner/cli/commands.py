"""The commands, in the order in which a newcomer needs them."""

import click

from cleaner import __version__
from cleaner.cli.check import check
from cleaner.cli.clean import clean
from cleaner.cli.corpus import corpus
from cleaner.cli.explain import explain
from cleaner.cli.fix import fix
from cleaner.cli.in_order import InOrder
from cleaner.cli.normalize import normalize
from cleaner.cli.rules import rules


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cleaner", message="%(prog)s %(version)s")
def commands() -> None:
    """Strip boilerplate from scraped documents: menus, related lists, comments.

    \b
    Exit codes: 0 done; 1 a file was fixed or is to be; 2 wrong usage, rule file
    or rule id; 3 some input was missing, unreadable or refused (the rest is done).
    """


for command in (clean, explain, check, fix, normalize, corpus, rules):
    commands.add_command(command)
