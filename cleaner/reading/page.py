"""A page as read: its blocks and the containers they stand in, as columns, one entry a block or container."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Columns:
    """Of each block: text (white space collapsed, one line for each `<br>`), the tag that says what it is, how many of
    its characters are links, and the container that holds it. Of each container, parents first and the first its own
    parent: parent, tag, hints (class, id, role, itemprop as written), whether it is hidden, pictures straight in it.
    pictured: the blocks right after a picture.
    """

    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    container_tags: list[str] = field(default_factory=lambda: ["body"])
    hints: list[str] = field(default_factory=lambda: [""])
    hidden: list[bool] = field(default_factory=lambda: [False])
    pictures: dict[int, int] = field(default_factory=dict)
    pictured: set[int] = field(default_factory=set)
