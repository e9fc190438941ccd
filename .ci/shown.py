"""Whether ./cleaned and ./explained are what the README, which is named, shows of the sample."""

import sys
from pathlib import Path

readme = Path(sys.argv[1]).read_text("utf-8")


def shown(marker: str) -> str:
    """The fenced block behind a marker."""
    return readme.partition(f"<!-- {marker} -->\n```text\n")[2].partition("```")[0]


cleaned, explained = (Path(name).read_text("utf-8") for name in ("cleaned", "explained"))
if not shown("sample") or cleaned != shown("sample"):
    sys.exit("cleaner clean does not print what the README shows")
if not shown("explained") or shown("explained") not in explained:
    sys.exit("cleaner explain does not print what the README shows")
