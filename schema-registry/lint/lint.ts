import { GraphQLError, parse } from 'graphql';
import { aiFieldsAreNullable, aiFieldsHaveDeadlines, aiFieldsTellTheirModel } from './aiFields.ts';
import { deprecations } from './deprecations.ts';
import { descriptions } from './descriptions.ts';
import type { Diagnostic } from './diagnostic.ts';
import { naming } from './naming.ts';
import { elementsOf, type Rule } from './rule.ts';

const RULES: readonly Rule[] = [
  naming,
  descriptions,
  deprecations,
  aiFieldsAreNullable,
  aiFieldsHaveDeadlines,
  aiFieldsTellTheirModel,
];
const MAX_TOKENS = 1_000_000;
/** More than anybody reads; a schema that somebody made up could have one for each byte. */
const MAX_DIAGNOSTICS = 1_000;

/** What the rules mind in a subgraph's schema, in its order; of a schema that does not parse nothing: composition tells that. */
export function lint(sdl: string): readonly Diagnostic[] {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(sdl, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
  const elements = elementsOf(document);
  const schema = { document, elements };
  return elements.flatMap((element) => RULES.flatMap((rule) => rule(element, schema) ?? [])).slice(0, MAX_DIAGNOSTICS);
}
