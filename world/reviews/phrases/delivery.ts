/** Of parcels and sellers, when all went well. */
export const smoothDelivery: readonly string[] = [
  'Reached {town} in {days} days.',
  'Ordered Monday, here on Thursday.',
  'Came a day early.',
  'Well packed, three layers of bubble wrap.',
  'The box was a bit squashed, but inside all was fine.',
  'The rider called before he came, very polite.',
  'Left with the guard downstairs as I asked.',
  'Packed with old newspaper instead of plastic, I like that.',
  'Shipping to {town} took only {days} days.',
  'Seller answered my question within the hour.',
  'Seller even put in a handwritten thank-you card.',
  'Delivered on a public holiday, I was surprised.',
  'Parcel arrived intact, no dents.',
  'Tracking worked all the way.',
  'Fast delivery as always.',
  'They sent a photo before shipping, nice touch.',
  'Even to {town} it took less than a week.',
  'Seller was patient with all my questions.',
  'Arrived the very next morning.',
  'Free shipping too.',
];

/** Of parcels and sellers, when something went wrong. */
export const troubledDelivery: readonly string[] = [
  'Delivery to {town} took almost three weeks.',
  'The seller does not answer messages.',
  'Return was refused because I had opened the box. How else would I know?',
  'The box looked as if somebody had sat on it.',
  'I sent photos and got the same copied reply three times.',
  'Was marked delivered two days before it came.',
  'They offered me a voucher of two dollars instead of a refund.',
  'No bubble wrap, just a thin plastic bag.',
  'I have to pay the return shipping myself, which costs more than half the price.',
  'Still waiting for the replacement they promised.',
  'The courier threw it over the gate.',
  'Customer service kept telling me to wait another 48 hours.',
  'Asked for a refund on day one, still pending.',
  'Shipped the wrong one first, then took a week to collect it.',
];

/** Of parcels and sellers, when it was neither good nor bad. */
export const fairDelivery: readonly string[] = [
  'Delivery was a bit slow, nine days to {town}.',
  'Shipping okay, box a bit dented.',
  'Packed well enough.',
  'Took a week to {town}, no updates in between.',
  'The seller replies, but slowly.',
  'Came later than the app said, though in one piece.',
];
