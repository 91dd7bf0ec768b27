import type { GraphQLEnumType, GraphQLScalarType } from 'graphql';
import type { DenialCode } from '../operation/guards.ts';

/** What an operation's response looks like, with fragments merged and types resolved: read by writer and completion. */
export interface ObjectShape {
  readonly id: number;
  /** Null when all that is known of the object is an interface. */
  readonly typename: string | null;
  readonly fields: readonly FieldShape[];
}

export interface FieldShape {
  /** The client's key. */
  readonly key: string;
  /** The key in the data. */
  readonly from: string;
  /** `Type.field`, as errors call it. */
  readonly coordinate: string;
  /** Any of these must hold, wholly; null for a field that is always there. */
  readonly conditions: readonly (readonly Condition[])[] | null;
  readonly value: ValueShape;
  /** Why whoever asks may not have it. */
  readonly denied: DenialCode | undefined;
}

/** A Boolean variable that must have this value. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

export type ValueShape =
  | { readonly kind: 'list'; readonly nullable: boolean; readonly item: ValueShape }
  | { readonly kind: 'scalar'; readonly nullable: boolean; readonly type: GraphQLScalarType }
  | { readonly kind: 'enum'; readonly nullable: boolean; readonly type: GraphQLEnumType }
  | { readonly kind: 'object'; readonly nullable: boolean; readonly shape: ObjectShape }
  | {
      readonly kind: 'abstract';
      readonly nullable: boolean;
      readonly name: string;
      readonly shapes: ReadonlyMap<string, ObjectShape>;
    }
  /** `__typename`. */
  | { readonly kind: 'typename'; readonly nullable: false }
  /** `__schema` or `__type`: data that introspection has already completed. */
  | { readonly kind: 'introspection'; readonly nullable: true };
