"""A subgraph's own SDL, read for execution: object types, and what federation adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union

from .reader import Directive, ListOf, Named, NonNull, Reader, TypeRef

SCALARS = frozenset({"Int", "Float", "String", "Boolean", "ID", "_Any"})


@dataclass(frozen=True)
class Argument:
    """What a field takes, and what it takes where nothing is given."""

    type: TypeRef
    default: object = None


@dataclass(frozen=True)
class FieldType:
    """A field: what it answers with, what it takes, and how long it may take."""

    type: TypeRef
    arguments: dict[str, Argument]
    deadline_ms: Optional[int] = None


@dataclass(frozen=True)
class ObjectType:
    """A type with fields."""

    name: str
    fields: dict[str, FieldType]
    is_entity: bool = False


@dataclass(frozen=True)
class UnionType:
    """One of several object types, told by `__typename`."""

    name: str
    members: frozenset[str]


class Schema:
    """Types by their names."""

    def __init__(self, sdl: str) -> None:
        self.sdl = sdl
        own = {one.name: one for one in _Parser(sdl).types()}
        entities = frozenset(one.name for one in own.values() if one.is_entity)
        query = {**own["Query"].fields} if "Query" in own else {}
        query["_service"] = FieldType(NonNull(Named("_Service")), {})
        if entities:
            representations = Argument(NonNull(ListOf(NonNull(Named("_Any")))))
            query["_entities"] = FieldType(NonNull(ListOf(Named("_Entity"))), {"representations": representations})
        self.types: dict[str, Union[ObjectType, UnionType]] = {
            **own,
            "Query": ObjectType("Query", query),
            "_Service": ObjectType("_Service", {"sdl": FieldType(Named("String"), {})}),
            "_Entity": UnionType("_Entity", entities),
        }


def named_type(ref: TypeRef) -> str:
    """The name inside of lists and exclamation marks."""
    if isinstance(ref, NonNull):
        return named_type(ref.inner)
    return named_type(ref.item) if isinstance(ref, ListOf) else ref.name


class _Parser(Reader):
    """Reads object types; other kinds of types are refused, as the executor knows none."""

    def types(self) -> list[ObjectType]:
        found = []
        while self.token.kind != "end":
            self._description()
            if self.take("extend"):
                self.expect("schema")
                self.directives()
            elif self.take("directive"):
                self._directive_definition()
            elif self.take("type"):
                found.append(self._object())
            else:
                raise self.unexpected("'extend schema', 'directive' or 'type'")
        return found

    def _object(self) -> ObjectType:
        name, directives = self.name(), self.directives()
        keys = [one for one in directives if one.name == "key" and one.arguments.get("resolvable", True)]
        return ObjectType(name, dict(self.many("{", self._field, "}")), bool(keys))

    def _field(self) -> tuple[str, FieldType]:
        self._description()
        name = self.name()
        arguments = dict(self.maybe_many("(", self._argument_definition, ")"))
        self.expect(":")
        ref = self.type_ref()
        return name, FieldType(ref, arguments, _deadline(self.directives()))

    def _argument_definition(self) -> tuple[str, Argument]:
        self._description()
        name = self.name()
        self.expect(":")
        ref = self.type_ref()
        default = self.value() if self.take("=") else None
        self.directives()
        return name, Argument(ref, default)

    def _directive_definition(self) -> None:
        self.expect("@")
        self.name()
        self.maybe_many("(", self._argument_definition, ")")
        self.expect("on")
        self.name()

    def _description(self) -> None:
        if self.token.kind in ("string", "block"):
            self.value()


def _deadline(directives: list[Directive]) -> Optional[int]:
    return next((int(one.arguments["ms"]) for one in directives if one.name == "deadline"), None)
