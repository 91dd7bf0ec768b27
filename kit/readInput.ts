import { z } from 'zod';
import { badInput } from './errors.ts';

/**
 * Checks an argument against a schema whose messages complete the sentence "expected …".
 * @throws CodedError `BAD_USER_INPUT`: each faulty argument by its path, what was expected and what came.
 */
export function readInput<Output>(schema: z.ZodType<Output>, value: unknown, argument: string): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => {
    const path = [argument, ...issue.path].join('.');
    return { path, message: `${path}: expected ${issue.message}, got ${describe(valueAt(value, issue.path))}.` };
  });
  throw badInput(complaints.map((complaint) => complaint.message).join(' '), complaints[0]?.path ?? argument);
}

/** Text of `min` to `max` characters, counted after trimming. Control characters other than tab and newline are refused. */
export function text(min: number, max: number): z.ZodType<string, string> {
  const error = `${min.toLocaleString('en')} to ${max.toLocaleString('en')} characters of text`;
  return z
    .string({ error })
    .trim()
    .min(min, { error, abort: true })
    .max(max, { error, abort: true })
    .refine((value) => !UNPRINTABLE.test(value), {
      error: 'text without control characters or broken Unicode',
    });
}

/** An id such as `product-enamel-mug`: the entity's prefix, then lower-case words or a UUID. */
export function entityId(prefix: string): z.ZodType<string, string> {
  const pattern = new RegExp(`^${prefix}-[a-z0-9]+(-[a-z0-9]+)*$`);
  const error = `an id that starts with "${prefix}-" and goes on in lower-case letters, digits and hyphens, at most 100 characters`;
  return z.string({ error }).refine((value) => value.length <= 100 && pattern.test(value), { error });
}

// Postgres refuses NUL, and a lone half of a surrogate pair is no Unicode.
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

const SHOWN_CHARACTERS = 60;

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length.toLocaleString('en')}`;
  if (typeof value === 'string' && value.length > SHOWN_CHARACTERS) {
    return `${value.length.toLocaleString('en')} characters that start with ${JSON.stringify(value.slice(0, 20))}`;
  }
  return JSON.stringify(value) ?? String(value);
}
