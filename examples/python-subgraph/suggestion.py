"""What a model says of one product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Protocol, Sequence


@dataclass(frozen=True)
class Suggestion:
    """A category, and how probable it is, where that is known."""

    category: str
    confidence: Optional[float] = None


class Model(Protocol):
    """Texts in, and for each, in their order, suggestions out, the likeliest first."""

    name: str
    version: str
    degraded: bool

    def predict(self, texts: Sequence[str]) -> list[list[Suggestion]]: ...
