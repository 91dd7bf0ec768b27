import type { Random } from '../../../world/random.ts';
import type { Language } from '../kinds.ts';

const WORDS = {
  en: {
    given: 'Mei Ling,Arjun,Sarah,Daniel,Priya,Tom,Aisha,Kevin,Grace,Nurul,Hannah,Wei Jie,Olivia,Ravi,Emma,James',
    surname: 'Tan,Lim,Patel,Wong,Smith,Kumar,Garcia,Abdullah,Nguyen,Brown,Lee,Fernandez,Wilson,Chua,Rahman,Taylor',
    street:
      '12 Kallang Way,48 Orchard Road,7 Jalan Ampang,221 High Street,Blk 305 Bedok North Ave 3 #04-11,19 Mill Lane,5 Raffles Place,88 Station Road,3 Lorong Chuan',
    city: 'Singapore,Kuala Lumpur,London,Penang,Manila,Leeds,Melbourne,Ipoh,Cebu,Bristol',
    company:
      'Lumen Home Pte Ltd,Harbour Trading Co.,Northwind Supplies,Blue Orchid Store,Kinetic Sports,Saffron Kitchen,Evergreen Electronics,Papaya Books,Summit Outdoor Ltd,Merlion Logistics',
    product:
      'enamel tiffin carrier,wireless headphones,rice cooker,running shoes size 42,linen shirt,desk lamp,electric kettle,backpack,bluetooth speaker,ceramic bowl set,phone case,garden chair,winter jacket,coffee grinder',
    month: 'January,February,March,April,May,June,July,August,September,October,November,December',
    country: 'Singapore,Malaysia,United Kingdom,Philippines,Australia,India,Vietnam',
  },
  id: {
    given: 'Rina,Budi,Siti,Agus,Dewi,Andi,Putri,Joko,Ayu,Rizky,Wati,Bayu,Nur,Hendra,Maya,Fajar',
    surname:
      'Lestari,Santoso,Wijaya,Hidayat,Saputra,Kusuma,Siregar,Nugroho,Pratama,Handayani,Setiawan,Hartono,Simanjuntak,Utami',
    street:
      'Jl. Sudirman No. 12,Jl. Merdeka 45,Jalan Diponegoro no 8,Jl. Gatot Subroto Kav. 21,Jl. Kenanga III/7,Komplek Griya Asri Blok C2,Jl. Ahmad Yani 101,Gang Mawar 4',
    city: 'Jakarta,Bandung,Surabaya,Yogyakarta,Medan,Semarang,Denpasar,Makassar,Bogor,Malang',
    company:
      'PT Sumber Makmur,CV Cahaya Abadi,Toko Sinar Jaya,UD Berkah,PT Nusantara Elektronik,Toko Maju Bersama,CV Karya Mandiri,PT Lautan Niaga,Rumah Batik Ayu,Koperasi Sejahtera',
    product:
      'rantang enamel,headset bluetooth,penanak nasi,sepatu lari ukuran 42,kemeja linen,lampu meja,teko listrik,tas ransel,speaker,set mangkuk keramik,casing HP,kursi taman,jaket,sambal bawang',
    month: 'Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember',
    country: 'Indonesia,Malaysia,Belanda,Jepang,Australia,India,Singapura',
  },
} as const;

const BANKS = {
  en: ['DBS', 'OCBC', 'Barclays', 'Maybank', 'HSBC', 'BDO'],
  id: ['BCA', 'Mandiri', 'BRI', 'BNI', 'CIMB Niaga'],
};
const CURRENCIES = ['$', 'SGD ', 'S$', 'RM', '£', 'USD ', 'EUR ', ''];

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, (_, index) => random.integer(index === 0 ? 1 : 0, 9)).join('');
const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(random.integer(65, 90))).join('');

/** What a slot such as {date} may stand for, the same for the same random numbers. */
export class Slots {
  readonly #random: Random;
  readonly #language: Language;
  readonly #currency: string;
  readonly #dateStyle: number;

