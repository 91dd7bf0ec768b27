/** Two digits may have so much between them and still be of one number: "+65 (8123) 4567", "4111-1111-…". */
const NUMBER = /[+(]*\p{Nd}(?:[\s\p{Pd}./,()_·*:]{0,3}\p{Nd})*/gu;
/** Fewer digits are an amount, a size or a date without its year, and nobody's number. */
const FEWEST_DIGITS = 7;

// With and without the ways to hide one from a machine.
const EMAIL =
  /[\p{L}\p{N}._%+'-]+\s?(?:@|[([{]\s?at\s?[)\]}])\s?(?:[\p{L}\p{N}-]+\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?)+\p{L}{2,}/giu;
/** Singapore's NRIC and FIN. */
const NRIC = /(?<![\p{L}\p{N}])[STFGM][\s-]?\d{7}[\s-]?[A-Z](?![\p{L}\p{N}])/giu;
/** Neither seen nor heard, but they keep digits apart. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * Takes out of a text what a machine elsewhere has no business with: numbers of payment cards, national identity numbers
 * of Singapore (NRIC, FIN), Malaysia (MyKad), Indonesia (NIK), Thailand, Vietnam (CCCD, CMND) and the Philippines (PhilSys),
 * telephone numbers and e-mail addresses. Each leaves a word for what it was. Where nobody can tell, such as a card number
 * with a digit mistyped, it goes as well: any number of seven digits or more does, however it is spaced.
 */
export function redact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(EMAIL, '[e-mail]')
    .replace(NRIC, '[identity number]')
    .replace(NUMBER, (number) => {
      const digits = Array.from(number.matchAll(/\p{Nd}/gu), ([digit]) => decimalValue(digit)).join('');
      return digits.length < FEWEST_DIGITS ? number : `[${kindOf(digits, number.includes('+'))}]`;
    });
}

function kindOf(digits: string, international: boolean): string {
  if (/^\d{13,19}$/.test(digits) && passesLuhn(digits)) return 'card number';
  if (INDONESIAN_MOBILE.test(digits)) return 'telephone number';
  if (!international && IDENTITY_NUMBERS.some((is) => is(digits))) return 'identity number';
  if (international || TELEPHONE.test(digits)) return 'telephone number';
  return 'number';
}

/** Some have as many digits as an identity number of Vietnam. */
const INDONESIAN_MOBILE = /^08\d{8,11}$/;

/** As people of the six countries write theirs, with the country's code or without. */
const TELEPHONE = /^(?:(?:65|60|62|63|66|84)\d{7,12}|0\d{7,12}|[3689]\d{7})$/;

const IDENTITY_NUMBERS: readonly ((digits: string) => boolean)[] = [
  // MyKad: the day of birth, the place, a serial number.
  (digits) => digits.length === 12 && isDay(digits.slice(4, 6)) && isMonth(digits.slice(2, 4)),
  // NIK: the district, the day of birth (40 more for women), a serial number.
  (digits) => digits.length === 16 && isDay(String(Number(digits.slice(6, 8)) % 40)) && isMonth(digits.slice(8, 10)),
  // Thailand: the last digit checks the others.
  (digits) => digits.length === 13 && thaiCheck(digits) === digits.at(-1),
  // Vietnam: CCCD begins with the province; CMND, its predecessor, had nine digits.
  (digits) => digits.length === 12 && /^0(?:0[1-9]|[1-8]\d|9[0-6])/.test(digits),
  (digits) => digits.length === 9 && digits[0] !== '0',
  // PhilSys: the number itself, and that on the card.
  (digits) => digits.length === 12 || digits.length === 16,
];

function isDay(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 31;
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function thaiCheck(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, place) => total + Number(digit) * (13 - place), 0);
  return String((11 - (sum % 11)) % 10);
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Of a decimal digit in any script: Unicode has the ten of each in a row, and no other right before them. */
function decimalValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
