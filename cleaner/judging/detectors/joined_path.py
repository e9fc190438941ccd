"""The path to an article whose steps run together, the headline behind them: «HomeTown NewsThe ferry ties up…».

drop | HomeTown NewsThe ferry that carried nurses...
drop | Home Videos The ferry that carried nurses ties up for good
keep | The ferry that carried nurses ties up for good
keep | For forty years the ferry has carried nurses and the morning mail, and in November it will tie up for good.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene

WHY = "The path from the home page down to this article, its steps run together, and the headline that stands below."
_LINES = 8  # above the first paragraph
_REACH = 5  # lines from the path down to the headline
_PROBE, _LEAST_PATH = 15, 4  # characters of the headline that are sought; of the path before it
_ENDS = " .…"


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line above the first paragraph that ends with the beginning of a line below it."""
    low = max(0, scene.first_prose - _LINES)
    head = [scene.keys.get(i, "") for i in range(low, scene.first_prose + 1)]
    text, size = "\n".join(head), 0  # of what is above
    for n, below in enumerate(head):
        is_above = len(below) >= _PROBE and text.find(below[:_PROBE]) < size
        size += len(below) + 1
        if not is_above:
            continue
        above = head[max(0, n - _REACH) : n]
        for i in [i for i, key in enumerate(above, low + n - len(above)) if _leads_to(scene, key, below)]:
            yield Verdict("joined-path", "chrome", WHY, i, i + 1)


def _leads_to(scene: Scene, key: str, headline: str) -> bool:
    """Whether a line ends with a headline, or with its beginning, and no blank parts that from what is before it.

    A blank may, where all that is before it are labels that rules know: «home videos The ferry ties up …».
    """
    if (start := key.find(headline[:_PROBE], _LEAST_PATH)) < 0:
        return False
    is_path = key[start - 1].isalnum() or all(word in scene.labels for word in key[:start].split())
    return is_path and headline.startswith(key[start:].rstrip(_ENDS))
