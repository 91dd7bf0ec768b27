import type { Variables } from '../response/compileWriter.ts';
import { valueToJson } from '../response/jsonText.ts';

/** Makes the members of a JSON object of the variables that a fetch uses: `"first":3,"id":"7"`. */
export function compileVariables(names: readonly string[]): (variables: Variables) => string {
  const keys = names.map((name) => [name, `${JSON.stringify(name)}:`] as const);
  return (variables) => {
    let text = '';
    for (const [name, key] of keys) {
      const value = variables[name];
      if (value !== undefined) text += (text === '' ? '' : ',') + key + valueToJson(value);
    }
    return text;
  };
}
