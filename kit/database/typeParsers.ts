import pg from 'pg';

type Parser = (text: string) => unknown;

const { builtins } = pg.types;

/** Types of arrays, which pg does not name; see the catalog pg_type. */
const ARRAY_OF: Record<'TEXT' | 'INT8' | 'NUMERIC' | 'DATE' | 'TIMESTAMP' | 'TIMESTAMPTZ', number> = {
  TEXT: 1009,
  INT8: 1016,
  TIMESTAMP: 1115,
  DATE: 1182,
  TIMESTAMPTZ: 1185,
  NUMERIC: 1231,
};

/** Splits Postgres's text form of an array into texts and nulls, nested as the array is. */
const splitArray: Parser = pg.types.getTypeParser(ARRAY_OF.TEXT);

function parseInt8(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`The int8 ${text} is not exact as a JavaScript number: select it as text (column::text).`);
}

const asText: Parser = (text) => text;
const parseTimestamptz: Parser = pg.types.getTypeParser(builtins.TIMESTAMPTZ);

function arrayOf(parse: Parser): Parser {
  const parseItem = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(parseItem) : typeof item === 'string' ? parse(item) : item;
  return (text) => parseItem(splitArray(text));
}

/** By type OID, where pg's own choice would lose precision, depend on the machine's time zone or differ in arrays. */
const parsers = new Map<number, Parser>([
  [builtins.INT8, parseInt8],
  [builtins.NUMERIC, asText],
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [ARRAY_OF.INT8, arrayOf(parseInt8)],
  [ARRAY_OF.NUMERIC, arrayOf(asText)],
  [ARRAY_OF.DATE, arrayOf(asText)],
  [ARRAY_OF.TIMESTAMP, arrayOf(asText)],
  [ARRAY_OF.TIMESTAMPTZ, arrayOf(parseTimestamptz)],
]);

/** How a column's value becomes a JavaScript one; database.ts lists the outcome. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
};
