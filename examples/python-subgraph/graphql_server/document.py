"""Executable documents: what a router sends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Union

from .errors import GraphqlError
from .reader import Directive, Reader, TypeRef


@dataclass(frozen=True)
class Field:
    """A field that is asked for, under the name that it has in the answer."""

    key: str
    name: str
    arguments: dict
    directives: list[Directive]
    selections: list["Selection"]


@dataclass(frozen=True)
class Fragment:
    """Selections for a type, inline or named; `on` is None where the type is the one around it."""

    on: Optional[str]
    directives: list[Directive]
    selections: list["Selection"]


@dataclass(frozen=True)
class Spread:
    """`...Name`."""

    name: str
    directives: list[Directive]


Selection = Union[Field, Fragment, Spread]


@dataclass(frozen=True)
class VariableDefinition:
    """`$name: Type = default`."""

    name: str
    type: TypeRef
    default: object
    has_default: bool


@dataclass(frozen=True)
class Operation:
    """A query; a mutation or a subscription is told by its kind."""

    kind: str
    name: Optional[str]
    variables: list[VariableDefinition]
    selections: list[Selection]


@dataclass
class Document:
    """Operations, and the fragments that they share."""

    operations: list[Operation] = field(default_factory=list)
    fragments: dict[str, Fragment] = field(default_factory=dict)

    def operation(self, name: Optional[str]) -> Operation:
        """The one of this name; without a name the only one."""
        found = [one for one in self.operations if name is None or one.name == name]
        if len(found) != 1:
            names = ", ".join(one.name or "(unnamed)" for one in self.operations)
            message = f"Expected the operationName of one operation, of {names or 'none'}; got {name or 'none'}."
            raise GraphqlError("OPERATION_NOT_FOUND", message)
        return found[0]


def parse_document(source: str) -> Document:
    return _Parser(source).document()


class _Parser(Reader):
    def document(self) -> Document:
        document = Document()
        while self.token.kind != "end":
            if self.take("fragment"):
                name = self.name()
                self.expect("on")
                document.fragments[name] = self._fragment(self.name())
            else:
                document.operations.append(self._operation())
        return document

    def _operation(self) -> Operation:
        kinds = ("query", "mutation", "subscription")
        kind = next((kind for kind in kinds if self.take(kind)), None)
        if kind is None:
            return Operation("query", None, [], self._selections())
        name = self.name() if self.token.kind == "name" else None
        variables = self.maybe_many("(", self._variable, ")")
        self.directives()
        return Operation(kind, name, variables, self._selections())

    def _variable(self) -> VariableDefinition:
        self.expect("$")
        name = self.name()
        self.expect(":")
        ref = self.type_ref()
        has_default = self.take("=")
        default = self.value() if has_default else None
        self.directives()
        return VariableDefinition(name, ref, default, has_default)

    def _selections(self) -> list[Selection]:
        return self.many("{", self._selection, "}")

    def _selection(self) -> Selection:
        if self.take("..."):
            if self.token.kind == "name" and not self.take("on"):
                return Spread(self.name(), self.directives())
            # Behind `on` there is a name, without it a directive or the selections.
            return self._fragment(self.name() if self.token.kind == "name" else None)
        key = self.name()
        name = self.name() if self.take(":") else key
        arguments, directives = self.arguments(), self.directives()
        selections = self._selections() if self.token.text == "{" else []
        return Field(key, name, arguments, directives, selections)

    def _fragment(self, on: Optional[str]) -> Fragment:
        return Fragment(on, self.directives(), self._selections())
