"""
Executes a query level by level: a resolver is given all objects of its type at once and answers with a list as long, a value or an
exception for each. So a hundred entities are one prediction, without a data loader.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Callable, Mapping, Optional

from .document import Document, Field, Fragment, Operation, Selection
from .errors import GraphqlError
from .reader import ListOf, Named, NonNull, TypeRef, Variable
from .schema import SCALARS, FieldType, Schema, UnionType
from .validation import read_variables

Path = tuple
# Stands for a value that is null because of an error that was noted already.
FAILED = object()


@dataclass(frozen=True)
class Context:
    """One request: when it came, how long it may take, and the trace it belongs to."""

    budget_ms: float = float("inf")
    trace_id: Optional[str] = None
    arrived_at: float = field(default_factory=time.monotonic)

    def is_over(self, limit_ms: Optional[int] = None) -> bool:
        """Whether its budget has passed, or a field's own limit."""
        limit = self.budget_ms if limit_ms is None else min(self.budget_ms, limit_ms)
        return (time.monotonic() - self.arrived_at) * 1_000 >= limit


Resolver = Callable[[list, dict, Context], list]
Resolvers = Mapping["tuple[str, str]", Resolver]


def execute(
    schema: Schema,
    resolvers: Resolvers,
    document: Document,
    operation: Operation,
    variables: Optional[dict],
    context: Context,
) -> dict:
    """The result of an operation that was validated."""
    values = read_variables(operation, variables)
    return _Execution(schema, resolvers, document, values, context).run(operation)


