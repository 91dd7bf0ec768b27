// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductRow, UserRow, JobRow, RecommendationsRow, RecommendationRow, RecommendationsRetrainingRow } from './store.ts';
import type { Context } from './resolvers.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
   * What somebody who bought these products would choose next; without any, what sells best. For applications that know
   * buyers of their own: nothing is kept of what is asked.
   */
  recommendProducts: Maybe<Recommendations>;
};


export type QueryRecommendProductsArgs = {
  bought: Array<Scalars['ID']['input']>;
  country?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  /**
   * Begins to learn from all orders anew. The new version is held against the one that is served, on the latest orders, of
   * which neither has learned; if it is as good, it is served instead, and nothing restarts. Needs the scope `models:train`.
   * Answers with the job; what it makes is its `recommendationsRetraining`.
   */
  retrainRecommendations: Job;
};


export type MutationRetrainRecommendationsArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What to recommend beside a product. */
export type RecommendationKind =
  /** What may be bought in its place: what reads like it and is liked by the same buyers. Also for what nobody has bought yet. */
  | 'SIMILAR'
  /** What goes with it: what is in the same orders. None where nothing is known to be, as with a product that is like no other. */
  | 'BOUGHT_TOGETHER';

/** Why something is recommended. */
export type RecommendationReason =
  /** Who likes the products of `because` likes it. */
  | 'LIKED_TOGETHER'
  /** It reads like the product of `because`. */
  | 'READS_ALIKE'
  /** It is in the same orders as a product of `because`, by at least three buyers. */
  | 'BOUGHT_TOGETHER'
  /** The buyer bought it before, and it is about used up. */
  | 'RUNS_OUT'
  /** It sells well in the buyer's country. */
  | 'POPULAR_IN_COUNTRY'
  /** It sells well. */
  | 'POPULAR';

/** Something the shop sells, as far as what is recommended beside it goes. */
export type Product = {
  /** Stable id, such as "product-tiffin-enamel". */
  id: Scalars['ID']['output'];
  /**
   * What to show beside it, the best first: never itself, and nothing that is not on sale. Null, with the error NOT_FOUND,
   * for what is not on sale.
   */
  recommendations: Maybe<Array<Product>>;
  /** The same with scores and reasons, and with the model that chose them. */
  recommendationDetails: Maybe<Recommendations>;
};


