"""`python3 -m unittest` in this folder: what the executor makes of documents, well and badly formed."""

from __future__ import annotations

import logging
import unittest

from graphql_server.errors import GraphqlError
from graphql_server.execution import Context
from graphql_server.subgraph import Subgraph

SDL = """
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
directive @deadline(ms: Int!) on FIELD_DEFINITION
type Query { things(of: [ID!]! = ["a", "b"]): [Thing] strict: [Thing!] }
"A thing."
type Thing @key(fields: "id") { id: ID! name: String! late: String @deadline(ms: 0) twice(by: Int = 2): Int }
"""
NAMES = {"a": "lamp", "b": "rug"}


def _name(sources: list, _: dict, __: Context) -> list:
    return [NAMES.get(one["id"], GraphqlError("NOT_FOUND", f"Nothing is called {one['id']}.")) for one in sources]


SUBGRAPH = Subgraph(
    SDL,
    {
        ("Query", "things"): lambda sources, given, _: [[{"id": one} for one in given["of"]] for _ in sources],
        ("Query", "strict"): lambda sources, _, __: [[{"id": "a"}, {"id": "z"}] for _ in sources],
        ("Thing", "name"): _name,
        ("Thing", "late"): lambda sources, _, __: ["never" for _ in sources],
        ("Thing", "twice"): lambda sources, given, _: [given["by"] * 2 for _ in sources],
    },
    {"Thing": lambda some: [one if one.get("id") in NAMES else None for one in some]},
)


def ask(query: str, variables: "dict | None" = None, name: "str | None" = None) -> dict:
    return SUBGRAPH.answer(query, variables, name, Context())


class Execution(unittest.TestCase):
    def test_merges_fields_of_fragments_and_keeps_their_order(self) -> None:
        query = """query Q($of: [ID!]!, $no: Boolean = false) {
          things(of: $of) { ...F x: id ... on Thing { twice(by: 4) } id @include(if: $no) } all: things { id }
        } fragment F on Thing { name }"""
        self.assertEqual(
            ask(query, {"of": ["b"]}),
            {"data": {"things": [{"name": "rug", "x": "b", "twice": 8}], "all": [{"id": "a"}, {"id": "b"}]}},
        )

    def test_an_error_is_of_its_own_object_as_far_up_as_null_may_be(self) -> None:
        answer = ask('{ things(of: ["z", "a"]) { name } strict { name } }')
        self.assertEqual(answer["data"], {"things": [None, {"name": "lamp"}], "strict": None})
        self.assertEqual([one["path"] for one in answer["errors"]], [["things", 0, "name"], ["strict", 1, "name"]])
        self.assertEqual({one["extensions"]["code"] for one in answer["errors"]}, {"NOT_FOUND"})

    def test_a_field_past_its_deadline_is_null_and_its_siblings_answer(self) -> None:
        answer = ask('{ things(of: ["a"]) { late id } }')
        self.assertEqual(answer["data"], {"things": [{"late": None, "id": "a"}]})
        self.assertEqual(answer["errors"][0]["extensions"]["code"], "DEADLINE_EXCEEDED")

    def test_entities_keep_their_places(self) -> None:
        query = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Thing { name } } }"
        some = [{"__typename": "Thing", "id": "b"}, {"__typename": "Thing", "id": "z"}, {"__typename": "Nothing"}, 7]
        answer = ask(query, {"r": some})
        self.assertEqual(answer["data"], {"_entities": [{"__typename": "Thing", "name": "rug"}, None, None, None]})
        self.assertEqual([one["path"] for one in answer["errors"]], [["_entities", 2], ["_entities", 3]])

    def test_what_a_resolver_raises_unforeseen_is_logged_and_not_told(self) -> None:
        logging.disable(logging.CRITICAL)
        answer = ask("{ things { twice(by: null) id } }")
        logging.disable(logging.NOTSET)
        self.assertEqual(answer["data"], {"things": [{"twice": None, "id": "a"}, {"twice": None, "id": "b"}]})
        self.assertEqual({one["extensions"]["code"] for one in answer["errors"]}, {"INTERNAL_SERVER_ERROR"})
        self.assertNotIn("NoneType", str(answer))


class Refusals(unittest.TestCase):
    def test_each_has_its_code_and_no_data(self) -> None:
        faults = {
            "GRAPHQL_PARSE_FAILED": ["{", "{ things(of: [1) { id } }", '{ a(b: "x) }', "{" + "a {" * 5_000, "query ($a: [[Int Int]]) { a }"],
            "GRAPHQL_VALIDATION_FAILED": [
                "{ nothing }",
                "{ things }",
                "{ things { id { id } } }",
                "{ things(by: 1) { id } }",
                "{ things(of: null) { id } }",
                "{ things(of: $of) { id } }",
                '{ things { twice(by: "two") } }',
                "{ ...F } fragment F on Query { ...F }",
                "{ ...F0 }" + "".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(40)),
                "{ ... on Thing { id } }",
                "{ ... on Nowhere { id } }",
                "{ things @defer { id } }",
                "mutation { things { id } }",
            ],
            "OPERATION_NOT_FOUND": ["", "query A { __typename } query B { __typename }"],
        }
        for code, queries in faults.items():
            for query in queries:
                with self.subTest(query=query[:40]):
                    answer = ask(query)
                    self.assertNotIn("data", answer)
                    self.assertEqual([one["extensions"]["code"] for one in answer["errors"]], [code])

    def test_variables_that_do_not_fit(self) -> None:
        query = "query ($of: [ID!]!) { things(of: $of) { id } }"
        for variables in (None, {}, {"of": None}, {"of": [None]}, {"of": [True]}, {"of": [{}]}):
            with self.subTest(variables=variables):
                answer = ask(query, variables)
                self.assertEqual([one["extensions"]["code"] for one in answer["errors"]], ["BAD_USER_INPUT"])


if __name__ == "__main__":
    unittest.main()
