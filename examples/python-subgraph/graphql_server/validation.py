"""Whether an operation fits the schema, and its variables fit the operation."""

from __future__ import annotations

from typing import Iterator, Optional

from .document import Document, Field, Fragment, Operation, Selection, Spread
from .errors import GraphqlError
from .reader import ListOf, NonNull, TypeRef, Variable
from .schema import SCALARS, FieldType, ObjectType, Schema, UnionType, named_type

DIRECTIVES = {"include", "skip"}
# Fragments that spread others twice, and those others again, would be selections without end.
MOST_SELECTIONS = 10_000


def validate(schema: Schema, document: Document, operation: Operation) -> None:
    """Raises the first fault: an operation that passes can be executed."""
    if operation.kind != "query":
        raise invalid(f"This subgraph answers queries; got a {operation.kind}")
    _Validator(schema, document, operation).selections("Query", operation.selections, ())


def read_variables(operation: Operation, given: Optional[dict]) -> dict:
    """The variables with their defaults; raises for what is missing, and for null or a list where there may be none."""
    values = {}
    for definition in operation.variables:
        if given is not None and definition.name in given:
            value = given[definition.name]
        elif definition.has_default:
            value = definition.default
        elif isinstance(definition.type, NonNull):
            raise _bad_variable(definition.name, "a value", "nothing")
        else:
            continue
        fault = misfit(value, definition.type)
        if fault is not None:
            raise _bad_variable(definition.name, *fault)
        values[definition.name] = value
    return values


def misfit(value: object, ref: TypeRef) -> Optional[tuple[str, str]]:
    """What was expected and what came, where a value is not of a type."""
    if isinstance(ref, NonNull):
        return ("a value", "null") if value is None else misfit(value, ref.inner)
    if value is None:
        return None
    if isinstance(ref, ListOf):
        items = value if isinstance(value, list) else [value]
        return next((fault for item in items if (fault := misfit(item, ref.item))), None)
    kinds = {"Int": int, "Float": (int, float), "String": str, "Boolean": bool, "ID": (str, int)}.get(ref.name, object)
    truth = isinstance(value, bool) and ref.name in ("Int", "Float", "ID")
    return None if isinstance(value, kinds) and not truth else (ref.name, repr(value)[:60])


def invalid(message: str) -> GraphqlError:
    return GraphqlError("GRAPHQL_VALIDATION_FAILED", f"{message}.")


def _bad_variable(name: str, expected: str, came: str) -> GraphqlError:
    return GraphqlError("BAD_USER_INPUT", f"${name}: expected {expected}, got {came}.")


class _Validator:
    def __init__(self, schema: Schema, document: Document, operation: Operation) -> None:
        self._schema = schema
        self._fragments = document.fragments
        self._variables = {one.name for one in operation.variables}
        self._left = MOST_SELECTIONS

    def selections(self, type_name: str, selections: list[Selection], within: tuple[str, ...]) -> None:
        for selection in selections:
            self._left -= 1
            if self._left < 0:
                raise invalid(f"Expected at most {MOST_SELECTIONS} selections, got more")
            for directive in selection.directives:
                if directive.name not in DIRECTIVES or set(directive.arguments) != {"if"}:
                    raise invalid(f"Expected @include(if:) or @skip(if:), got @{directive.name}")
                self._values(directive.arguments)
            if isinstance(selection, Field):
                self._field(type_name, selection, within)
            elif isinstance(selection, Fragment):
                self._fragment(type_name, selection, within)
            else:
                self._spread(type_name, selection, within)

    def _field(self, type_name: str, field: Field, within: tuple[str, ...]) -> None:
        parent = self._schema.types[type_name]
        if field.name == "__typename":
            return
        known = parent.fields.get(field.name) if isinstance(parent, ObjectType) else None
        if known is None:
            raise invalid(f"The type {type_name} has no field {field.name}")
        where = f"{type_name}.{field.name}"
        self._arguments(where, field.arguments, known)
        inner = named_type(known.type)
        if (inner in SCALARS) == bool(field.selections):
            raise invalid(f"{where} is of the type {inner}, of which {'no fields' if field.selections else 'fields'} are asked")
        if field.selections:
            self.selections(inner, field.selections, within)

    def _arguments(self, where: str, given: dict, known: FieldType) -> None:
        needed = {
            name for name, one in known.arguments.items() if isinstance(one.type, NonNull) and one.default is None
        }
        if set(given) - set(known.arguments) or needed - set(given):
            names = ", ".join(known.arguments) or "none"
            raise invalid(f"The arguments of {where} are {names}; got {', '.join(given) or 'none'}")
        for name, value in given.items():
            self._values(value)
            fault = None if any(_variables_in(value)) else misfit(value, known.arguments[name].type)
            if fault is not None:
                raise invalid(f"{where}({name}:): expected {fault[0]}, got {fault[1]}")

    def _fragment(self, type_name: str, fragment: Fragment, within: tuple[str, ...]) -> None:
        on = fragment.on or type_name
        if on not in self._schema.types:
            raise invalid(f"There is no type {on} to select fields of")
        parent = self._schema.types[type_name]
        possible = parent.members if isinstance(parent, UnionType) else {type_name}
        condition = self._schema.types[on]
        if not possible & (condition.members if isinstance(condition, UnionType) else {on}):
            raise invalid(f"A {type_name} is never a {on}")
        self.selections(on, fragment.selections, within)

    def _spread(self, type_name: str, spread: Spread, within: tuple[str, ...]) -> None:
        fragment = self._fragments.get(spread.name)
        if fragment is None or spread.name in within:
            raise invalid(f"The fragment {spread.name} {'contains itself' if fragment else 'is not there'}")
        self._fragment(type_name, fragment, (*within, spread.name))

    def _values(self, value: object) -> None:
        unknown = [name for name in _variables_in(value) if name not in self._variables]
        if unknown:
            raise invalid(f"The variable ${unknown[0]} is not defined")


def _variables_in(value: object) -> Iterator[str]:
    if isinstance(value, Variable):
        yield value.name
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _variables_in(inner)
