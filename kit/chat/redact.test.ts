import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['my card 4111 1111 1111 1111 was charged', 'my card [card number] was charged'],
  ['card: 3782-822463-10005.', 'card: [card number].'],
  ['4111.1111.1111.1112 with a digit mistyped', '[identity number] with a digit mistyped'],
  ['S1234567D is my NRIC, t 7654321 a my wife’s', '[identity number] is my NRIC, [identity number] my wife’s'],
  ['MyKad 900215-14-5678', 'MyKad [identity number]'],
  ['NIK saya 3174095502900001 ya kak', 'NIK saya [identity number] ya kak'],
  ['บัตรประชาชน 1-1017-00230-70-8', 'บัตรประชาชน [identity number]'],
  ['CCCD 079203001234, CMND 271234567', 'CCCD [identity number], CMND [identity number]'],
  ['PhilSys 1234-5678-9012', 'PhilSys [identity number]'],
  ['call +65 8123 4567 or 0812-3456-7890', 'call [telephone number] or [telephone number]'],
  ['call 81234567', 'call [telephone number]'],
  ['(021) 555 12345 please', '[telephone number] please'],
  ['write to siti.nur+toko@mail.co.id today', 'write to [e-mail] today'],
  ['siti (at) mail (dot) com', '[e-mail]'],
  ['order 123456789012345678901234', 'order [number]'],
])('%s', (given, expected) => {
  expect(redact(given)).toBe(expected);
});

test('amounts, sizes, counts and order ids of words stay', () => {
  const text = 'I paid S$129.90 for 2 lamps (30 x 45 cm, 220 V), order-lamp-a on 3 May. Rp300.000 too much?';
  expect(redact(text)).toBe(text);
});

test.each([
  ['full width', '４１１１１１１１１１１１１１１１'],
  ['Thai digits', '๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑'],
  ['zero-width spaces', '4111\u200b1111\u200b1111\u200b1111'],
  ['line breaks', '4111\n1111\n1111\n1111'],
  ['en dashes', '4111–1111–1111–1111'],
])('a card number in %s is one all the same', (_, written) => {
  expect(redact(`card ${written} here`)).toBe('card [card number] here');
});

test('whatever stands around it, no number of seven digits or more is left', () => {
  const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '/');
  const number = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), { minLength: 7, maxLength: 24 })
    .map((digits) => digits.map(([digit, between]) => `${digit}${between}`).join(''));
  const letters = fc.string({ unit: fc.constantFrom('a', 'z', ' ', 'é', '[', '@', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(letters, number, letters, (before, secret, after) => {
      expect(redact(`${before}x${secret}x${after}`).match(/\d/g)).toBeNull();
    }),
    { seed: 1, numRuns: 500 },
  );
});
