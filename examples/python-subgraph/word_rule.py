"""A plain rule for machines without scikit-learn: words vote for the one category that they were seen in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Sequence

from products import Product
from suggestion import Suggestion


class WordRule:
    """Each word that was seen in products of one category alone is a vote for it."""

    name = "shelving-words"
    version = "1.0.0"
    degraded = True

    def __init__(self, products: Sequence[Product]) -> None:
        seen: dict[str, set[str]] = defaultdict(set)
        for product in products:
            for word in _words(product.text):
                seen[word].add(product.category)
        self._votes = {word: next(iter(categories)) for word, categories in seen.items() if len(categories) == 1}

    def predict(self, texts: Sequence[str]) -> list[list[Suggestion]]:
        return [self._judge(text) for text in texts]

    def _judge(self, text: str) -> list[Suggestion]:
        # In alphabetical order, so that it says the same each time where as many words speak for two.
        votes = Counter(self._votes[word] for word in sorted(_words(text)) if word in self._votes)
        return [Suggestion(category) for category, _ in votes.most_common()]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower()))
