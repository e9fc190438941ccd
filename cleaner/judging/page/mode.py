"""How much a block of a page must speak for itself to be kept."""

from typing import Literal

Mode = Literal["precision", "balanced", "recall"]
THRESHOLDS: dict[Mode, float] = {"precision": 0.62, "balanced": 0.45, "recall": 0.25}  # chances to be article
