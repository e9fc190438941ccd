"""Documents on the page: what was kept of each, beside what was removed."""

import json
from collections.abc import Mapping, Sequence

from cleaner.corpus.report.elements import Html, element, joined
from cleaner.corpus.report.kept import Kept
from cleaner.corpus.report.page_tables import NOTHING, text_of
from cleaner.corpus.report.samples import Removed, Sample

_SHOWN = 25  # removed lines of a document


def sample_cards(samples: Sequence[Sample], kept: Mapping[bytes, Kept]) -> Html:
    """A card for each document."""
    if not samples:
        return NOTHING
    note = "Documents chosen to show many rules, the same ones for the same corpus. Texts stand in their own direction."
    return joined(element("p", note, class_="note"), *[_card(each, kept.get(each.digest)) for each in samples])


def _card(sample: Sample, kept: Kept | None) -> Html:
    name = sample.name if isinstance(sample.name, str) else json.dumps(sample.name, ensure_ascii=False)
    place = " · ".join(filter(None, (kept.site if kept else "", sample.shard)))
    head = element("header", element("h3", element("bdi", name)), element("p", place))
    sides = (_side("Kept", _kept(kept)), _side("Removed", _removed(sample)))
    return element("article", head, element("div", *sides, class_="sides"), class_="sample")


def _side(title: str, content: Html) -> Html:
    # It scrolls, so that the keyboard must reach it, and a reader of screens must be told what it is.
    scrolled = element("div", content, class_="tall", tabindex="0", role="group", aria_label=title)
    return element("div", element("h4", title), scrolled)


def _kept(kept: Kept | None) -> Html:
    if kept is None:
        return element(
            "p", "The article is not at hand: the output is no JSON Lines, or has been moved.", class_="note"
        )
    lines = [line for line in kept.text.splitlines() if line.strip()]
    if not lines:
        return element("p", "Nothing was kept.", class_="note")
    end = [element("p", "It goes on.", class_="note")] if kept.cut else []
    return joined(*map(text_of, lines), *end)


def _removed(sample: Sample) -> Html:
    shown = sample.removed[:_SHOWN]
    others = len(sample.removed) - len(shown) + sample.more
    end = [element("p", f"And {others:,} more.", class_="note")] if others else []
    return joined(element("ol", *map(_line, shown), class_="gone"), *end)


def _line(removed: Removed) -> Html:
    about: list[Html | str] = [f"line {removed.line} · ", element("code", removed.rule), f" · {removed.kind}"]
    return element("li", text_of(removed.text), element("small", *about), class_=removed.kind, title=removed.reason)
