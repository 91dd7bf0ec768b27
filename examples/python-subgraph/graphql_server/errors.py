"""Errors with a code, as docs/errors.md lists them."""

from __future__ import annotations


class GraphqlError(Exception):
    """An error whose message is meant for the caller: what was expected, what came, what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def to_json(self, path: list[str | int] | None = None) -> dict:
        where = {} if path is None else {"path": path}
        return {"message": self.message, **where, "extensions": {"code": self.code}}
