import type { Price } from '../money.ts';
import type { CountryCode } from '../users/countries.ts';

/** Where an order stands; the same words as in the schema of the island. */
export type OrderStatus =
  | 'PENDING_REVIEW'
  | 'CONFIRMED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'RETURNED'
  | 'CANCELLED'
  | 'DECLINED';

export interface OrderLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: Price;
}

export interface Address {
  readonly recipient: string;
  readonly street: string;
  readonly town: string;
  readonly postalCode: string;
  readonly country: CountryCode;
}

export type PaymentMethod = 'CARD' | 'E_WALLET' | 'BANK_TRANSFER' | 'CASH_ON_DELIVERY';
export type CardBrand = 'VISA' | 'MASTERCARD' | 'JCB' | 'AMEX';
/** Pending is cash that is to be paid at the door, voided what will not be any more. */
export type PaymentStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'REFUNDED' | 'VOIDED';
export type PaymentFailure =
  | 'INSUFFICIENT_FUNDS'
  | 'DECLINED_BY_ISSUER'
  | 'WRONG_SECURITY_CODE'
  | 'EXPIRED_CARD'
  | 'AUTHENTICATION_FAILED'
  | 'TIMED_OUT';

export interface PaymentAttempt {
  readonly at: Date;
  readonly method: PaymentMethod;
  /** Of a card; null for other methods. Numbers of cards exist nowhere in the world. */
  readonly cardBrand: CardBrand | null;
  readonly lastFour: string | null;
  readonly amount: Price;
  readonly status: PaymentStatus;
  /** Null unless it failed. */
  readonly failure: PaymentFailure | null;
}

export type ShipmentEventKind =
  | 'PACKED'
  | 'PICKED_UP'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERY_FAILED'
  | 'DELIVERED'
  | 'RETURNED';

export interface ShipmentEvent {
  readonly kind: ShipmentEventKind;
  readonly at: Date;
}

export interface Shipment {
  readonly carrier: string;
  readonly trackingNumber: string;
  /** When the shop said it would be there. */
  readonly estimatedAt: Date;
  /** Oldest first; what has not happened by the world's last day is not there. */
  readonly events: readonly ShipmentEvent[];
}

export interface Order {
  /** `order-`, the day as yymmdd and five letters or digits. */
  readonly id: string;
  readonly userId: string;
  readonly placedAt: Date;
  /** When its status last changed. */
  readonly updatedAt: Date;
  readonly status: OrderStatus;
  /** At least one; all prices of an order are in one currency, no product twice. */
  readonly lines: readonly OrderLine[];
  /** The code of the voucher that was used, if any. */
  readonly voucher: string | null;
  /** What the voucher took off. */
  readonly discount: Price;
  /** What the lines cost, less the discount. */
  readonly total: Price;
  readonly shippingAddress: Address;
  /** By what the shop recognises a phone or browser again. */
  readonly deviceId: string;
  /** Oldest first. */
  readonly payments: readonly PaymentAttempt[];
  /** Null before it is packed. */
  readonly shipment: Shipment | null;
}

/** An order without an id yet. */
export type Draft = Omit<Order, 'id'>;
