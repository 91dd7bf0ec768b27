// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MoneyRow, UserRow, AddressRow, OrderRow, OrderConnectionRow, OrderLineRow, PaymentRow, ShipmentRow } from './store.ts';
import type { Context } from './resolvers.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  federation__FieldSet: { input: string; output: string; }
  /** An instant in UTC, ISO 8601 with milliseconds, such as "2026-03-01T08:30:00.000Z". */
  DateTime: { input: Date; output: Date; }
  /** A decimal number written as text, such as "12.90": exact where a binary float is not. */
  Decimal: { input: string; output: string; }
};

/** The currencies the shop sells in. Amounts are written with the decimals that prices in the currency carry. */
export type Currency =
  /** Indonesian rupiah, no decimals: nobody pays in sen. */
  | 'IDR'
  /** Malaysian ringgit, two decimals (sen). */
  | 'MYR'
  /** Philippine peso, two decimals (sentimo). */
  | 'PHP'
  /** Singapore dollar, two decimals (cents). */
  | 'SGD'
  /** Thai baht, two decimals (satang). */
  | 'THB'
  /** Vietnamese dong, no decimals. */
  | 'VND';

/** An amount of money in one currency. */
export type Money = {
  /** The amount in the currency's main unit, with exactly the decimals of that currency: "12.90" SGD, "189000" IDR. */
  amount: Scalars['Decimal']['output'];
  /** The currency of the amount. */
  currency: Currency;
};

/** An amount of money as a client gives it. */
export type MoneyInput = {
  /** The amount in the currency's main unit, more than zero, with no more decimals than the currency has. */
  amount: Scalars['Decimal']['input'];
  /** The currency of the amount. */
  currency: Currency;
};

/**
 * Who buys. All but the id is told to the user themself and to services that may read all orders; to anybody else it is
 * null, and the orders are none, as of a user who does not exist.
 */
export type User = {
  /** The subject of the user's token, such as "user-demo". */
  id: Scalars['ID']['output'];
  /** The name the account was opened under; null for somebody who has no account yet. */
  name: Maybe<Scalars['String']['output']>;
  /** Where they live, an ISO 3166 code such as "SG". */
  country: Maybe<Scalars['String']['output']>;
  /** The town they live in. */
  town: Maybe<Scalars['String']['output']>;
  /** When the account was opened. */
  registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Their orders, newest first. */
  orders: OrderConnection;
};


/**
 * Who buys. All but the id is told to the user themself and to services that may read all orders; to anybody else it is
 * null, and the orders are none, as of a user who does not exist.
 */
export type UserOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where an order stands. */
export type OrderStatus =
  /** Accepted, and waiting until it was assessed for fraud, and by a person where it has to be. Nothing is charged or sent meanwhile. */
  | 'PENDING_REVIEW'
  /** Will be sent. */
  | 'CONFIRMED'
  /** On its way. */
  | 'SHIPPED'
  /** Arrived. */
  | 'DELIVERED'
  /** Came back, and was paid back. */
  | 'RETURNED'
  /** Called off before it was sent, by the customer or because it was not paid. */
  | 'CANCELLED'
  /** Refused by the shop. */
  | 'DECLINED';

/** What somebody ordered. It is told to whoever placed it, and to services that may read all orders; to anybody else there is none. */
export type Order = {
  /** Stable id, such as "order-260911-k7m2q". */
  id: Scalars['ID']['output'];
  /** Where it stands. */
  status: OrderStatus;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** When its status last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** What the lines cost, less the discount. */
  total: Money;
  /** The code of the voucher that was used, if any. */
  voucher: Maybe<Scalars['String']['output']>;
  /** What the voucher took off; 0 without one. */
  discount: Money;
  /** What was ordered, 1 to 50 different products. */
  lines: Array<OrderLine>;
  /** Every attempt to pay for it, oldest first; none before it is confirmed, where it was placed here. */
  payments: Array<Payment>;
  /** Its parcel; null before it is packed. */
  shipment: Maybe<Shipment>;
  /** Where it goes. */
  shippingAddress: Address;
  /** By what the shop recognises the phone or browser it was placed with; null where that is unknown. */
  deviceId: Maybe<Scalars['ID']['output']>;
  /** Who placed it. */
  customer: Maybe<User>;
  /** Rises with each change: whoever keeps what they read tells by it which of two states is the later one. */
  version: Scalars['Int']['output'];
};

/** One product of an order. */
export type OrderLine = {
  /** The product; null when it is no longer to be had. */
  product: Maybe<Product>;
  /** How many, 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** What one cost when it was ordered, taxes included. */
  unitPrice: Money;
};

