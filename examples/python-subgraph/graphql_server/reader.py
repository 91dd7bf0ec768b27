"""What parsers of documents and of schemas share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, TypeVar, Union

from .lexer import Token, syntax_error, tokenize

Item = TypeVar("Item")
# Deeper nesting than any honest document has would exhaust Python's stack.
DEEPEST = 100


@dataclass(frozen=True)
class Named:
    """A type by its name."""

    name: str


@dataclass(frozen=True)
class ListOf:
    """A list of a type."""

    item: "TypeRef"


@dataclass(frozen=True)
class NonNull:
    """A type without null."""

    inner: "Union[Named, ListOf]"


TypeRef = Union[Named, ListOf, NonNull]


@dataclass(frozen=True)
class Variable:
    """`$name`, where a value is expected."""

    name: str


class EnumValue(str):
    """A name, where a value is expected."""


@dataclass(frozen=True)
class Directive:
    """`@name(argument: value)`."""

    name: str
    arguments: dict


class Reader:
    """Reads tokens one after another."""

    def __init__(self, source: str) -> None:
        self._tokens = tokenize(source)
        self._at = 0
        self._depth = 0

    @property
    def token(self) -> Token:
        return self._tokens[self._at]

    def take(self, text: str) -> bool:
        """Goes on if this punctuator or keyword comes next."""
        if self.token.text != text or self.token.kind not in ("punctuator", "name"):
            return False
        self._at += 1
        return True

    def expect(self, text: str) -> None:
        if not self.take(text):
            raise self.unexpected(repr(text))

    def name(self) -> str:
        return str(self._value("name", "a name"))

    def unexpected(self, expected: str) -> Exception:
        return syntax_error(self.token.line, f"expected {expected}, got {self.token.text!r}")

    def many(self, opening: str, item: Callable[[], Item], closing: str) -> list[Item]:
        """At least one item between two punctuators."""
        self.expect(opening)
        self._depth += 1
        if self._depth > DEEPEST:
            raise syntax_error(self.token.line, f"nested deeper than {DEEPEST}")
        items = [item()]
        while not self.take(closing):
            items.append(item())
        self._depth -= 1
        return items

    def maybe_many(self, opening: str, item: Callable[[], Item], closing: str) -> list[Item]:
        return self.many(opening, item, closing) if self.token.text == opening else []

    def type_ref(self) -> TypeRef:
        if self.token.text == "[":
            items = self.many("[", self.type_ref, "]")
            if len(items) > 1:
                raise self.unexpected("a list of one type")
            ref: Union[Named, ListOf] = ListOf(items[0])
        else:
            ref = Named(self.name())
        return NonNull(ref) if self.take("!") else ref

    def directives(self) -> list[Directive]:
        found = []
        while self.take("@"):
            found.append(Directive(self.name(), self.arguments()))
        return found

    def arguments(self) -> dict:
        return dict(self.maybe_many("(", self._argument, ")"))

    def value(self) -> object:
        token = self.token
        if token.kind in ("int", "float", "string", "block"):
            return self._value(token.kind, "a value")
        if token.kind == "name":
            name = self.name()
            return {"true": True, "false": False, "null": None}.get(name, EnumValue(name))
        if self.take("$"):
            return Variable(self.name())
        for opening, item, closing in (("[", self.value, "]"), ("{", self._argument, "}")):
            if token.text == opening:
                empty = self._tokens[self._at + 1].text == closing
                if empty:
                    self._at += 2
                items = [] if empty else self.many(opening, item, closing)
                return items if opening == "[" else dict(items)
        raise self.unexpected("a value")

    def _argument(self) -> tuple:
        name = self.name()
        self.expect(":")
        return name, self.value()

    def _value(self, kind: str, expected: str) -> object:
        token = self.token
        if token.kind != kind:
            raise self.unexpected(expected)
        self._at += 1
        return token.value
