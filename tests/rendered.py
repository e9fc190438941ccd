"""Markdown as a reader of it shows it: by markdown-it-py, which follows CommonMark, with the tables of GitHub."""

from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark").enable("table")


def html(markdown: str) -> str:
    """The HTML that comes of it, without the line ends between its elements."""
    return str(_READER.render(markdown)).replace("\n", "")


def words(markdown: str) -> list[str]:
    """The words shown, in order."""
    return " ".join(_texts(markdown)).split()


def _texts(markdown: str) -> list[str]:
    texts = []
    for token in _READER.parse(markdown):
        assert token.type != "html_block", token.content
        if token.type == "inline":
            texts.append("".join(_text(child.type, child.content) for child in token.children or ()))
        elif token.type in ("fence", "code_block"):
            texts.append(token.content)
    return texts


def _text(kind: str, content: str) -> str:
    assert kind not in ("html_inline", "image"), content
    return " " if kind in ("softbreak", "hardbreak") else content
