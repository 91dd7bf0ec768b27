/** The languages that are told apart, and `unknown` for everything else; the order is that of the models' classes. */
export const CODES = ['en', 'id', 'ms', 'th', 'vi', 'tl', 'zh', 'unknown'] as const;

export type Code = (typeof CODES)[number];
