"""The rules by which blocks of a page go: id, kind, and why. What data cannot say, as the detectors of plain text."""

from typing import NamedTuple

from cleaner.document import Verdict


class PageRule(NamedTuple):
    """kind: as rules of packs have it."""

    id: str
    kind: str
    why: str

    def on(self, block: int, because: str = "") -> Verdict:
        """The verdict on one block, with the evidence that decided where there is any."""
        return Verdict(self.id, self.kind, f"{self.why} {because}".rstrip(), block, block + 1)


OUTSIDE = PageRule("page-outside", "chrome", "Outside the part of the page that holds the article.")
NEXT_STORY = PageRule("page-next-article", "related", "Another article below the first, with a headline of its own.")
REPLY = PageRule("page-reply", "comment", "A post below the first of a forum.")
COMMENTS = PageRule("page-comments", "comment", "In a container for comments.")
RELATED = PageRule("page-related", "related", "Leads to other articles.")
BYLINE = PageRule("page-byline", "byline", "Author, date or section of the article.")
CAPTION = PageRule("page-caption", "chrome", "The caption or credit of a picture.")
SHARE = PageRule("page-share", "chrome", "A bar for sharing.")
NEWSLETTER = PageRule("page-newsletter", "chrome", "A box for a newsletter.")
ADVERTISEMENT = PageRule("page-advertisement", "chrome", "An advertisement.")
HIDDEN = PageRule("page-hidden", "chrome", "Hidden from the reader.")
FOOTER = PageRule("page-footer", "chrome", "A footer of the page.")
MENU = PageRule("page-menu", "chrome", "A menu, button or form of the page.")
REPETITION = PageRule("page-repetition", "repetition", "Stands twice on the page.")
LINKS = PageRule("page-links", "chrome", "A line of links.")
FURNITURE = PageRule("page-furniture", "chrome", "Reads and stands like furniture of the page.")
CAPITAL_LINK = PageRule("page-capital-link", "related", "A line in capitals that is one link leads to another article.")
ABOVE_HEADLINE = PageRule(
    "page-above-headline", "chrome", "Above the headline: a kicker, a notice or a column beside the article."
)
LAST_HEADING = PageRule("page-last-heading", "chrome", "A heading at the end, of which nothing is article.")
PAGE_RULES = (
    *(OUTSIDE, NEXT_STORY, REPLY, COMMENTS, RELATED, BYLINE, CAPTION, SHARE, NEWSLETTER, ADVERTISEMENT, HIDDEN),
    *(FOOTER, MENU, REPETITION, LINKS, FURNITURE, CAPITAL_LINK, ABOVE_HEADLINE, LAST_HEADING),
)
