import { GraphQLScalarType } from 'graphql';
import { badInput } from './errors.ts';

/** The scalar `DateTime`: an instant, in ISO 8601 with milliseconds, in UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError(`A DateTime is written from a Date; got ${typeof value}.`);
  },
  parseValue: (value) => {
    const date = typeof value === 'string' ? new Date(value) : undefined;
    if (date === undefined || Number.isNaN(date.getTime())) {
      throw badInput(`Expected an instant such as "2026-03-01T08:30:00.000Z", got ${JSON.stringify(value)}.`);
    }
    return date;
  },
});
