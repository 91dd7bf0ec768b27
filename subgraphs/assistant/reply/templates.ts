import type { Language } from '../text/language.ts';

export type Mood = 'POSITIVE' | 'NEGATIVE' | null;

interface Template {
  readonly greeting: string;
  readonly opening: Readonly<Record<'POSITIVE' | 'NEGATIVE' | 'NEUTRAL', string>>;
  readonly handoff: string;
  readonly closing: string;
}

/** The only sentences of a reply that are no article's. They promise nothing. */
export const TEMPLATES: Readonly<Record<Language, Template>> = {
  en: {
    greeting: 'Hello,',
    opening: {
      NEGATIVE: 'We are sorry for the trouble you have had.',
      POSITIVE: 'Thank you for your kind message.',
      NEUTRAL: 'Thank you for your message.',
    },
    handoff: 'A colleague will look at what you wrote and answer you personally.',
    closing: 'If this does not settle it, just reply to this message.\n\nKind regards,\nCustomer service',
  },
  id: {
    greeting: 'Halo,',
    opening: {
      NEGATIVE: 'Mohon maaf atas ketidaknyamanan yang Anda alami.',
      POSITIVE: 'Terima kasih atas pesan Anda yang menyenangkan.',
      NEUTRAL: 'Terima kasih sudah menghubungi kami.',
    },
    handoff: 'Rekan kami akan membaca pesan Anda dan membalasnya secara langsung.',
    closing: 'Kalau masih ada yang kurang jelas, silakan balas pesan ini.\n\nSalam,\nLayanan Pelanggan',
  },
};

/** @param answer null to hand off */
export function fillTemplate(language: Language, mood: Mood, answer: string | null): string {
  const { greeting, opening, handoff, closing } = TEMPLATES[language];
  const signature = closing.slice(closing.indexOf('\n\n') + 2);
  const start = `${greeting}\n\n${opening[mood ?? 'NEUTRAL']}`;
  return answer === null ? `${start} ${handoff}\n\n${signature}` : `${start}\n\n${answer}\n\n${closing}`;
}
