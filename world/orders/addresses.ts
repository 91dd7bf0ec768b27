import type { Random } from '../random.ts';
import { type CountryCode, countries } from '../users/countries.ts';
import type { Address } from './order.ts';

/** How an address is written: `{n}` a house, `{u}` a unit, `{s}` a street's name, `{t}` the town. */
const FORMS: Readonly<
  Record<CountryCode, { readonly form: string; readonly streets: readonly string[]; readonly postalDigits: number }>
> = {
  SG: {
    form: 'Blk {n} {t} {s}, #{f}-{u}',
    streets: ['Street 11', 'Street 21', 'Avenue 3', 'Avenue 6', 'Central', 'Drive', 'Crescent'],
    postalDigits: 6,
  },
  MY: {
    form: '{n}, Jalan {s} {f}',
    streets: ['Cempaka', 'Kenanga', 'Melur', 'Seri Aman', 'Bukit Indah', 'Damai', 'Setia'],
    postalDigits: 5,
  },
  PH: {
    form: '{n} {s} St., Brgy. {b}',
    streets: ['Mabini', 'Rizal', 'Bonifacio', 'Sampaguita', 'Acacia', 'Luna', 'Quezon'],
    postalDigits: 4,
  },
  ID: {
    form: 'Jl. {s} No. {n}, RT {r}/RW {r}',
    streets: ['Melati', 'Mawar', 'Kenanga', 'Diponegoro', 'Sudirman', 'Anggrek', 'Merdeka'],
    postalDigits: 5,
  },
  TH: {
    form: '{n}/{u} Soi {s} {f}',
    streets: ['Sukjai', 'Ruamrudi', 'Pattana', 'Charoen', 'Mitraphap', 'Rimnam'],
    postalDigits: 5,
  },
  VN: {
    form: '{n} {s}, Phường {f}',
    streets: ['Lê Lợi', 'Trần Phú', 'Nguyễn Huệ', 'Hai Bà Trưng', 'Quang Trung', 'Hùng Vương'],
    postalDigits: 5,
  },
};

const BARANGAYS: readonly string[] = ['San Isidro', 'Poblacion', 'San Roque', 'Santo Niño', 'Bagong Silang', 'Mabolo'];

/** An invented address in a town of a country; of another town of it where `town` is not given. */
export function inventAddress(recipient: string, country: CountryCode, random: Random, town?: string): Address {
  const place = town ?? random.pick(countries.find(({ code }) => code === country)?.towns ?? []);
  const { form, streets, postalDigits } = FORMS[country];
  const values: Readonly<Record<string, () => string>> = {
    n: () => String(random.integer(1, 799)),
    f: () => String(random.integer(1, 24)).padStart(country === 'SG' ? 2 : 1, '0'),
    u: () => String(random.integer(1, 240)),
    r: () => String(random.integer(1, 12)).padStart(3, '0'),
    b: () => random.pick(BARANGAYS),
    s: () => random.pick(streets),
    t: () => place,
  };
  const street = form.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key]?.() ?? '');
  const low = 10 ** (postalDigits - 1);
  return { recipient, street, town: place, postalCode: String(random.integer(low, 9 * low)), country };
}
