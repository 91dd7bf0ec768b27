import type { ImageTagLabel } from './schema.generated.ts';

/** All tags, in the order of the schema and of a head's rows. */
export const TAG_LABELS = [
  'FOOD',
  'FRUIT',
  'VEGETABLE',
  'SWEETS',
  'DRINK',
  'KITCHENWARE',
  'ANIMAL',
  'PLANT',
  'CLOTHING',
  'FOOTWEAR',
  'BAG',
  'TOY_OR_GAME',
  'SPORT',
  'ELECTRONICS',
  'TOOL',
  'FURNITURE',
  'VEHICLE',
  'BOOK_OR_PAPER',
  'STATIONERY',
  'MUSICAL_INSTRUMENT',
  'LIGHT',
  'BUILDING',
  'PERSON_OR_FACE',
  'BODY_PART',
  'CLOCK_OR_WATCH',
  'CARE_OR_CLEANING',
] as const satisfies readonly ImageTagLabel[];

/** What monitoring calls a picture of which no tag is told. */
export const NO_TAG = 'NONE';