class _Execution:
    def __init__(
        self, schema: Schema, resolvers: Resolvers, document: Document, variables: dict, context: Context
    ) -> None:
        self._schema = schema
        self._resolvers = resolvers
        self._fragments = document.fragments
        self._variables = variables
        self._context = context
        self._errors: list[dict] = []

    def run(self, operation: Operation) -> dict:
        (data,) = self._objects("Query", [{}], [()], operation.selections)
        told = {"errors": self._errors} if self._errors else {}
        return {"data": None if data is FAILED else data, **told}

    def _objects(self, type_name: str, sources: list, paths: list[Path], selections: list[Selection]) -> list:
        results: list = [{} for _ in sources]
        for key, fields in self._collect(type_name, selections).items():
            below = [(*path, key) for path in paths]
            values, ref = self._field(type_name, fields, sources, below)
            for index, value in enumerate(values):
                if results[index] is FAILED:
                    continue
                if value is FAILED and isinstance(ref, NonNull):
                    results[index] = FAILED
                else:
                    results[index][key] = None if value is FAILED else value
        return results

    def _collect(self, type_name: str, selections: list[Selection]) -> dict[str, list[Field]]:
        fields: dict[str, list[Field]] = {}
        for selection in selections:
            if not self._is_wanted(selection):
                continue
            if isinstance(selection, Field):
                fields.setdefault(selection.key, []).append(selection)
                continue
            fragment = selection if isinstance(selection, Fragment) else self._fragments[selection.name]
            if self._applies(fragment, type_name):
                for key, inner in self._collect(type_name, fragment.selections).items():
                    fields.setdefault(key, []).extend(inner)
        return fields

    def _is_wanted(self, selection: Selection) -> bool:
        return all(
            bool(self._value(one.arguments["if"])) == (one.name == "include") for one in selection.directives
        )

    def _applies(self, fragment: Fragment, type_name: str) -> bool:
        condition = self._schema.types[fragment.on or type_name]
        return type_name in condition.members if isinstance(condition, UnionType) else condition.name == type_name

    def _field(self, type_name: str, fields: list[Field], sources: list, paths: list[Path]) -> tuple[list, TypeRef]:
        first = fields[0]
        if first.name == "__typename":
            return [type_name for _ in sources], NonNull(Named("String"))
        known = self._schema.types[type_name].fields[first.name]  # type: ignore[union-attr]
        values = self._resolve(type_name, known, first, sources)
        selections = [selection for one in fields for selection in one.selections]
        return self._complete(known.type, values, paths, selections), known.type

    def _resolve(self, type_name: str, known: FieldType, asked: Field, sources: list) -> list:
        name = f"{type_name}.{asked.name}"
        late = GraphqlError("DEADLINE_EXCEEDED", f"{name} did not answer in time.")
        resolver = self._resolvers.get((type_name, asked.name))
        if resolver is None:
            return [source.get(asked.name) for source in sources]
        if self._context.is_over(known.deadline_ms):
            return [late for _ in sources]
        try:
            values = resolver(sources, self._arguments(known, asked), self._context)
        except Exception as error:  # Whatever a resolver raises is told of each of its objects.
            values = [error for _ in sources]
        return [late for _ in sources] if self._context.is_over(known.deadline_ms) else values

    def _arguments(self, known: FieldType, asked: Field) -> dict:
        """As they are given; a variable that was left out leaves its argument to the default."""
        given = {
            name: self._value(value)
            for name, value in asked.arguments.items()
            if not isinstance(value, Variable) or value.name in self._variables
        }
        return {**{name: one.default for name, one in known.arguments.items()}, **given}

    def _value(self, value: object) -> object:
        if isinstance(value, Variable):
            return self._variables.get(value.name)
        if isinstance(value, list):
            return [self._value(item) for item in value]
        if isinstance(value, dict):
            return {key: self._value(inner) for key, inner in value.items()}
        return value

    def _complete(self, ref: TypeRef, values: list, paths: list[Path], selections: list[Selection]) -> list:
        values = [self._note(value, path) if isinstance(value, Exception) else value for value, path in zip(values, paths)]
        if isinstance(ref, NonNull):
            completed = self._complete(ref.inner, values, paths, selections)
            return [self._refuse_null(path) if value is None else value for value, path in zip(completed, paths)]
        there = [index for index, value in enumerate(values) if value is not None and value is not FAILED]
        some, at = [values[index] for index in there], [paths[index] for index in there]
        if isinstance(ref, ListOf):
            inner = self._lists(ref, some, at, selections)
        elif ref.name in SCALARS:
            inner = some
        else:
            inner = self._composites(ref.name, some, at, selections)
        for index, value in zip(there, inner):
            values[index] = value
        return values

    def _lists(self, ref: ListOf, lists: list, paths: list[Path], selections: list[Selection]) -> list:
        """All items of all lists at once, and then each list again."""
        items = [item for one in lists for item in one]
        below = [(*path, index) for one, path in zip(lists, paths) for index in range(len(one))]
        completed = iter(self._complete(ref.item, items, below, selections))
        results: list = []
        for one in lists:
            own = [next(completed) for _ in one]
            broken = isinstance(ref.item, NonNull) and any(item is FAILED for item in own)
            results.append(FAILED if broken else [None if item is FAILED else item for item in own])
        return results

    def _composites(self, type_name: str, sources: list, paths: list[Path], selections: list[Selection]) -> list:
        if not isinstance(self._schema.types[type_name], UnionType):
            return self._objects(type_name, sources, paths, selections)
        results: list = [None for _ in sources]
        for name in dict.fromkeys(source["__typename"] for source in sources):
            of_type = [index for index, source in enumerate(sources) if source["__typename"] == name]
            objects = self._objects(name, [sources[i] for i in of_type], [paths[i] for i in of_type], selections)
            for index, value in zip(of_type, objects):
                results[index] = value
        return results

    def _refuse_null(self, path: Path) -> object:
        return self._note(GraphqlError("INTERNAL_SERVER_ERROR", "A field that may not be null is."), path)

    def _note(self, error: Exception, path: Path) -> object:
        if not isinstance(error, GraphqlError):
            logging.error("a resolver failed at %s, trace %s", path, self._context.trace_id, exc_info=error)
            error = GraphqlError("INTERNAL_SERVER_ERROR", "The subgraph failed on this field; its log says why.")
        self._errors.append(error.to_json(list(path)))
        return FAILED
