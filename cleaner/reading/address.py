"""Where a page comes from and where its links lead."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TELLING = (  # what names the page's own address, the surest first
    ('link[rel="canonical"]', "href"),
    ('meta[property="og:url"]', "content"),
    ("base", "href"),
)
_SCHEMES = ("http", "https", "mailto", "tel", "ftp", "")
_LONGEST = 2000  # characters of an address


def page_address(tree: "LexborHTMLParser") -> str:
    """The address that a page gives as its own; "" where it gives none that is whole."""
    told = (node.attributes.get(key) or "" for selector, key in _TELLING for node in tree.css(selector)[:1])
    return next((address.strip() for address in told if host_of(address)), "")


def base_address(tree: "LexborHTMLParser") -> str:
    """What the page's links are relative to."""
    address = page_address(tree)
    for node in tree.css("base[href]")[:1]:
        address = _joined(address, node.attributes["href"] or "")
    return address if len(address) <= _LONGEST else ""  # it comes out with each link


def host_of(address: str) -> str:
    """The host of a web address, lower case; "" where it is none.

    >>> host_of("https://News.example.com:80/a"), host_of("/a")
    ('news.example.com', '')
    """
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "").rstrip(".") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def link_target(base: str, href: str) -> str:
    """Where a link leads, as written or made whole by the base; "" for scripts, places in the page, and nonsense.

    >>> link_target("https://a.example/b/", "c?d"), link_target("", "/c"), link_target("", "javascript:x()")
    ('https://a.example/b/c?d', '/c', '')
    """
    href = "".join(href.split("\n")).strip()
    if not href or href.startswith("#") or len(href) > _LONGEST:
        return ""
    target = _joined(base, href)
    try:
        return target if urlsplit(target).scheme in _SCHEMES else ""
    except ValueError:
        return ""


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # a host in brackets that is no address
        return ""
