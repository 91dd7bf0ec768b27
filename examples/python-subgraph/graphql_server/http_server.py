"""GraphQL over HTTP: POST /graphql, and /live and /ready for whoever runs the process."""

from __future__ import annotations

import json
import re
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Optional, Union

from .execution import Context
from .subgraph import Subgraph

LARGEST_BODY = 1_048_576
TRACEPARENT = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


class SubgraphServer(ThreadingHTTPServer):
    """Serves a subgraph, each connection in a thread of its own."""

    daemon_threads = True
    # The router opens several connections at once.
    request_queue_size = 128

    def __init__(self, subgraph: Subgraph, host: str, port: int) -> None:
        super().__init__((host, port), _Handler)
        self.subgraph = subgraph

    def serve_until_told(self) -> None:
        """Returns once the process is told to end."""
        for one in (signal.SIGINT, signal.SIGTERM):
            # Called in this thread, which serves: it cannot wait for itself.
            signal.signal(one, lambda *_: threading.Thread(target=self.shutdown).start())
        self.serve_forever()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: SubgraphServer
    protocol_version = "HTTP/1.1"
    # Head and body of an answer are one write, and go out at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        known = {"/live": "live", "/ready": "ready"}
        status = known.get(self.path)
        self._send(200 if status else 404, {"status": status or "not found"})

    def do_POST(self) -> None:
        length = self.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            self.close_connection = True
            return self._refuse(413, f"Expected a body of at most {LARGEST_BODY} bytes")
        body = self.rfile.read(int(length))
        if self.path.partition("?")[0] != "/graphql":
            return self._refuse(404, "The graph is at /graphql")
        request = _read_request(body)
        if isinstance(request, str):
            return self._refuse(400, request)
        context = Context(_read_budget(self.headers.get("x-deadline-ms")), _read_trace(self.headers.get("traceparent")))
        answer = self.server.subgraph.answer(
            request["query"], request.get("variables"), request.get("operationName"), context
        )
        self._send(200 if "data" in answer else 400, answer)

    def log_message(self, format: str, *args: object) -> None:
        """A line for each request would say nothing."""

    def _refuse(self, status: int, message: str) -> None:
        self._send(status, {"errors": [{"message": f"{message}.", "extensions": {"code": "BAD_USER_INPUT"}}]})

    def _send(self, status: int, answer: dict) -> None:
        body = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _read_request(body: bytes) -> Union[dict, str]:
    """The request, or what is wrong with it."""
    try:
        request = json.loads(body)
    except (ValueError, RecursionError):
        return f"Expected a body of JSON, got {len(body)} bytes that are none"
    if not isinstance(request, dict) or not isinstance(request.get("query"), str):
        return 'Expected a JSON object with a text "query"'
    if not isinstance(request.get("variables") or {}, dict):
        return 'Expected "variables" to be an object'
    if not isinstance(request.get("operationName") or "", str):
        return 'Expected "operationName" to be text'
    return request


def _read_budget(header: Optional[str]) -> float:
    """Milliseconds for the answer; a header that is none is ignored."""
    return float(header) if header is not None and re.fullmatch(r"[0-9]{1,9}", header) else float("inf")


def _read_trace(header: Optional[str]) -> Optional[str]:
    match = TRACEPARENT.fullmatch(header or "")
    return match.group(1) if match else None
