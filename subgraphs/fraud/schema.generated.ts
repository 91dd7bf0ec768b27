// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { FraudAssessmentRow } from './store.ts';
import type { FraudRiskRow } from './model.ts';
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
};

export type Query = {
  /**
   * The risk of an order of which these features are known, by the same model as `Order.fraudRisk`: for those who have their
   * orders elsewhere. It needs the scope `fraud:read`.
   */
  fraudRisk: Maybe<FraudRisk>;
  /** What was decided of orders that waited, by the ids of the orders. It needs the scope `fraud:read`. */
  fraudAssessments: FraudAssessmentConnection;
};


export type QueryFraudRiskArgs = {
  features: Array<FraudFeatureInput>;
};


export type QueryFraudAssessmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Decides about an order that was assessed as REVIEW: it is then confirmed or declined. The same decision given again is
   * the first one; another one is refused with `CONFLICT`, also where both come at once. It needs the scope `fraud:review`.
   */
  reviewOrder: Maybe<FraudAssessment>;
};


export type MutationReviewOrderArgs = {
  orderId: Scalars['ID']['input'];
  decision: ReviewDecision;
};

/** What somebody ordered, as far as fraud goes. */
export type Order = {
  /** Stable id, such as "order-260911-k7m2q". */
  id: Scalars['ID']['output'];
  /**
   * How likely the order is fraud, by what was known when it was placed and, where it was tried to be paid, by those attempts.
   * It is told with the scope `fraud:read`, and to no customer; to others it is null, with the error FORBIDDEN. It is null, with
   * NOT_FOUND, for an order that the island has not been told of yet.
   */
  fraudRisk: Maybe<FraudRisk>;
  /**
   * What was decided of the order while it waited; null for one that never waited here, or has not been assessed yet. It is told
   * with the scope `fraud:read`.
   */
  fraudAssessment: Maybe<FraudAssessment>;
};

/** How likely an order is fraud, and what is to be done about it. */
export type FraudRisk = {
  /** The probability, from 0 to 1, that the order is reported as fraud. Of frauds about two in three are ever reported. */
  score: Scalars['Float']['output'];
  /** What costs the shop the least on average, by the score and the order's amount. */
  decision: FraudDecision;
  /** What raises the score the most, the strongest first; at most three, and none where nothing raises it noticeably. */
  reasons: Array<FraudFeature>;
  /** The log odds of the average order. With all contributions they are those of the score. */
  base: Scalars['Float']['output'];
  /** Each feature that adds something to the log odds or takes something away, the strongest first. */
  contributions: Array<FraudContribution>;
  /** Which model said it. */
  model: ModelVersion;
  /** Whether the rules said it because the trees were overloaded, late or broken; their figures are lower. */
  degraded: Scalars['Boolean']['output'];
};

/** What one feature of an order does to its score. */
export type FraudContribution = {
  /** The feature. */
  feature: FraudFeature;
  /** Its value; null where it is missing. */
  value: Maybe<Scalars['Float']['output']>;
  /** What it adds to the log odds of the score: more than 0 raises it. */
  contribution: Scalars['Float']['output'];
};

/** What is to be done about an order. */
export type FraudDecision =
  /** Confirm it. */
  | 'APPROVE'
  /** Have a person look at it. */
  | 'REVIEW'
  /** Decline it. */
  | 'DECLINE';

/** What a person decides about an order. */
export type ReviewDecision =
  /** Confirm it. */
  | 'APPROVE'
  /** Decline it. */
  | 'DECLINE';

/** What was decided of an order that waited. */
export type FraudAssessment = {
  /** The order. */
  order: Order;
  /** By the model, once; a later version of it changes nothing. */
  decision: FraudDecision;
  /** The score that it was decided by. */
  score: Scalars['Float']['output'];
  /** What raised the score the most. */
  reasons: Array<FraudFeature>;
  /** Which model decided. */
  model: ModelVersion;
  /** Whether the rules decided because the trees could not. */
  degraded: Scalars['Boolean']['output'];
  /** When. */
  assessedAt: Scalars['DateTime']['output'];
  /** What a person decided; null while nobody has, and where nobody has to. */
  review: Maybe<FraudReview>;
  /** Rises when a person decides: whoever keeps what they read tells by it which of two states is the later one. */
  version: Scalars['Int']['output'];
};

