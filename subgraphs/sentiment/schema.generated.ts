// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { JobRow, ReviewRow, InquiryRow, SentimentRow, ReviewAnalysisRow, ProductSentimentRow, HeadRebuildRow } from './store.ts';
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
   * How each text speaks of its subject, in the order given. A text that cannot be judged is null, with an error at its
   * index; the others answer. At most 100 texts of 1 to 10,000 characters each; of a long text the first 190 words, about,
   * are read.
   */
  analyzeSentiment: Maybe<Array<Maybe<Sentiment>>>;
};


export type QueryAnalyzeSentimentArgs = {
  texts: Array<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Tells what the label of an earlier answer should have been. Of each text and version of the model one answer counts; it
   * goes into `models { sentiment { versions { liveQuality } } }`.
   */
  sentimentFeedback: SentimentFeedback;
  /**
   * Begins to judge all reviews of a product, or of all products of a category: one of the two ids is needed. Whoever asks
   * must be known. Answers with the job; what it finds is its `reviewAnalysis`.
   */
  analyzeReviews: Job;
  /**
   * Begins to train the head of the sentiment model anew, from the released data, as a version of its own. If it is at least
   * as good as the released one, it is served instead of what is, and nothing restarts. Needs the scope `models:train`.
   * Answers with the job; what it makes is its `headRebuild`.
   */
  rebuildSentimentHead: Job;
};


export type MutationSentimentFeedbackArgs = {
  predictionId: Scalars['ID']['input'];
  label: SentimentLabel;
};


