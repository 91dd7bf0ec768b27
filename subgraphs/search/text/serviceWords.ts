import { stem } from './termOf.ts';

/** What messages to a shop are full of, and what says nothing of the product that they are about; by their stems. */
export const SERVICE_TERMS: ReadonlySet<string> = new Set(
  `order ordered orders parcel package packet delivery deliver delivered delivering courier rider tracking track arrive arrived
  arrives arriving receive received sent send sending ship shipped shipping dispatch came come coming late delay delayed wait
  waiting refund refunded return returned returning replace replaced replacement exchange exchanged money paid pay payment
  charged charge receipt invoice voucher code discount account password login email app website shop store seller customer
  service support chat agent team staff reply message photo picture video attached attach please pls thanks thank hello hi hey
  dear sorry sir madam help check checked know tell told say says said ask asked asking question problem issue broken broke
  damaged damage cracked crack dent dented torn chipped leaking leaked defective faulty wrong missing works working worked work
  stopped stop bought buy purchase purchased item items product products thing things stock available still yet already again
  now today yesterday tomorrow day days week weeks month months ago last next date time times hour hours minute morning evening
  monday tuesday wednesday thursday friday saturday sunday november december october address home house door box boxes bag
  opened open unpacked unpack used use using tried try first second two three one new old same other another different instead
  back away here there happy unhappy disappointed angry upset hope wish possible maybe sure really good bad great nice fine
  well better best much many little bit lot enough only ever never always since because after before until still
  warranty guarantee policy possible answer let make made take took taken give gave put see seen saw think thought wanted needs
  going went goes gone got yes no not cannot anyone someone somebody everybody people person order's love loved gift
  kind regards birthday supposed promised claim cancel cancelled change changed choose chose price cheaper cost costs sale
  already arrive money item order parcel refund admin`
    .split(/\s+/)
    .map(stem),
);