  constructor(random: Random, language: Language) {
    this.#random = random;
    this.#language = language;
    this.#currency = language === 'id' ? random.pick(['Rp ', 'Rp', 'Rp. ', '']) : random.pick(CURRENCIES);
    this.#dateStyle = random.integer(0, 3);
  }

  /** @throws RangeError for a slot that there is none of. */
  fill(slot: string): string {
    const random = this.#random;
    if (slot in WORDS.en) return this.#word(slot as keyof (typeof WORDS)['en']);
    switch (slot) {
      case 'person':
        return `${this.#word('given')} ${this.#word('surname')}`;
      case 'date':
        return this.#date();
      case 'time':
        return `${random.integer(8, 21)}:${String(random.integer(0, 59)).padStart(2, '0')}`;
      case 'money':
        return this.#money(random.integer(2, 4));
      case 'bank':
        return random.pick(BANKS[this.#language]);
      case 'no':
        return digits(random, random.integer(4, 8));
      case 'account':
        return digits(random, random.integer(9, 12));
      case 'id16':
        return digits(random, 16);
      case 'qty':
        return String(random.integer(1, 9));
      case 'days':
        return String(random.pick([3, 5, 7, 10, 14, 21, 30]));
      case 'code':
        return `${letters(random, random.integer(1, 3))}${random.pick(['-', '', '/'])}${digits(random, random.integer(4, 7))}`;
      case 'passport':
        return `${letters(random, 1)}${digits(random, 7)}${random.chance(0.5) ? letters(random, 1) : ''}`;
      case 'cc':
        return random.pick(['SGP', 'MYS', 'GBR', 'PHL', 'AUS', 'IND', 'VNM']);
      case 'phone':
        return this.#language === 'id'
          ? `08${digits(random, 10)}`
          : `+${random.pick([65, 60, 44, 63])} ${digits(random, 8)}`;
      case 'email':
        return `${this.#word('surname').toLowerCase()}@${random.pick(['mail', 'shop', 'post'])}.example`;
      case 'web':
        return `www.${this.#word('surname').toLowerCase()}${random.pick(['-shop', 'online', ''])}.example`;
      case 'items':
        return this.#rows((product) => `${product}  ${random.integer(1, 9)}  ${this.#money(2)}  ${this.#money(3)}`);
      case 'returned':
        return this.#rows((product) => `${product}  ${random.integer(1, 3)}  ${random.integer(1, 5)}`);
      default:
        throw new RangeError(`There is no slot {${slot}}.`);
    }
  }

  #word(list: keyof (typeof WORDS)['en']): string {
    return this.#random.pick(WORDS[this.#language][list].split(','));
  }

  #rows(row: (product: string) => string): string {
    return Array.from({ length: this.#random.integer(1, 4) }, () => row(this.#word('product'))).join('\n');
  }

  #money(size: number): string {
    if (this.#language === 'id') {
      const thousands = digits(this.#random, Math.min(3, size));
      return `${this.#currency}${thousands}.${this.#random.pick(['000', '500', '900', '250'])}${this.#random.pick(['', ',-', ',00'])}`;
    }
    return `${this.#currency}${digits(this.#random, size)}.${digits(this.#random, 2)}`;
  }

  #date(): string {
    const random = this.#random;
    const [day, month, year] = [random.integer(1, 28), random.integer(1, 12), random.integer(2015, 2033)];
    const two = (value: number): string => String(value).padStart(2, '0');
    const name = WORDS[this.#language].month.split(',')[month - 1] ?? '';
    return (
      [
        `${day} ${name} ${year}`,
        `${two(day)}/${two(month)}/${year}`,
        `${two(day)}-${two(month)}-${year}`,
        this.#language === 'en' ? `${name} ${day}, ${year}` : `${two(day)}.${two(month)}.${year}`,
      ][this.#dateStyle] ?? ''
    );
  }
}
