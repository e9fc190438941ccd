"""Which blocks of a page its known body holds: runs of four words for longer blocks, place for short ones."""

import re
from bisect import bisect_left

_TOKEN = re.compile(r"[぀-鿿가-힯]|\w+")  # an ideograph, kana or hangul syllable counts as a word
_RUN = 4
_LONG, _SHORT = 6, 12  # tokens: from, and below which
_NEAR = 6  # blocks among which the right one of several copies stands
_REACH = 12  # blocks around the body in which a short one may still be its own


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def held_by(body: str, texts: list[str]) -> list[bool]:
    """For each text whether it is part of the body. Of several copies as many as the body has, the best placed first.

    >>> held_by("One two three four five six.\\nEight.", ["Eight.", "One two three four five six.", "Eight."])
    [False, True, True]
    """
    gold = tokens(body)
    split = [tokens(text) for text in texts]
    places: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(gold) - _RUN + 1):
        places.setdefault(tuple(gold[i : i + _RUN]), []).append(i)
    at: list[int | None] = [None] * len(texts)
    taken = bytearray(len(gold) + 1)
    for k in _chosen(split, places):
        runs = _runs(split[k])
        found = sorted(place for run in runs for place in places.get(run, ()))
        at[k] = found[len(found) // 2]
        for place in found:
            taken[place : place + _RUN] = b"\1" * _RUN
    held = [place is not None for place in at]
    _place_short(split, gold, at, taken, held)
    return held


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]


def _chosen(split: list[list[str]], places: dict[tuple[str, ...], list[int]]) -> list[int]:
    """The longer blocks most of whose runs the body has; of copies those among most others of the body."""
    candidates: dict[tuple[str, ...], list[int]] = {}
    weight = [0] * len(split)
    for k, words in enumerate(split):
        runs = _runs(words)
        if len(words) >= _LONG and sum(run in places for run in runs) >= 0.5 * len(runs):
            candidates.setdefault(tuple(words), []).append(k)
            weight[k] = len(words)
    chosen = []
    for held, copies in candidates.items():
        first = next(run for run in _runs(list(held)) if run in places)
        copies.sort(key=lambda k: -sum(weight[max(0, k - _NEAR) : k + _NEAR + 1]))
        chosen += copies[: len(places[first])]
    return sorted(chosen)


def _place_short(
    split: list[list[str]], gold: list[str], at: list[int | None], taken: bytearray, held: list[bool]
) -> None:
    """A short block is the body's if the body has just its words between what stands before and after it."""
    joined = f" {' '.join(gold)} "
    starts = [0]
    for word in gold:
        starts.append(starts[-1] + len(word) + 1)
    sure = [k for k, place in enumerate(at) if place is not None]
    for k, words in enumerate(split):
        after = bisect_left(sure, k)
        before_all, after_all = after == 0, after == len(sure)
        far = sure and ((before_all and sure[0] - k > _REACH) or (after_all and k - sure[-1] > _REACH))
        if held[k] or not words or len(words) >= _SHORT or far:
            continue
        low = (at[sure[after - 1]] or 0) if after else 0
        high = (at[sure[after]] or 0) if after < len(sure) else len(gold)
        stop = starts[min(len(gold), max(high, low) + 1 if high >= low else len(gold))] + 1
        phrase = f" {' '.join(words)} "
        hit = joined.find(phrase, starts[low], stop + len(phrase))
        while hit >= 0:
            place = bisect_left(starts, hit)
            if not any(taken[place : place + len(words)]):
                taken[place : place + len(words)] = b"\1" * len(words)
                held[k] = True
                break
            hit = joined.find(phrase, hit + 1, stop + len(phrase))
