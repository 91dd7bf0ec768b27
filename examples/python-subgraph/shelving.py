"""The subgraph: which shelf a product belongs on."""

from __future__ import annotations

import logging
from pathlib import Path

from graphql_server.errors import GraphqlError
from graphql_server.execution import Context
from graphql_server.subgraph import Subgraph
from products import Product, read_products, text_of
from suggestion import Model
from word_rule import WordRule

MOST = 10


def create_subgraph(model: Model) -> Subgraph:
    sdl = (Path(__file__).parent / "schema.graphql").read_text(encoding="utf-8")

    def suggested_categories(products: list, arguments: dict, _: Context) -> list:
        first = arguments["first"]
        if first is None or not 1 <= first <= MOST:
            raise GraphqlError("BAD_USER_INPUT", f"first: expected 1 to {MOST}, got {'null' if first is None else first}.")
        faults = [_fault(product) for product in products]
        texts = [text_of(one["name"], one["description"]) for one, fault in zip(products, faults) if fault is None]
        predictions = iter(model.predict(texts))
        return [fault or [_shown(one, model) for one in next(predictions)[:first]] for fault in faults]

    return Subgraph(
        sdl,
        {("Product", "suggestedCategories"): suggested_categories},
        {"Product": lambda representations: [_product(one) for one in representations]},
    )


def train_model() -> Model:
    """The classifier where scikit-learn is installed, the rule elsewhere; both learn from what is not held out."""
    known: list[Product] = [product for product in read_products() if not product.held_out]
    try:
        from classifier import Classifier
    except ImportError:
        logging.warning("scikit-learn is not installed: a plain rule answers, and says that it is degraded")
        return WordRule(known)
    return Classifier(known)


def _product(representation: dict) -> object:
    """Whether there is such a product, its owner tells; here it is enough that it has an id."""
    if isinstance(representation.get("id"), str):
        return representation
    return GraphqlError("BAD_USER_INPUT", "id: expected the id of a product, got nothing that is text.")


def _fault(product: dict) -> "GraphqlError | None":
    missing = [name for name in ("name", "description") if not isinstance(product.get(name), str)]
    if not missing:
        return None
    return GraphqlError("BAD_USER_INPUT", f"Expected {' and '.join(missing)} of the product as text, got none.")


def _shown(suggestion, model: Model) -> dict:
    return {
        "category": {"id": suggestion.category},
        "confidence": suggestion.confidence,
        "model": {"name": model.name, "version": model.version},
        "degraded": model.degraded,
    }