/** Something the shop sells; catalog tells of it. */
export type Product = {
  /** Stable id, such as "product-tiffin-enamel". */
  id: Scalars['ID']['output'];
};

/** How somebody pays. */
export type PaymentMethod =
  /** A credit or debit card. */
  | 'CARD'
  /** An app that holds money. */
  | 'E_WALLET'
  /** From a bank account. */
  | 'BANK_TRANSFER'
  /** Cash, to whoever brings the parcel. */
  | 'CASH_ON_DELIVERY';

/** What a card is of. */
export type CardBrand =
  /** Visa. */
  | 'VISA'
  /** Mastercard. */
  | 'MASTERCARD'
  /** JCB. */
  | 'JCB'
  /** American Express. */
  | 'AMEX';

/** What became of an attempt to pay. */
export type PaymentStatus =
  /** Cash that is to be paid at the door. */
  | 'PENDING'
  /** The money came. */
  | 'SUCCEEDED'
  /** The money did not come. */
  | 'FAILED'
  /** The money came, and went back. */
  | 'REFUNDED'
  /** Was pending, and will not be paid any more. */
  | 'VOIDED';

/** Why an attempt to pay failed. */
export type PaymentFailure =
  /** There was not enough money. */
  | 'INSUFFICIENT_FUNDS'
  /** The bank refused, without a reason. */
  | 'DECLINED_BY_ISSUER'
  /** The security code was not that of the card. */
  | 'WRONG_SECURITY_CODE'
  /** The card is no longer valid. */
  | 'EXPIRED_CARD'
  /** The customer did not prove to the bank who they are. */
  | 'AUTHENTICATION_FAILED'
  /** Nothing came in time. */
  | 'TIMED_OUT';

/** An attempt to pay. Of a card it tells what is printed on a receipt; its number is known to nobody here. */
export type Payment = {
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** How. */
  method: PaymentMethod;
  /** What the card is of; null for other methods. */
  cardBrand: Maybe<CardBrand>;
  /** The last four digits of the card; null for other methods. */
  lastFour: Maybe<Scalars['String']['output']>;
  /** How much was to be paid. */
  amount: Money;
  /** What became of it. */
  status: PaymentStatus;
  /** Why it failed; null unless it did. */
  failure: Maybe<PaymentFailure>;
};

/** What happened to a parcel. */
export type ShipmentStatus =
  /** Packed; it waits to be picked up. */
  | 'PACKED'
  /** The carrier has it. */
  | 'PICKED_UP'
  /** On the way. */
  | 'IN_TRANSIT'
  /** With whoever brings it to the door. */
  | 'OUT_FOR_DELIVERY'
  /** Nobody was there to take it. */
  | 'DELIVERY_FAILED'
  /** Taken by somebody at the address. */
  | 'DELIVERED'
  /** Back with the shop. */
  | 'RETURNED';

/** The parcel of an order. */
export type Shipment = {
  /** Who brings it. */
  carrier: Scalars['String']['output'];
  /** By what the carrier knows it. */
  trackingNumber: Scalars['String']['output'];
  /** What happened to it last. */
  status: ShipmentStatus;
  /** When the shop said that it would be there. */
  estimatedAt: Scalars['DateTime']['output'];
  /** When it was there; null before. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** All that happened to it, oldest first. */
  events: Array<ShipmentEvent>;
};

/** One thing that happened to a parcel. */
export type ShipmentEvent = {
  /** What. */
  status: ShipmentStatus;
  /** When. */
  at: Scalars['DateTime']['output'];
};

/** Where a parcel goes. */
export type Address = {
  /** Whose name is on it. */
  recipient: Scalars['String']['output'];
  /** House, street and unit. */
  street: Scalars['String']['output'];
  /** The town. */
  town: Scalars['String']['output'];
  /** As the country writes it. */
  postalCode: Scalars['String']['output'];
  /** An ISO 3166 code such as "SG". */
  country: Scalars['String']['output'];
  /** The same for the same street, postal code and country, however they are typed: tells addresses apart without reading them. */
  fingerprint: Scalars['ID']['output'];
};

/** A page of orders with what is needed to ask for the next one. */
export type OrderConnection = {
  /** The orders of this page. */
  nodes: Array<Order>;
  /** The orders of this page, each with its cursor. */
  edges: Array<OrderEdge>;
  /** Whether more follow and where to go on. */
  pageInfo: PageInfo;
};

