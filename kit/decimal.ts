import { GraphQLScalarType, Kind, print } from 'graphql';
import { badInput } from './errors.ts';

/** The scalar `Decimal`: text such as "12.90". A number is refused, for JSON may already have rounded it. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    throw new TypeError(`A Decimal is written from text; got ${typeof value}.`);
  },
  parseValue: (value) => read(value, JSON.stringify(value)),
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, print(node)),
});

function read(value: unknown, shown: string): string {
  if (typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value)) return value;
  throw badInput(`Expected a decimal number written as text, such as "12.90", got ${shown.slice(0, 60)}.`);
}
