/**
 * Writes subgraphs/<name>/schema.generated.ts, the resolver types of each island's schema.
 * With --check it writes nothing and fails where a committed file is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { concatAST, parse } from 'graphql';

const subgraphs = new URL('../subgraphs/', import.meta.url);
const shared = parse(readFileSync(new URL('../kit/ai.graphql', import.meta.url), 'utf8'));

// What a federation SDL uses without defining it.
const federation = parse(/* GraphQL */ `
  scalar federation__FieldSet
  directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @requires(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @provides(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @external on OBJECT | FIELD_DEFINITION
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @override(from: String!, label: String) on FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  directive @link(url: String!, import: [String]) repeatable on SCHEMA
  directive @composeDirective(name: String!) repeatable on SCHEMA
`);

/** A type `FooRow` exported by store.ts or model.ts is what resolvers of the GraphQL type `Foo` are given. */
function mappers(folder: URL): Record<string, string> {
  const found: Record<string, string> = {};
  for (const file of ['store.ts', 'model.ts']) {
    const source = new URL(file, folder);
    if (!existsSync(source)) continue;
    for (const [, type] of readFileSync(source, 'utf8').matchAll(/^export (?:interface|type) (\w+)Row\b/gm)) {
      if (type !== undefined) found[type] = `./${file}#${type}Row`;
    }
  }
  return found;
}

async function generate(name: string): Promise<string> {
  const folder = new URL(`${name}/`, subgraphs);
  const schema = readFileSync(new URL('schema.graphql', folder), 'utf8');
  const usesModels = schema.includes('ModelVersion') || schema.includes('@deadline');
  const ownDirectives = new Set([...schema.matchAll(/^directive @(\w+)/gm)].map(([, directive]) => directive));
  const assumed = {
    ...federation,
    definitions: federation.definitions.filter(
      (definition) => definition.kind !== 'DirectiveDefinition' || !ownDirectives.has(definition.name.value),
    ),
  };
  const output = await codegen({
    filename: 'schema.generated.ts',
    schema: concatAST([assumed, parse(schema), ...(usesModels ? [shared] : [])]),
    documents: [],
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
    config: {
      federation: true,
      useTypeImports: true,
      enumsAsTypes: true,
      enumsAsConst: false,
      avoidOptionals: { field: true },
      strictScalars: true,
      scalars: { federation__FieldSet: 'string', DateTime: 'Date', Decimal: 'string' },
      contextType: './resolvers.ts#Context',
      mappers: mappers(folder),
      skipTypename: true,
    },
  });
  return `// Generated from schema.graphql by \`npm run codegen\`; do not edit.\n${output}`;
}

const check = process.argv.includes('--check');
let stale = 0;
for (const entry of readdirSync(subgraphs, { withFileTypes: true })) {
  if (!entry.isDirectory() || !existsSync(new URL(`${entry.name}/schema.graphql`, subgraphs))) continue;
  const file = new URL(`${entry.name}/schema.generated.ts`, subgraphs);
  const wanted = await generate(entry.name);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  if (check) {
    console.error(`subgraphs/${entry.name}/schema.generated.ts is not what schema.graphql says. Run: npm run codegen`);
    stale += 1;
  } else {
    writeFileSync(file, wanted);
    console.log(`wrote subgraphs/${entry.name}/schema.generated.ts`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
