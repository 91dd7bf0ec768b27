"""A scikit-learn model that is trained when the subgraph starts, within a second."""

from __future__ import annotations

from typing import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from products import Product
from suggestion import Suggestion

# The inverse strength of regularisation. In cross-validation on what is not held out (`python3 evaluate.py --choose`) as many are
# right from 10 to 1,000; with more of it the confidence says less than it knows.
C = 300.0


class Classifier:
    """Logistic regression over the weighed words of a text."""

    name = "shelving-tfidf"
    version = "1.0.0"
    degraded = False

    def __init__(self, products: Sequence[Product], c: float = C) -> None:
        words = TfidfVectorizer(sublinear_tf=True, stop_words="english")
        self._pipeline = make_pipeline(words, LogisticRegression(C=c, max_iter=2_000))
        self._pipeline.fit([product.text for product in products], [product.category for product in products])

    def predict(self, texts: Sequence[str]) -> list[list[Suggestion]]:
        if not texts:
            return []
        categories = [str(category) for category in self._pipeline.classes_]
        return [
            [Suggestion(categories[at], round(float(row[at]), 3)) for at in (-row).argsort(kind="stable")]
            for row in self._pipeline.predict_proba(texts)
        ]
