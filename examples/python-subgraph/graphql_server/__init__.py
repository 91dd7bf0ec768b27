"""What a federated subgraph needs of GraphQL, in the standard library alone."""
