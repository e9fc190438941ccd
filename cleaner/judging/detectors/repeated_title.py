"""The headline again: with the site's name behind it («TITLE - SITE»), or bare, above the article.

Data cannot say it: the site's name is unknown, only that what is left without it stands as a line of its own.
"""

import re
from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene, letters

WITH_SITE = "The headline with the site's name; the bare headline stands elsewhere in the document."
AGAIN = "The headline again; the copy next to the article is kept."
_SEPARATOR = re.compile(r" ?[|:·•»>/] ?| - | -|- ")  # as folded: dashes of any kind are "-"
_LEAST = 10  # letters: shorter lines are labels, and labels repeat
_LONGEST = 250


def find_with_site(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line above the article that is another line with a name before or after it."""
    above = [i for i in scene.keys if i == 0 or i < scene.first_prose < len(scene.blocks)]
    if not any(_SEPARATOR.search(scene.keys[i]) for i in above):
        return
    alone = {bare for bare in scene.letters.values() if len(bare) >= _LEAST}
    for i in above:
        if _names_site(scene.keys[i], alone):
            yield Verdict("title-with-site-name", "repetition", WITH_SITE, i, i + 1)


def find_again(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line above the article that stands again nearer to it."""
    if not scene.prose:
        return
    last: dict[str, int] = {}
    for i in sorted(i for i in scene.keys if i < scene.first_prose and i not in scene.marks):
        bare = scene.letters[i]
        if len(bare) >= _LEAST and " " in scene.keys[i]:
            if bare in last:
                yield Verdict("repeated-title", "repetition", AGAIN, last[bare], last[bare] + 1)
            last[bare] = i


def _names_site(key: str, alone: set[str]) -> bool:
    """Whether the line is another line with something before or after a separator."""
    if len(key) > _LONGEST:
        return False
    cuts = list(_SEPARATOR.finditer(key))
    for cut in cuts[:1] + cuts[-2:]:
        for rest, extra in ((key[: cut.start()], key[cut.end() :]), (key[cut.end() :], key[: cut.start()])):
            core = letters(rest)
            if core in alone and 2 <= len(letters(extra)) <= max(40, len(core)) and " " in rest.strip():
                return True
    return False
