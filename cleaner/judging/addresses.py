"""Addresses of the web that stand alone in their lines and are the author's: the sources of an article, its shops.

keep | 1) A kettle for the winter
keep | https://kettles.example/winter
"""

from collections.abc import Mapping
from functools import cache

from cleaner.rules.rule import Rule

_LINK = "-link-alone"  # how the ids of the rules end that know such lines
ADDRESSES = (_LINK, "-mail-address-alone", "-phone-line")  # and of those that know addresses of any kind
_SEVERAL = 3  # different ones make a list
_SENTENCE = 40  # characters of a line whose colon announces one; «Short link:» is a label


@cache
def is_address(rule: Rule) -> bool:
    """Whether a rule knows lines that are an address and nothing else."""
    return rule.id.endswith(_LINK)


def own_addresses(lines: Mapping[int, str], above: Mapping[int, str]) -> set[int]:
    """Which of the lines that are nothing but an address stay: all of several different ones, else what is announced.

    lines: such lines by number; above: for each the line before it.
    """
    row = {i for i in lines if "/" not in lines[i] and not lines.keys().isdisjoint((i - 1, i + 1))}  # of sister sites
    own = lines.keys() - row
    if len({lines[i] for i in own}) >= _SEVERAL:
        return own
    return {i for i in lines if len(above[i]) >= _SENTENCE and above[i].endswith((":", "："))}
