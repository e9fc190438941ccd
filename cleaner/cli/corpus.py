"""`cleaner corpus`: many documents."""

import click

from cleaner.cli.corpus_check import check
from cleaner.cli.corpus_clean import clean
from cleaner.cli.corpus_learn import learn
from cleaner.cli.corpus_stats import stats
from cleaner.cli.in_order import InOrder


@click.group(cls=InOrder)
def corpus() -> None:
    """Clean a corpus of many documents, or look at one."""


for command in (clean, learn, check, stats):  # in the order in which they are needed
    corpus.add_command(command)
