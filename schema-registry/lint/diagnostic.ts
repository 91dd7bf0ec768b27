import type { ASTNode } from 'graphql';

/** Something in a schema that a rule minds. */
export interface Diagnostic {
  readonly rule: string;
  readonly level: 'ERROR' | 'WARNING';
  /** Says what was expected, what is there, and what to do. */
  readonly message: string;
  /** Such as `Product.price`. */
  readonly coordinate: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly byteOffset: number;
}

/** Where a node begins and ends. */
export function positionsOf({ loc }: ASTNode): Pick<Diagnostic, 'start' | 'end'> {
  if (loc === undefined) throw new Error('the document was parsed without locations');
  const { startToken, endToken, source } = loc;
  const at = (line: number, column: number, offset: number): Position => ({
    line,
    column,
    byteOffset: Buffer.byteLength(source.body.slice(0, offset)),
  });
  return {
    start: at(startToken.line, startToken.column, loc.start),
    end: at(endToken.line, endToken.column + endToken.end - endToken.start, loc.end),
  };
}
