"""`cleaner corpus`: many documents."""

import click

from cleaner.cli.corpus_learn import learn


@click.group()
def corpus() -> None:
    """Clean a corpus of many documents, or look at one."""


for command in (learn,):  # in the order in which they are needed
    corpus.add_command(command)
