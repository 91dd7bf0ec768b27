"""The products of the demo world, each with the shelf that it stands on; every third of a shelf is held out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Product:
    """What there is to learn from, and what is to be learned."""

    text: str
    category: str
    # What it is, such as "sunscreen"; only to measure how products of a kind do that was never seen.
    kind: str
    held_out: bool


def read_products() -> list[Product]:
    lines = (Path(__file__).parent / "products.jsonl").read_text(encoding="utf-8").splitlines()
    return [_product(json.loads(line)) for line in lines]


def text_of(name: str, description: str) -> str:
    return f"{name}. {description}"


def _product(row: dict) -> Product:
    return Product(text_of(row["name"], row["description"]), row["category"], row["kind"], row["heldOut"])