export type MutationAnalyzeReviewsArgs = {
  productId?: InputMaybe<Scalars['ID']['input']>;
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationRebuildSentimentHeadArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** Work that takes longer than a request, as far as what this subgraph's jobs found or made goes. */
export type Job = {
  /** Stable id, such as "job-019a3c52-5a1e-7c3a-9d0b-2f0f4f5a6b7c". */
  id: Scalars['ID']['output'];
  /** What `analyzeReviews` found; null for other jobs, and until it SUCCEEDED. */
  reviewAnalysis: Maybe<ReviewAnalysis>;
  /** What `rebuildSentimentHead` made; null for other jobs, and until it SUCCEEDED. */
  headRebuild: Maybe<HeadRebuild>;
};

/** How all reviews of a product or a category speak. */
export type ReviewAnalysis = {
  /** Reviews that speak well of their product. */
  positive: Scalars['Int']['output'];
  /** Reviews that speak ill of it. */
  negative: Scalars['Int']['output'];
  /** Reviews that were not judged: they have no text, or the model could not judge it. */
  skipped: Scalars['Int']['output'];
  /** The mean of the scores of those that were judged, from -1 to 1, rounded to three decimals; null when there are none. */
  meanScore: Maybe<Scalars['Float']['output']>;
  /** Of those that were judged, how many a cheaper model judged because the usual one was overloaded or broken. */
  degraded: Scalars['Int']['output'];
  /** The usual model that judged the others; null when it judged none. */
  model: Maybe<ModelVersion>;
  /** How many products there were. */
  productCount: Scalars['Int']['output'];
  /** Each product, in the order of the ids; the first 1,000. */
  products: Array<ProductSentiment>;
  /** Up to five reviews that speak best of their product, the best first. */
  mostPositive: Array<Maybe<Review>>;
  /** Up to five reviews that speak worst of their product, the worst first. */
  mostNegative: Array<Maybe<Review>>;
};

/** How the reviews of one product speak. */
export type ProductSentiment = {
  /** The product. */
  product: Maybe<Product>;
  /** Reviews that speak well of it. */
  positive: Scalars['Int']['output'];
  /** Reviews that speak ill of it. */
  negative: Scalars['Int']['output'];
  /** Of those that were judged, the share that speaks well of it, from 0 to 1; null when there are none. */
  sharePositive: Maybe<Scalars['Float']['output']>;
};

/** A product, as far as its reviews speak of it. */
export type Product = {
  /** Stable id, such as "product-enamel-tiffin". */
  id: Scalars['ID']['output'];
};

/** A head that was trained anew, and is served. */
export type HeadRebuild = {
  /** The version that it is. */
  model: ModelVersion;
  /** The versions that were served before, most traffic first; `npm run traffic -- sentiment back` returns to them. */
  previous: Array<Scalars['String']['output']>;
  /** What was measured on held-out data, the headline first. */
  quality: Array<HeadQuality>;
  /** How many sentences it learned from. */
  trainedOn: Scalars['Int']['output'];
  /** When it was given the traffic; running processes follow within a second or two. */
  servedSince: Scalars['DateTime']['output'];
};

/** One figure of a head. */
export type HeadQuality = {
  /** What was measured, such as `accuracy`. */
  metric: Scalars['String']['output'];
  /** What it was measured on. */
  on: Scalars['String']['output'];
  /** The figure. */
  value: Scalars['Float']['output'];
  /** How many items it is of. */
  n: Scalars['Int']['output'];
  /** The lower bound of its 95% interval; null where there is none. */
  low: Maybe<Scalars['Float']['output']>;
  /** The upper bound. */
  high: Maybe<Scalars['Float']['output']>;
};

/** What became of a feedback. */
export type SentimentFeedback = {
  /** False when somebody had told before; then nothing changed. */
  counted: Scalars['Boolean']['output'];
};

/** What a customer wrote about a product, as far as its tone goes. */
export type Review = {
  /** Stable id, such as "review-0001". */
  id: Scalars['ID']['output'];
  /** The customer's own words. */
  body: Scalars['String']['output'];
  /** How the review speaks of the product; null, with an error, when the model cannot say in time. */
  sentiment: Maybe<Sentiment>;
};

/** What a customer asks or tells the shop, as far as its tone goes. */
export type Inquiry = {
  /** Stable id, such as "inquiry-0001". */
  id: Scalars['ID']['output'];
  /** The customer's own words. */
  message: Scalars['String']['output'];
  /** The language of the message; null when that could not be told. */
  language: Maybe<Language>;
  /**
   * How the message speaks of the shop and what was bought; null with UNSUPPORTED_LANGUAGE where it is neither English nor
   * Indonesian. Where its language could not be told it is guessed, and the answer `degraded`.
   */
  sentiment: Maybe<Sentiment>;
};

/** The language of a text. */
export type Language = {
  /** ISO 639-1, such as "id", or "unknown". */
  code: Scalars['String']['output'];
};

/** How a text speaks of its subject, judged from its words alone. */
export type Sentiment = {
  /** The likelier of the two labels. */
  label: SentimentLabel;
  /** From -1 (surely negative) to 1 (surely positive): the probability of POSITIVE minus that of NEGATIVE. Near 0 the text is mixed, neutral or unclear. */
  score: Scalars['Float']['output'];
  /** The calibrated probability that the label is right, from 0.5 to 1: of texts with 0.8, about 8 in 10 have the label. */
  confidence: Scalars['Float']['output'];
  /** Which model said it. */
  model: ModelVersion;
  /** Whether a cheaper model said it because the usual one was overloaded, late or broken, or its language was guessed; the figures are lower. */
  degraded: Scalars['Boolean']['output'];
  /**
   * What of a shop the text judges, and how; empty when nothing is sure enough, null, with an error, when it cannot be told
   * in time. Only those are told that 8 in 10 were right of, on held-out messages in the language.
   */
  aspects: Maybe<Array<AspectSentiment>>;
  /** Stands for this answer in `sentimentFeedback`. */
  predictionId: Scalars['ID']['output'];
};

/** How a text judges one side of a purchase. */
export type AspectSentiment = {
  /** What it judges. */
  aspect: Aspect;
  /** How: it may differ from the label of the whole. */
  label: SentimentLabel;
  /** How probable it is that the text judges the aspect, and so. */
  confidence: Scalars['Float']['output'];
};

/** What of a shop a text may judge. */
export type Aspect =
  /** Price, fees, discounts, cashback, value for the money. */
  | 'PRICE'
  /** Speed, courier, tracking, packing, and what went missing or broke because of them. */
  | 'DELIVERY'
  /** The product itself: material, function, taste, fit, whether it is as described. */
  | 'QUALITY'
  /** Support, returns, refunds, exchanges, warranty, cancellation. */
  | 'SERVICE';

/** There is no neutral label, because the model learned from sentences that people had sorted into these two. A confidence near 0.5 is the sign of a neutral or mixed text. */
export type SentimentLabel =
  /** It speaks well of its subject. */
  | 'POSITIVE'
  /** It speaks ill of its subject. */
  | 'NEGATIVE';

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
  Job: Job;
  Review: Review;
  Inquiry: Inquiry;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Review'], {"body":true}> ) );
  Inquiry:
    ( { __typename: 'Inquiry' }
    & GraphQLRecursivePick<FederationTypes['Inquiry'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Job: ResolverTypeWrapper<JobRow>;
  ReviewAnalysis: ResolverTypeWrapper<ReviewAnalysisRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ProductSentiment: ResolverTypeWrapper<ProductSentimentRow>;
  Product: ResolverTypeWrapper<Product>;
  HeadRebuild: ResolverTypeWrapper<HeadRebuildRow>;
  HeadQuality: ResolverTypeWrapper<HeadQuality>;
  SentimentFeedback: ResolverTypeWrapper<SentimentFeedback>;
  Review: ResolverTypeWrapper<ReviewRow>;
  Inquiry: ResolverTypeWrapper<InquiryRow>;
  Language: ResolverTypeWrapper<Language>;
  Sentiment: ResolverTypeWrapper<SentimentRow>;
  AspectSentiment: ResolverTypeWrapper<AspectSentiment>;
  Aspect: Aspect;
  SentimentLabel: SentimentLabel;
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
  Job: JobRow;
  ReviewAnalysis: ReviewAnalysisRow;
  Float: Scalars['Float']['output'];
  ProductSentiment: ProductSentimentRow;
  Product: Product;
  HeadRebuild: HeadRebuildRow;
  HeadQuality: HeadQuality;
  SentimentFeedback: SentimentFeedback;
  Review: ReviewRow;
  Inquiry: InquiryRow;
  Language: Language;
  Sentiment: SentimentRow;
  AspectSentiment: AspectSentiment;
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
  analyzeSentiment?: Resolver<Maybe<Array<Maybe<ResolversTypes['Sentiment']>>>, ParentType, ContextType, RequireFields<QueryAnalyzeSentimentArgs, 'texts' | 'language'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  sentimentFeedback?: Resolver<ResolversTypes['SentimentFeedback'], ParentType, ContextType, RequireFields<MutationSentimentFeedbackArgs, 'predictionId' | 'label'>>;
  analyzeReviews?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationAnalyzeReviewsArgs>>;
  rebuildSentimentHead?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationRebuildSentimentHeadArgs>>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewAnalysis?: Resolver<Maybe<ResolversTypes['ReviewAnalysis']>, ParentType, ContextType>;
  headRebuild?: Resolver<Maybe<ResolversTypes['HeadRebuild']>, ParentType, ContextType>;
};

export type ReviewAnalysisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewAnalysis'] = ResolversParentTypes['ReviewAnalysis']> = {
  positive?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  negative?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['ProductSentiment']>, ParentType, ContextType>;
  mostPositive?: Resolver<Array<Maybe<ResolversTypes['Review']>>, ParentType, ContextType>;
  mostNegative?: Resolver<Array<Maybe<ResolversTypes['Review']>>, ParentType, ContextType>;
};

export type ProductSentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSentiment'] = ResolversParentTypes['ProductSentiment']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  positive?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  negative?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharePositive?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type HeadRebuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeadRebuild'] = ResolversParentTypes['HeadRebuild']> = {
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  previous?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  quality?: Resolver<Array<ResolversTypes['HeadQuality']>, ParentType, ContextType>;
  trainedOn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  servedSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HeadQualityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeadQuality'] = ResolversParentTypes['HeadQuality']> = {
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SentimentFeedbackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentFeedback'] = ResolversParentTypes['SentimentFeedback']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['Sentiment']>, ParentType, ContextType>;
};

export type InquiryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inquiry'] = ResolversParentTypes['Inquiry'], FederationReferenceType extends FederationReferenceTypes['Inquiry'] = FederationReferenceTypes['Inquiry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Inquiry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['Sentiment']>, ParentType, ContextType>;
};

export type SentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sentiment'] = ResolversParentTypes['Sentiment']> = {
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  aspects?: Resolver<Maybe<Array<ResolversTypes['AspectSentiment']>>, ParentType, ContextType>;
  predictionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AspectSentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectSentiment'] = ResolversParentTypes['AspectSentiment']> = {
  aspect?: Resolver<ResolversTypes['Aspect'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  Job?: JobResolvers<ContextType>;
  ReviewAnalysis?: ReviewAnalysisResolvers<ContextType>;
  ProductSentiment?: ProductSentimentResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  HeadRebuild?: HeadRebuildResolvers<ContextType>;
  HeadQuality?: HeadQualityResolvers<ContextType>;
  SentimentFeedback?: SentimentFeedbackResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  Inquiry?: InquiryResolvers<ContextType>;
  Sentiment?: SentimentResolvers<ContextType>;
  AspectSentiment?: AspectSentimentResolvers<ContextType>;
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
