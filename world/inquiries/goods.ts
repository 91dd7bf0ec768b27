import type { Goods } from './form.ts';

/** Kinds of products, as world/products has them; `any` is all. */
export const kindsOf: Readonly<Record<Exclude<Goods, 'any'>, readonly string[]>> = {
  electric: ['earphones', 'headset', 'watch', 'speaker', 'deskLight', 'cooling', 'cooker'],
  audio: ['earphones', 'headset', 'speaker'],
  breakable: ['tableware', 'brewer', 'prepTool', 'tankOrCage', 'lighting'],
  worn: ['top', 'bottom', 'footwear'],
  food: ['sauce', 'drink', 'snack', 'sweet', 'noodle'],
  skin: ['sunscreen', 'skincare', 'bodycare', 'makeup'],
  assembled: ['seating', 'storage', 'petBed', 'sleeping'],
  cookware: ['cooker', 'pan', 'tableware'],
};
