"""What a worker does: a block in, cleaned bytes out, by the module of its kind."""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from cleaner.corpus.desk import Desk
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import Reading


class Kind(Protocol):
    """What each module of `formats` that is a kind of shard has."""

    def blocks(self, shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]: ...

    def clean(self, block: Block, desk: Desk) -> Cleaned: ...


def kind_of(name: str) -> Kind:
    """The module of a kind, loaded when a shard needs it, for some need a library that few have."""
    return cast("Kind", import_module(f"cleaner.corpus.formats.{name}"))


def clean_block(block: Block, plan: Plan) -> Cleaned:
    """The whole work of a worker. It keeps nothing: what is remembered between blocks is bounded where it lives."""
    return kind_of(block.kind).clean(block, Desk(plan))