/** What a person decided about an order. */
export type FraudReview = {
  /** What is to become of it. */
  decision: ReviewDecision;
  /** The subject of whoever decided. */
  by: Scalars['ID']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
};

/** A page of assessments with what is needed to ask for the next one. */
export type FraudAssessmentConnection = {
  /** The assessments of this page. */
  nodes: Array<FraudAssessment>;
  /** Whether more follow and where to go on. */
  pageInfo: PageInfo;
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

/** A feature of an order and its value. */
export type FraudFeatureInput = {
  /** The feature. */
  feature: FraudFeature;
  /** Its value; null where there is none. */
  value?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * What is known of an order when it is scored. Counts and sums are of what happened before it was placed; amounts are in
 * Singapore dollars, roughly; what holds is 1, what does not is 0.
 */
export type FraudFeature =
  /** What it costs, less the discount. */
  | 'AMOUNT'
  /** What one of its dearest product costs. */
  | 'DEAREST_ITEM'
  /** How many pieces it has. */
  | 'ITEMS'
  /** The discount as a share of the price before it. */
  | 'DISCOUNT_SHARE'
  /** Whether a voucher was used. */
  | 'VOUCHER'
  /** The hour of the day where it goes, 0 to 23. */
  | 'HOUR'
  /** Whether it is in another currency than that of the country it goes to. */
  | 'FOREIGN_CURRENCY'
  /** Days since the account was opened; missing without one. */
  | 'ACCOUNT_AGE'
  /** Orders of the account. */
  | 'ACCOUNT_ORDERS'
  /** Those of the last hour. */
  | 'ACCOUNT_ORDERS_LAST_HOUR'
  /** Those of the last day. */
  | 'ACCOUNT_ORDERS_LAST_DAY'
  /** Those of the last seven days. */
  | 'ACCOUNT_ORDERS_LAST_WEEK'
  /** What the account's orders of the last day cost. */
  | 'ACCOUNT_SPENT_LAST_DAY'
  /** Days since the account's last order; missing for a first one, as are all comparisons with its past. */
  | 'DAYS_SINCE_LAST_ORDER'
  /** The amount, as times the mean of the account's orders. */
  | 'AMOUNT_AGAINST_HABIT'
  /** The dearest product, as times the mean of those of the account's orders. */
  | 'DEAREST_AGAINST_HABIT'
  /** Attempts to pay that failed on the account in the last day. */
  | 'ACCOUNT_FAILED_PAYMENTS_LAST_DAY'
  /** Different cards that were tried on the account in the last seven days. */
  | 'ACCOUNT_CARDS_LAST_WEEK'
  /** The share of the account's orders that were sent back. */
  | 'ACCOUNT_RETURNED_SHARE'
  /** Orders of the account that the shop declined. */
  | 'ACCOUNT_DECLINED_ORDERS'
  /** Whether the account never ordered with this device. */
  | 'NEW_DEVICE'
  /** Whether the account never had anything sent to this address. */
  | 'NEW_ADDRESS'
  /** Other accounts that ordered with the device; missing, as all about it, where the device is unknown. */
  | 'DEVICE_OTHER_ACCOUNTS'
  /** Orders with the device in the last day. */
  | 'DEVICE_ORDERS_LAST_DAY'
  /** Other accounts, not a month old, that ordered with the device in the last 30 days. */
  | 'DEVICE_NEW_ACCOUNTS_LAST_MONTH'
  /** Orders with a voucher on the device in the last 30 days. */
  | 'DEVICE_VOUCHERS_LAST_MONTH'
  /** Attempts to pay that failed on the device in the last day. */
  | 'DEVICE_FAILED_PAYMENTS_LAST_DAY'
  /** Other accounts that had something sent to the address. */
  | 'ADDRESS_OTHER_ACCOUNTS'
  /** Orders that went to the address in the last seven days. */
  | 'ADDRESS_ORDERS_LAST_WEEK'
  /** Orders with a voucher that went to the address in the last 30 days. */
  | 'ADDRESS_VOUCHERS_LAST_MONTH'
  /** Attempts to pay for the order itself that failed; missing, as all about them, before there are any. */
  | 'FAILED_ATTEMPTS'
  /** Different cards that were tried for the order itself. */
  | 'CARDS_TRIED'
  /** Whether the account never used the card of the last attempt; missing for a first order and without a card. */
  | 'NEW_CARD'
  /** Whether it is paid in cash, to whoever brings it. */
  | 'PAID_IN_CASH';

/** Which model said it. Every AI island has this type in this very form. */
export type ModelVersion = {
  /** The model's name, as in its manifest. */
  name: Scalars['String']['output'];
  /** The model's version, as in its manifest; a figure in its model card belongs to one version. */
  version: Scalars['String']['output'];
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
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Order: ResolverTypeWrapper<Omit<Order, 'fraudRisk' | 'fraudAssessment'> & { fraudRisk?: Maybe<ResolversTypes['FraudRisk']>, fraudAssessment?: Maybe<ResolversTypes['FraudAssessment']> }>;
  FraudRisk: ResolverTypeWrapper<FraudRiskRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FraudContribution: ResolverTypeWrapper<FraudContribution>;
  FraudDecision: FraudDecision;
  ReviewDecision: ReviewDecision;
  FraudAssessment: ResolverTypeWrapper<FraudAssessmentRow>;
  FraudReview: ResolverTypeWrapper<FraudReview>;
  FraudAssessmentConnection: ResolverTypeWrapper<Omit<FraudAssessmentConnection, 'nodes'> & { nodes: Array<ResolversTypes['FraudAssessment']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  FraudFeatureInput: FraudFeatureInput;
  FraudFeature: FraudFeature;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Order: Omit<Order, 'fraudRisk' | 'fraudAssessment'> & { fraudRisk?: Maybe<ResolversParentTypes['FraudRisk']>, fraudAssessment?: Maybe<ResolversParentTypes['FraudAssessment']> } | FederationReferenceTypes['Order'];
  FraudRisk: FraudRiskRow;
  Float: Scalars['Float']['output'];
  FraudContribution: FraudContribution;
  FraudAssessment: FraudAssessmentRow;
  FraudReview: FraudReview;
  FraudAssessmentConnection: Omit<FraudAssessmentConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['FraudAssessment']> };
  PageInfo: PageInfo;
  FraudFeatureInput: FraudFeatureInput;
  ModelVersion: ModelVersion;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
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

export type DeadlineDirectiveArgs = {
  ms: Scalars['Int']['input'];
};

export type DeadlineDirectiveResolver<Result, Parent, ContextType = Context, Args = DeadlineDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  fraudRisk?: Resolver<Maybe<ResolversTypes['FraudRisk']>, ParentType, ContextType, RequireFields<QueryFraudRiskArgs, 'features'>>;
  fraudAssessments?: Resolver<ResolversTypes['FraudAssessmentConnection'], ParentType, ContextType, RequireFields<QueryFraudAssessmentsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reviewOrder?: Resolver<Maybe<ResolversTypes['FraudAssessment']>, ParentType, ContextType, RequireFields<MutationReviewOrderArgs, 'orderId' | 'decision'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fraudRisk?: Resolver<Maybe<ResolversTypes['FraudRisk']>, ParentType, ContextType>;
  fraudAssessment?: Resolver<Maybe<ResolversTypes['FraudAssessment']>, ParentType, ContextType>;
};

export type FraudRiskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FraudRisk'] = ResolversParentTypes['FraudRisk']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['FraudDecision'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['FraudFeature']>, ParentType, ContextType>;
  base?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  contributions?: Resolver<Array<ResolversTypes['FraudContribution']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FraudContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FraudContribution'] = ResolversParentTypes['FraudContribution']> = {
  feature?: Resolver<ResolversTypes['FraudFeature'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FraudAssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FraudAssessment'] = ResolversParentTypes['FraudAssessment']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['FraudDecision'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['FraudFeature']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  assessedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['FraudReview']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FraudReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FraudReview'] = ResolversParentTypes['FraudReview']> = {
  decision?: Resolver<ResolversTypes['ReviewDecision'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FraudAssessmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FraudAssessmentConnection'] = ResolversParentTypes['FraudAssessmentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['FraudAssessment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  FraudRisk?: FraudRiskResolvers<ContextType>;
  FraudContribution?: FraudContributionResolvers<ContextType>;
  FraudAssessment?: FraudAssessmentResolvers<ContextType>;
  FraudReview?: FraudReviewResolvers<ContextType>;
  FraudAssessmentConnection?: FraudAssessmentConnectionResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ModelVersion?: ModelVersionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  deadline?: DeadlineDirectiveResolver<any, any, ContextType>;
};
