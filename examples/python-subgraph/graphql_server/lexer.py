"""GraphQL source to tokens (section 2.1 of the specification)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from .errors import GraphqlError

TOKEN = re.compile(
    r"""
    (?P<ignored>[\ufeff\s,]+|\#[^\n\r]*)
  | (?P<punctuator>\.\.\.|[!$&()\[\]{}:=@|])
  | (?P<name>[_A-Za-z][_0-9A-Za-z]*)
  | (?P<float>-?(?:0|[1-9]\d*)(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)(?![\w.]))
  | (?P<int>-?(?:0|[1-9]\d*)(?![\w.]))
  | (?P<block>\"\"\"(?:\\\"\"\"|[^"]|"(?!""))*\"\"\")
  | (?P<string>"(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """A piece of source: its kind, its text, and for strings what they mean."""

    kind: str
    text: str
    line: int
    value: object = None


def tokenize(source: str) -> list[Token]:
    """All tokens of a document, and one of the kind `end`."""
    tokens, position, line = [], 0, 1
    while position < len(source):
        match = TOKEN.match(source, position)
        if match is None:
            raise syntax_error(line, f"unexpected {source[position]!r}")
        kind, text = str(match.lastgroup), match.group()
        if kind != "ignored":
            tokens.append(Token(kind, text, line, _meaning(kind, text)))
        line += text.count("\n")
        position = match.end()
    return [*tokens, Token("end", "the end", line)]


def syntax_error(line: int, what: str) -> GraphqlError:
    return GraphqlError("GRAPHQL_PARSE_FAILED", f"Syntax error in line {line}: {what}.")


def _meaning(kind: str, text: str) -> object:
    if kind == "string":
        # What GraphQL escapes in a string, JSON escapes alike; it allows raw tabs, too.
        return json.loads(text, strict=False)
    if kind == "block":
        return text[3:-3].replace('\\"""', '"""').strip()
    return {"int": int, "float": float}.get(kind, str)(text)
