import type { CountryCode } from '../users/countries.ts';
import type { Language } from './form.ts';

export interface Voice {
  /** How many inquiries are in the language, those of the story aside. */
  readonly count: number;
  /** Where people write it to the shop. */
  readonly countries: readonly CountryCode[];
  /** What some begin and end with. */
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  /** Whether it has capital letters, which some leave out. */
  readonly cased: boolean;
}

export const voices: Readonly<Record<Language, Voice>> = {
  en: {
    count: 112,
    countries: ['SG', 'MY', 'PH'],
    openings: ['Hi,', 'Hello,', 'Good morning.', 'Hi there!', 'Dear team,'],
    closings: ['Thanks!', 'Thank you.', 'Pls advise.', 'Please get back to me soon.'],
    cased: true,
  },
  id: {
    count: 104,
    countries: ['ID'],
    openings: ['Halo,', 'Selamat siang,', 'Permisi kak,', 'Pagi min,', 'Assalamualaikum,'],
    closings: ['Makasih ya.', 'Terima kasih.', 'Mohon dibantu.', 'Ditunggu kabarnya.'],
    cased: true,
  },
  ms: {
    count: 60,
    countries: ['MY', 'SG'],
    openings: ['Hai,', 'Assalamualaikum.', 'Selamat petang,', 'Tumpang tanya,'],
    closings: ['Terima kasih.', 'TQ.', 'Harap dapat bantu.', 'Mohon maklum balas segera.'],
    cased: true,
  },
  th: {
    count: 45,
    countries: ['TH'],
    openings: ['สวัสดีค่ะ', 'สวัสดีครับ', 'รบกวนสอบถามหน่อยค่ะ'],
    closings: ['ขอบคุณค่ะ', 'ขอบคุณครับ', 'รบกวนด้วยนะคะ'],
    cased: false,
  },
  vi: {
    count: 45,
    countries: ['VN'],
    openings: ['Chào shop,', 'Shop ơi,', 'Em chào anh chị,'],
    closings: ['Cảm ơn shop.', 'Mong shop phản hồi sớm.', 'Mình cảm ơn nhiều.'],
    cased: true,
  },
  tl: {
    count: 45,
    countries: ['PH'],
    openings: ['Hello po,', 'Magandang araw po.', 'Good pm po,'],
    closings: ['Salamat po.', 'Maraming salamat!', 'Pasagot po agad.'],
    cased: true,
  },
  zh: {
    count: 45,
    countries: ['SG', 'MY'],
    openings: ['你好，', '您好！', '客服在吗？'],
    closings: ['谢谢。', '麻烦尽快回复。', '辛苦了。'],
    cased: false,
  },
};
