import { DAMAGED_ORDER_ID, LATE_ORDER_ID, STORY_INQUIRY_EN, STORY_INQUIRY_ID, STORY_USER_ID } from '../story.ts';
import type { Inquiry } from './inquiry.ts';

/** What the woman of the story asks, in both of her languages. */
export const storyInquiries: readonly Inquiry[] = [
  {
    id: STORY_INQUIRY_ID,
    customerId: STORY_USER_ID,
    orderId: LATE_ORDER_ID,
    message:
      'Halo, pesanan saya order-story-id belum sampai juga, padahal di email tertulis paling lambat 14 November. Status resinya tidak berubah sejak tanggal 12. Isinya sambal bawang, keripik tempe, dan kopi Toraja yang sudah saya tunggu-tunggu. Tolong dicek paketnya ada di mana ya, dan kalau memang hilang, bisa dikirim ulang atau uangnya dikembalikan? Terima kasih.',
    createdAt: new Date(Date.UTC(2026, 10, 19, 1, 25, 12)),
    status: 'OPEN',
    attachments: [],
    truth: { language: 'id', subtopic: 'LATE_DELIVERY' },
  },
  {
    id: STORY_INQUIRY_EN,
    customerId: STORY_USER_ID,
    orderId: DAMAGED_ORDER_ID,
    message:
      'Hi, order-story-en came on Tuesday, but the enamel tiffin carrier is damaged: the middle tier has a deep dent, the enamel is chipped off all around it and the clip no longer closes. The box looked fine from outside. It was meant for my mother’s birthday, so I am really disappointed. I have attached a photo. Can you send me a new one, and do I have to return this one?',
    createdAt: new Date(Date.UTC(2026, 10, 19, 12, 41, 30)),
    status: 'OPEN',
    attachments: [
      {
        id: 'attachment-story-en-1',
        uploadId: 'upload-57042e00-0000-4000-8000-000000000001',
        fileName: 'tiffin.jpg',
        file: new URL('photos/tiffin.jpg', import.meta.url),
      },
    ],
    truth: { language: 'en', subtopic: 'DAMAGED' },
  },
];
