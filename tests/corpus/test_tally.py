"""Tallies add up, and the table of sites has an end."""

from typing import Any

from cleaner.corpus.tally import GROUP, MOST_SITES, REST, Tally, finished, largest


def of_site(name: str, chars: int) -> dict[str, Any]:
    tally = Tally()
    tally.group("sites", name, dict.fromkeys(GROUP, chars))
    return tally.values


def test_many_sites_are_the_largest_and_the_rest_and_nothing_is_lost() -> None:
    total = Tally()
    for number in range(3 * MOST_SITES + 7):
        total.add(of_site(f"site{number}.example", 1 + number % 50))
    sites = finished(total.values)["sites"]
    assert len(sites) == MOST_SITES + 1
    assert sum(row["chars_in"] for row in sites.values()) == sum(1 + n % 50 for n in range(3 * MOST_SITES + 7))
    assert min(row["chars_in"] for name, row in sites.items() if name != REST) > 30


def test_few_sites_stay_as_they_are() -> None:
    sites = of_site("a.example", 3)["sites"]
    assert largest(sites, 1) == sites


def test_adding_a_tally_leaves_it_as_it_was() -> None:
    one, total = of_site("a.example", 3), Tally()
    total.add(one)
    total.add(one)
    assert one["sites"]["a.example"]["chars_in"] == 3
    assert total.values["sites"]["a.example"]["chars_in"] == 6
