import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import type { Variables } from '../response/compileWriter.ts';
import type { ClientError } from '../response/errorList.ts';

export type VariablesResult =
  | { readonly variables: Variables; readonly errors?: never }
  | { readonly errors: readonly ClientError[]; readonly variables?: never };

/** Checks and completes the variables a client sent, by the rules of the specification. */
export type CoerceVariables = (given: Readonly<Record<string, unknown>>) => VariablesResult;

interface Definition {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Undefined when there is none. */
  readonly defaultValue: unknown;
  /** Whether a value is valid as it is; false means that it takes a closer look. */
  readonly fits: (value: unknown) => boolean;
}

/** Errors told of one set of variables. */
const MAX_ERRORS = 20;

export function compileCoercion(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const definitions = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }): Definition => {
    const inputType = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(inputType)) throw new TypeError(`a validated variable has an input type, not ${print(type)}`);
    return {
      name: variable.name.value,
      type: inputType,
      defaultValue: readDefault(defaultValue, inputType),
      fits: compileFits(inputType),
    };
  });
  return (given) => {
    const variables: Record<string, unknown> = Object.create(null);
    let errors: ClientError[] | undefined;
    for (const definition of definitions) {
      const { name } = definition;
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined && definition.fits(value)) variables[name] = value;
      else errors = coerce(definition, value, variables, errors);
    }
    return errors ? { errors } : { variables };
  };
}

function coerce(
  { name, type, defaultValue }: Definition,
  value: unknown,
  variables: Record<string, unknown>,
  known: ClientError[] | undefined,
): ClientError[] | undefined {
  if (value === undefined && defaultValue !== undefined) {
    variables[name] = defaultValue;
    return known;
  }
  if (value === undefined && !isNonNullType(type)) return known;
  const errors = known ?? [];
  if (value === undefined || (value === null && isNonNullType(type))) {
    const came = value === undefined ? 'was not given' : 'is null';
    errors.push(invalid(name, `Variable "$${name}" of type "${type}" is required and ${came}.`));
    return errors;
  }
  const before = errors.length;
  const coerced = coerceInputValue(value, type, (path, _, error: GraphQLError) => {
    const at = path.length === 0 ? '' : ` at "${[name, ...path].join('.')}"`;
    if (errors.length < MAX_ERRORS) {
      errors.push(invalid(name, `Variable "$${name}" got an invalid value${at}: ${error.message}`));
    }
  });
  if (errors.length === before) variables[name] = coerced;
  return errors.length === 0 ? undefined : errors;
}

function invalid(name: string, message: string): ClientError {
  return { message, extensions: { ...new CodedError('BAD_USER_INPUT', message).extensions, argument: name } };
}

/** Most variables are plain scalars: those are looked at without walking the type. */
function compileFits(type: GraphQLInputType): (value: unknown) => boolean {
  if (isNonNullType(type)) {
    const inner = compileFits(type.ofType);
    return (value) => value !== null && inner(value);
  }
  if (isListType(type)) {
    const item = compileFits(type.ofType);
    return (value) => value === null || (Array.isArray(value) && value.every(item));
  }
  switch (type.toString()) {
    case 'String':
    case 'ID':
      return (value) => value === null || typeof value === 'string';
    case 'Int':
      return (value) => value === null || (typeof value === 'number' && (value | 0) === value);
    case 'Float':
      return (value) => value === null || (typeof value === 'number' && Number.isFinite(value));
    case 'Boolean':
      return (value) => value === null || typeof value === 'boolean';
    default:
      return () => false;
  }
}

/** The default as JSON has it; the API schema knows no scalar's own form. */
function readDefault(node: ValueNode | undefined, type: GraphQLInputType): unknown {
  return node && valueFromAST(node, type);
}
