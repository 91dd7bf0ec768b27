/** A copy of a value that came from JSON; many times as fast as structuredClone. */
export function cloneJson<Value>(value: Value): Value;
export function cloneJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => cloneJson(item));
  const copy: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) {
    // A custom scalar may hold any key, and to assign this one would set the prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: inside, enumerable: true, writable: true });
    else copy[key] = cloneJson(inside);
  }
  return copy;
}
