import { createHash } from 'node:crypto';

/** Tells whether two addresses are the same however they are typed: letters and digits count, their case and accents do not. */
export function fingerprintOf(address: { street: string; postalCode: string; country: string }): string {
  const typed = [address.street, address.postalCode, address.country];
  const plain = typed.map((text) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  return createHash('sha256').update(plain.join('\n')).digest('base64url').slice(0, 22);
}
