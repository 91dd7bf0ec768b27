"""`python3 evaluate.py`: how often the model and the rule are right on products that they did not learn from."""

from __future__ import annotations

import math
import sys
from typing import Callable, Sequence

from products import Product, read_products
from suggestion import Model, Suggestion
from word_rule import WordRule

FOLDS = 7
Train = Callable[[Sequence[Product]], Model]
Judged = "list[tuple[str, list[Suggestion]]]"


def main() -> None:
    """Held-out products, and kinds of products (such as "sunscreen") of which none was seen."""
    products = read_products()
    known = [product for product in products if not product.held_out]
    held_out = [product for product in products if product.held_out]
    for name, train in _makers():
        _report(f"{name}, held-out products", _judge(train(known), held_out))
        by_kind = [sum(product.kind.encode()) % FOLDS for product in products]
        _report(f"{name}, kinds never seen", _cross_validate(products, by_kind, train))


def choose() -> None:
    """Cross-validates the classifier's one parameter on what is not held out."""
    from classifier import Classifier

    known = [product for product in read_products() if not product.held_out]
    in_turn = [at % FOLDS for at in range(len(known))]
    for c in (10.0, 30.0, 100.0, 300.0, 1_000.0):
        _report(f"C = {c:g}", _cross_validate(known, in_turn, lambda some, c=c: Classifier(some, c)))


def _makers() -> list[tuple[str, Train]]:
    try:
        from classifier import Classifier
    except ImportError:
        return [("rule", WordRule)]
    return [("model", Classifier), ("rule", WordRule)]


def _judge(model: Model, products: Sequence[Product]) -> Judged:
    suggestions = model.predict([product.text for product in products])
    return [(product.category, some) for product, some in zip(products, suggestions)]


def _cross_validate(products: Sequence[Product], folds: Sequence[int], train: Train) -> Judged:
    judged = []
    for fold in range(FOLDS):
        rest = [product for product, own in zip(products, folds) if own != fold]
        judged += _judge(train(rest), [product for product, own in zip(products, folds) if own == fold])
    return judged


def _report(title: str, judged: Judged) -> None:
    first = sum(truth in [one.category for one in some[:1]] for truth, some in judged)
    three = sum(truth in [one.category for one in some[:3]] for truth, some in judged)
    sure = [some[0].confidence for _, some in judged if some and some[0].confidence is not None]
    mean = f"   mean confidence {sum(sure) / len(sure):.2f}" if sure else ""
    n = len(judged)
    print(f"{title:24}  first {_share(first, n)}   among three {_share(three, n)}   n = {n}{mean}")


def _share(count: int, n: int) -> str:
    """A share with its 95% Wilson interval."""
    z, p = 1.96, count / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{p:.2f} ({middle - half:.2f}–{middle + half:.2f})"


if __name__ == "__main__":
    choose() if "--choose" in sys.argv else main()
