"""A bounded sample of each site's pages: what a shard is mapped to. Samples merge, in any order, to the same sample.

Of each site the pages with the least hash are kept (bottom-k), so which ones does not depend on who reads them first. A
hash leaves out digits: a page fetched twice, its counters apart, is one page. Where the sites are so many that even few
pages of each do not fit, half of them wait for another pass.
"""

import zlib
from collections.abc import Iterator
from hashlib import blake2b

MOST_PAGES = 60_000  # in all; packed they take 1 to 8 KB each
DEEPEST, LEAST_DEEP = 512, 64  # pages of one site
MOST_CHARS = 6_000  # of a page's head, and of its tail
LINE_CHARS = 200  # no more of a line is compared
_DIGITS = b"0123456789"
_NO_BOUND = 1 << 64
_SLACK = 1.25  # by which a sample may outgrow its bounds before it is cut


def _hash(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def condensed(text: str) -> str:
    """Head and tail of a page, long lines cut: all that is studied."""
    lines = [line.strip()[:LINE_CHARS] for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    condensed = "\n".join(lines)
    if len(condensed) <= 2 * MOST_CHARS:
        return condensed
    return f"{condensed[:MOST_CHARS].rpartition(chr(10))[0]}\n{condensed[-MOST_CHARS:].partition(chr(10))[2]}"


def _packed(text: str) -> bytes:
    return zlib.compress(condensed(text).encode("utf-8", "replace"), 1)


def unpacked(page: bytes) -> str:
    """What is studied of a page of a sample."""
    return zlib.decompress(page).decode()


class Sample:
    """The pages of the sites whose hash leaves `rest` when divided by `parts`."""

    def __init__(self, parts: int = 1, rest: int = 0, most: int = MOST_PAGES) -> None:
        self.parts, self.rest, self.most = parts, rest, most
        self.depth = DEEPEST
        self.sites: dict[str, dict[int, bytes]] = {}
        self._bounds: dict[str, int] = {}  # of a full site the largest hash it holds
        self.read = self.homeless = 0  # pages, and those whose site is not known
        self._count = 0
        self._limit = most * _SLACK

    def add(self, host: str, text: str) -> None:
        """Take in one page, if it is among those with the least hash. host: "" where the site is not known."""
        self.read += 1
        self.homeless += not host
        if not host or (self.parts > 1 and _hash(host.encode()) % self.parts != self.rest):
            return
        number = _hash(text.encode("utf-8", "replace").translate(None, _DIGITS))
        if number <= self._bounds.get(host, _NO_BOUND):
            self._put(host, number, _packed(text))

    def merge(self, other: "Sample") -> None:
        """Take in the pages of another sample of the same sites."""
        self.read += other.read
        self.homeless += other.homeless
        if other.parts > self.parts:
            self._divide(other.parts)
        if other.depth < self.depth:
            self.depth = other.depth
            self._cut()
        for host, pages in other.sites.items():
            for number, packed in pages.items():
                if number <= self._bounds.get(host, _NO_BOUND):
                    self._put(host, number, packed)

    def pages(self) -> Iterator[tuple[str, list[bytes]]]:
        """Each site with its pages, packed, both in an order that depends on nothing but them, once it fits.
        The sample is used up."""
        for host in sorted(self.sites):
            pages = self.sites.pop(host)
            yield host, [pages[number] for number in sorted(pages)]

    def _put(self, host: str, number: int, packed: bytes) -> None:
        if self.parts > 1 and _hash(host.encode()) % self.parts != self.rest:
            return
        pages = self.sites.setdefault(host, {})
        self._count += number not in pages
        pages[number] = min(packed, pages.get(number, packed))  # they may differ in digits
        if len(pages) > self.depth * _SLACK:
            self._cut_site(host)
        if self._count > self._limit:
            self.fit()

    def _cut_site(self, host: str) -> None:
        pages = self.sites[host]
        if len(pages) >= self.depth:
            numbers = sorted(pages)[: self.depth]
            self._bounds[host] = numbers[-1]
            self._count -= len(pages) - len(numbers)
            self.sites[host] = {number: pages[number] for number in numbers}

    def _cut(self) -> None:
        for host in self.sites:
            self._cut_site(host)

    def fit(self) -> None:
        """Fewer pages of each site, then fewer sites, until the sample is within its bounds."""
        self._cut()
        while self._count > self.most:
            if self.depth > LEAST_DEEP:
                self.depth //= 2
                self._cut()
            else:
                self._divide(2 * self.parts)
        self._limit = max(self.most, self._count * _SLACK)

    def _divide(self, parts: int) -> None:
        self.parts = parts
        self.sites = {host: pages for host, pages in self.sites.items() if _hash(host.encode()) % parts == self.rest}
        self._count = sum(map(len, self.sites.values()))
