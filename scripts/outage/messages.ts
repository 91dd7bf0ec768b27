/** What the customer of the demonstration writes. */
export const MESSAGES: readonly string[] = [
  'The ceramic bowl I ordered arrived in pieces this morning. Very disappointed, what happens now?',
  'My parcel says delivered since Tuesday, but there is nothing at my door and nobody has seen it.',
  'I was charged twice for one order and nobody answers me. Please give me my money back.',
  'The kettle stopped working after three days. I want to send it back.',
  'You sent me a blue lamp, I ordered the white one. This is so annoying.',
  'My refund has not come for three weeks. How long does it take?',
];
