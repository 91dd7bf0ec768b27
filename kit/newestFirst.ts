/** The key of a list that shows the newest first: the time in ISO 8601, then the id. */
export type NewestFirstKey = readonly [createdAt: string, id: string];

export function isNewestFirstKey(key: unknown): key is NewestFirstKey {
  if (!Array.isArray(key) || key.length !== 2) return false;
  const [createdAt, id]: unknown[] = key;
  return isIsoDate(createdAt) && typeof id === 'string' && /^[a-z0-9-]{1,100}$/.test(id);
}

export function newestFirstKey({ id, createdAt }: { readonly id: string; readonly createdAt: Date }): NewestFirstKey {
  return [createdAt.toISOString(), id];
}

function isIsoDate(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}