/** Something the shop sells, as far as what is recommended beside it goes. */
export type ProductRecommendationsArgs = {
  kind?: InputMaybe<RecommendationKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something the shop sells, as far as what is recommended beside it goes. */
export type ProductRecommendationDetailsArgs = {
  kind?: InputMaybe<RecommendationKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who buys, as far as what is recommended to them goes. */
export type User = {
  /** The subject of the user's token, such as "user-demo". */
  id: Scalars['ID']['output'];
  /** Where they live; null to strangers. */
  country: Maybe<Scalars['String']['output']>;
  /**
   * What they would buy next, the best first: nothing that they have bought, unless it is about used up. Somebody who has bought
   * nothing is recommended what sells best. Told to the user themself and to services that may read all orders; to anybody
   * else it is null, as of a user who does not exist.
   */
  recommendations: Maybe<Recommendations>;
};


/** Who buys, as far as what is recommended to them goes. */
export type UserRecommendationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What is recommended, and by what. */
export type Recommendations = {
  /** The best first. */
  items: Array<Recommendation>;
  /** Which model chose them. */
  model: ModelVersion;
  /** Whether they were chosen with less than usual: a cheaper model answered, or texts of products could not be compared yet. */
  degraded: Scalars['Boolean']['output'];
};

/** One recommended product. */
export type Recommendation = {
  /** The product. */
  product: Product;
  /**
   * From 0 to 1, the higher the better. To a user: about the probability that a line of their next order is it. SIMILAR: how
   * alike the two are. BOUGHT_TOGETHER: about the share of the product's orders of several products that had this one, too.
   * Where a cheaper model answered: its share of recent sales.
   */
  score: Scalars['Float']['output'];
  /** Why it is recommended. */
  reason: RecommendationReason;
  /** The products that it is recommended for, the most telling first; none where it is because it is popular. */
  because: Array<Product>;
};

/** Work that takes longer than a request, as far as what this subgraph's jobs made goes. */
export type Job = {
  /** Stable id, such as "job-019a3c52-5a1e-7c3a-9d0b-2f0f4f5a6b7c". */
  id: Scalars['ID']['output'];
  /** What `retrainRecommendations` made; null for other jobs, and until it SUCCEEDED. */
  recommendationsRetraining: Maybe<RecommendationsRetraining>;
};

/** A version that was learned from all orders, and is served. */
export type RecommendationsRetraining = {
  /** The version that it is. */
  model: ModelVersion;
  /** The versions that were served before, most traffic first; `npm run traffic -- recommendations/taste back` returns to them. */
  previous: Array<Scalars['String']['output']>;
  /** How many lines of orders it learned from. */
  trainedOn: Scalars['Int']['output'];
  /** How many next orders both were judged by. */
  judgedBy: Scalars['Int']['output'];
  /** Of those, the share in which one of ten recommended products was bought, by the same training without the orders judged by. */
  hitRate: Scalars['Float']['output'];
  /** The same of the version that was served before. */
  previousHitRate: Scalars['Float']['output'];
  /** When it was given the traffic; running processes follow within a second or two. */
  servedSince: Scalars['DateTime']['output'];
};

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
  Product: Product;
  User: User;
  Job: Job;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['User'], {"country":true}> ) );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecommendationKind: RecommendationKind;
  RecommendationReason: RecommendationReason;
  Product: ResolverTypeWrapper<ProductRow>;
  User: ResolverTypeWrapper<UserRow>;
  Recommendations: ResolverTypeWrapper<RecommendationsRow>;
  Recommendation: ResolverTypeWrapper<RecommendationRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Job: ResolverTypeWrapper<JobRow>;
  RecommendationsRetraining: ResolverTypeWrapper<RecommendationsRetrainingRow>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Product: ProductRow;
  User: UserRow;
  Recommendations: RecommendationsRow;
  Recommendation: RecommendationRow;
  Float: Scalars['Float']['output'];
  Job: JobRow;
  RecommendationsRetraining: RecommendationsRetrainingRow;
  DateTime: Scalars['DateTime']['output'];
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  recommendProducts?: Resolver<Maybe<ResolversTypes['Recommendations']>, ParentType, ContextType, RequireFields<QueryRecommendProductsArgs, 'bought' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  retrainRecommendations?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationRetrainRecommendationsArgs>>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<ProductRecommendationsArgs, 'kind' | 'first'>>;
  recommendationDetails?: Resolver<Maybe<ResolversTypes['Recommendations']>, ParentType, ContextType, RequireFields<ProductRecommendationDetailsArgs, 'kind' | 'first'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<Maybe<ResolversTypes['Recommendations']>, ParentType, ContextType, RequireFields<UserRecommendationsArgs, 'first'>>;
};

export type RecommendationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recommendations'] = ResolversParentTypes['Recommendations']> = {
  items?: Resolver<Array<ResolversTypes['Recommendation']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecommendationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RecommendationReason'], ParentType, ContextType>;
  because?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendationsRetraining?: Resolver<Maybe<ResolversTypes['RecommendationsRetraining']>, ParentType, ContextType>;
};

export type RecommendationsRetrainingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationsRetraining'] = ResolversParentTypes['RecommendationsRetraining']> = {
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  previous?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  trainedOn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  judgedBy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hitRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  previousHitRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  servedSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Recommendations?: RecommendationsResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  RecommendationsRetraining?: RecommendationsRetrainingResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
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