/** An order in a page. */
export type OrderEdge = {
  /** The order. */
  node: Order;
  /** Give it as `after` to read what follows this order. */
  cursor: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Whether more items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items precede this page, as far as the cursor it was asked with tells. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first item; null for an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the page's last item, to be given as `after`; null for an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** Whoever asks; null with an error for somebody unknown. */
  me: Maybe<User>;
  /** The order with this id; null when nothing has it, or it is somebody else's. */
  order: Maybe<Order>;
  /** The orders of whoever asks, newest first; those of everybody for a service that may read them (scope `orders:read`). */
  orders: OrderConnection;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Orders products and answers with the order, which waits in PENDING_REVIEW until it was assessed, usually for a moment; null
   * with an error when the input was refused.
   * Prices are those of the moment, as the island knows them of catalog.
   */
  placeOrder: Maybe<Order>;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};

/** An order to be placed. */
export type PlaceOrderInput = {
  /** 1 to 50 different products, all of them with prices in one currency. */
  lines: Array<OrderLineInput>;
  /** Where to send it. */
  shippingAddress: AddressInput;
  /** 1 to 255 printable ASCII characters without spaces, new for each order: given again with the same input, the order of the first time is the answer. */
  idempotencyKey: Scalars['String']['input'];
  /** What the customer was shown to pay, if it matters: with another total the order is refused with `CONFLICT`. */
  expectedTotal?: InputMaybe<MoneyInput>;
  /** By what the shop's app recognises the phone or browser, 1 to 100 characters. */
  deviceId?: InputMaybe<Scalars['ID']['input']>;
};

/** One product of an order to be placed. */
export type OrderLineInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** How many, 1 to 99. */
  quantity: Scalars['Int']['input'];
};

/** Where to send a parcel. */
export type AddressInput = {
  /** Whose name is on it, 1 to 100 characters after trimming. */
  recipient: Scalars['String']['input'];
  /** House, street and unit, 1 to 200 characters after trimming. */
  street: Scalars['String']['input'];
  /** The town, 1 to 100 characters after trimming. */
  town: Scalars['String']['input'];
  /** 1 to 12 letters, digits, spaces and hyphens. */
  postalCode: Scalars['String']['input'];
  /** An ISO 3166 code such as "SG": two capitals. */
  country: Scalars['String']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Currency: Currency;
  Money: ResolverTypeWrapper<MoneyRow>;
  MoneyInput: MoneyInput;
  User: ResolverTypeWrapper<UserRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  OrderStatus: OrderStatus;
  Order: ResolverTypeWrapper<OrderRow>;
  OrderLine: ResolverTypeWrapper<OrderLineRow>;
  Product: ResolverTypeWrapper<Product>;
  PaymentMethod: PaymentMethod;
  CardBrand: CardBrand;
  PaymentStatus: PaymentStatus;
  PaymentFailure: PaymentFailure;
  Payment: ResolverTypeWrapper<PaymentRow>;
  ShipmentStatus: ShipmentStatus;
  Shipment: ResolverTypeWrapper<ShipmentRow>;
  ShipmentEvent: ResolverTypeWrapper<ShipmentEvent>;
  Address: ResolverTypeWrapper<AddressRow>;
  OrderConnection: ResolverTypeWrapper<OrderConnectionRow>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PlaceOrderInput: PlaceOrderInput;
  OrderLineInput: OrderLineInput;
  AddressInput: AddressInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: MoneyRow;
  MoneyInput: MoneyInput;
  User: UserRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Order: OrderRow;
  OrderLine: OrderLineRow;
  Product: Product;
  Payment: PaymentRow;
  Shipment: ShipmentRow;
  ShipmentEvent: ShipmentEvent;
  Address: AddressRow;
  OrderConnection: OrderConnectionRow;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  PlaceOrderInput: PlaceOrderInput;
  OrderLineInput: OrderLineInput;
  AddressInput: AddressInput;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = Context, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = Context, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = Context, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = Context, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  url: Scalars['String']['input'];
  import?: Maybe<Array<Maybe<Scalars['String']['input']>>>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = Context, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = Context, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  town?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  voucher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  cardBrand?: Resolver<Maybe<ResolversTypes['CardBrand']>, ParentType, ContextType>;
  lastFour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['PaymentFailure']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trackingNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  estimatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ShipmentEvent']>, ParentType, ContextType>;
};

export type ShipmentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEvent'] = ResolversParentTypes['ShipmentEvent']> = {
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  town?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  placeOrder?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentEvent?: ShipmentEventResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
};
