import { wordsOf } from './wordsOf.ts';

const STOP_WORDS = new Set(
  `a an the and or but if so as at by for from in into of on onto to with about than then there here this that these those
  i i'm im i've ive i'd id i'll me my mine we us our you your yours he him his she her it its it's they them their is am are was
  were be been being do does did doing done don't dont doesn't doesnt didn't didnt has have had having will would shall should
  could can cannot can't cant may might must just only also too very really please pls thanks thank hi hello hey dear ok okay
  what which who when where why how some any all still yet already again now get got getting gets want wants wanted like
  thing things stuff something anything one`.split(/\s+/),
);

/** Words that customers and articles use for one thing, the first standing for all. */
const SYNONYMS = `
parcel package packet shipment pack consignment
box carton packaging packing
refund reimburse reimbursement moneyback
courier driver rider postman deliveryman carrier
broken damaged shattered smashed cracked crack chipped dented dent damage break broke destroyed pieces
faulty defective malfunction dead died fault defect broken-down
deliver delivery shipping ship shipped delivered deliveries delivering
dispatch dispatched sent send sending
return returned returning giveback
exchange swap trade swapped exchanged
cancel cancelled cancelling cancellation canceled stop
money cash funds
payment pay paid paying
declined rejected refused failed unsuccessful decline refuse
charged deducted debited charge
twice double duplicate 2x two-times
instalment instalments installment installments monthly emi
receipt bill proof
invoice faktur
company business firm corporate
password passcode pw
login sign-in signin log-in
code otp verification one-time
locked blocked lock attempts
account profile
email e-mail mail emails
phone mobile telephone cellphone cell
delete erase remove deletion
newsletter newsletters promotions ads advertising promotional unsubscribe spam spamming
scam phishing fake false suspicious prize
stranger hacked hacker thief stolen somebody unauthorised unauthorized
stock available availability restock sold-out soldout
size sizes sizing dimension dimensions measurement measure
colour color colours colors shade
voucher coupon vouchers coupons promo discount
points point loyalty
price prices cost costs cheaper cheap expensive dearer
late delayed overdue delay later
missing lost lacking
warranty guarantee
repair fix repaired fixed
plug socket adapter plugs
voltage volt volts
allergen allergens allergic allergy ingredients ingredient
pan wok pans cookware pot
wash washing washed laundry clean
assemble assembly assembling install installation setup
manual instructions booklet
photo photos picture pictures image images pics pic
basket cart trolley
address addresses
neighbour neighbor
shop store
sale deal promotion
track tracking trace
`;

const canonical = new Map(
  SYNONYMS.trim()
    .split('\n')
    .reverse()
    .flatMap((line) => {
      const group = line.split(' ');
      const term = stem(group[0] ?? line);
      // Its forms are known by their stem; a later group does not take a word from an earlier one.
      return group.flatMap((word) => [[stem(word), term] as const, [word, term] as const]).reverse();
    }),
);

/** What an English text is about, word by word: stems, with one for each set of synonyms. */
export function englishTerms(text: string): readonly string[] {
  return wordsOf(text)
    .flatMap((word) => (canonical.has(word) ? [word] : word.split('-')))
    .map((word) => word.replace(/'s?$/, ''))
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => canonical.get(word) ?? canonical.get(stem(word)) ?? stem(word));
}

/** Takes off the endings of inflection; it need not be a word that is left, only the same for all its forms. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const singular = word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
  const root = singular.replace(/(?<=[a-z]{3})(?:ing|ed)$/, '');
  return root.replace(/(?<=[a-z]{2})([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{3})e$/, '');
}
