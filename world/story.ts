/** What the demo's story is about: its ids, by which orders, inquiries and examples speak of the same things. */

/** Rina Lestari, who asks; `npm start` signs everybody in as her. */
export const STORY_USER_ID = 'user-demo';

/** Delivered three days ago; its enamel tiffin carrier arrived damaged, and she writes about it in English. */
export const DAMAGED_ORDER_ID = 'order-story-en';
export const DAMAGED_PRODUCT_ID = 'product-tiffin-enamel';

/** Food from home that is six days late and has not moved for eight; she writes about it in Indonesian. */
export const LATE_ORDER_ID = 'order-story-id';
export const LATE_PRODUCT_ID = 'product-sambal-bawang';

/** What she writes about the one and the other, on the day before the world's last; the first with a photo. */
export const STORY_INQUIRY_EN = 'inquiry-story-en';
export const STORY_INQUIRY_ID = 'inquiry-story-id';
