"""`python3 examples/python-subgraph/main.py`: serves the subgraph `shelving` on HOST and PORT."""

from __future__ import annotations

import logging
import os

from graphql_server.http_server import SubgraphServer
from shelving import create_subgraph, train_model


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "5001"))
    model = train_model()
    server = SubgraphServer(create_subgraph(model), host, port)
    logging.info("serving %s at http://%s:%d/graphql", model.name, host, server.server_port)
    server.serve_until_told()


if __name__ == "__main__":
    main()
