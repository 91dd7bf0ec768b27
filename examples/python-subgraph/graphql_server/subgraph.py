"""A subgraph: its schema, its resolvers, and what federation asks of both."""

from __future__ import annotations

from typing import Callable, Mapping, Optional

from .document import parse_document
from .errors import GraphqlError
from .execution import Context, Resolver, execute
from .schema import Schema, UnionType
from .validation import validate

# Given representations of one type, answers with an entity, None or an exception for each.
ResolveEntities = Callable[[list], list]


class Subgraph:
    """Answers requests; it knows nothing of HTTP."""

    def __init__(
        self, sdl: str, resolvers: Mapping[tuple[str, str], Resolver], entities: Mapping[str, ResolveEntities]
    ) -> None:
        self._schema = Schema(sdl)
        self._entities = entities
        self._resolvers = {
            ("Query", "_service"): lambda sources, _, __: [{"sdl": sdl} for _ in sources],
            ("Query", "_entities"): lambda sources, given, _: [self._resolve(given["representations"]) for _ in sources],
            **resolvers,
        }

    def answer(self, query: str, variables: Optional[dict], operation_name: Optional[str], context: Context) -> dict:
        """A GraphQL response; what is wrong with the request is in its errors."""
        try:
            document = parse_document(query)
            operation = document.operation(operation_name)
            validate(self._schema, document, operation)
            return execute(self._schema, self._resolvers, document, operation, variables, context)
        except GraphqlError as error:
            return {"errors": [error.to_json()]}

    def _resolve(self, representations: list) -> list:
        """In the order of the representations; those of a type are resolved together."""
        results: list = [_faulty(representation, self._schema) for representation in representations]
        for name, resolve in self._entities.items():
            indexes = [i for i, fault in enumerate(results) if fault is None and representations[i]["__typename"] == name]
            for index, entity in zip(indexes, resolve([representations[i] for i in indexes])):
                results[index] = {**entity, "__typename": name} if isinstance(entity, dict) else entity
        return results


def _faulty(representation: object, schema: Schema) -> Optional[GraphqlError]:
    union = schema.types["_Entity"]
    names = sorted(union.members) if isinstance(union, UnionType) else []
    name = representation.get("__typename") if isinstance(representation, dict) else None
    if isinstance(name, str) and name in names:
        return None
    message = f"Expected a representation with a __typename of {', '.join(names)}; got {repr(representation)[:60]}."
    return GraphqlError("BAD_USER_INPUT", message)
