"""Where a rule holds: in a text and on a page alike."""

import pytest

from cleaner import Choice, clean
from cleaner.rules.rule import WHERE, Rule

WORD = "Plidru nifgra solm enta quovi marsel drin"  # longer than a label, which may be a heading
PROSE = (
    "The harbour council voted on Tuesday to keep the old crane on the north quay, ending a long and bitter dispute.",
    "Engineers who examined the crane in March found its frame sound, although two wheels will have to be cast anew.",
    "Residents had collected three thousand signatures against the demolition, more than half of the town's people.",
)
PLACES = {
    "above": ("Old crane stays", WORD, *PROSE),
    "between": ("Old crane stays", *PROSE[:2], WORD, PROSE[2]),
    "under": ("Old crane stays", *PROSE, WORD),
}
HOLDS = {
    "head": {"above"},
    "tail": {"under"},
    "edges": {"above", "under"},
    "below": {"between", "under"},
    "anywhere": {"above", "between", "under"},
}


def document(lines: tuple[str, ...], kind: str) -> str:
    if kind == "text":
        return "\n".join(lines)
    return f"<article><h1>{lines[0]}</h1>{''.join(f'<p>{line}</p>' for line in lines[1:])}</article>"


def test_all_places_are_tried() -> None:
    assert set(HOLDS) == set(WHERE)


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("where", HOLDS)
def test_a_rule_holds_where_it_says(where: str, place: str, kind: str) -> None:
    rule = Rule("own-word", "chrome", "A word.", lines=(WORD.lower(),), where=where)
    choice = Choice(packs=(rule,), select=frozenset({rule.id}))
    result = clean(document(PLACES[place], kind), format=kind, choice=choice)  # type: ignore[arg-type]
    assert (WORD in result.text) == (place not in HOLDS[where])
    assert all(paragraph in result.text for paragraph in PROSE)
