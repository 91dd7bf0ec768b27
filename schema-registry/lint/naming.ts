import { diagnose, type Rule } from './rule.ts';

/** How elements of a kind are named: by Apollo's names of the rules, so that a graph can go to and fro. */
const NAMES = {
  type: { rule: 'TYPE_NAMES_SHOULD_BE_PASCAL_CASE', pattern: /^[A-Z][A-Za-z0-9]*$/, form: 'PascalCase' },
  field: { rule: 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE', pattern: /^[a-z][A-Za-z0-9]*$/, form: 'camelCase' },
  argument: { rule: 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE', pattern: /^[a-z][A-Za-z0-9]*$/, form: 'camelCase' },
  inputField: { rule: 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE', pattern: /^[a-z][A-Za-z0-9]*$/, form: 'camelCase' },
  enumValue: {
    rule: 'ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE',
    pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
    form: 'SCREAMING_SNAKE_CASE',
  },
} as const;

/** Names have the form that the field's readers know. */
export const naming: Rule = (element) => {
  const { rule, pattern, form } = NAMES[element.kind];
  const name = element.node.name.value;
  if (pattern.test(name)) return null;
  return diagnose(rule, 'ERROR', element, `Expected a name in ${form}; got ${name}. Rename it before anybody uses it.`);
};
