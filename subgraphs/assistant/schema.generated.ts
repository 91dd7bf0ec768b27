// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { JobRow, ArticleEmbeddingRow, SuggestedReplyRow, InquiryRow } from './store.ts';
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
};

export type Query = {
  /**
   * What to answer to a message that is nobody's inquiry yet. It knows neither mood nor topic, so its words are neutral.
   * Null, with the error UNSUPPORTED_LANGUAGE, for a language that the knowledge base's models have no figure for.
   */
  suggestReply: Maybe<SuggestedReply>;
  /** The articles of the knowledge base that a text is about, the likeliest first; none when the knowledge base is empty. */
  searchArticles: Maybe<Array<ArticleHit>>;
};


export type QuerySuggestReplyArgs = {
  message: Scalars['String']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySearchArticlesArgs = {
  text: Scalars['String']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  /**
   * Tells whether a suggested reply helped the customer. Of each message and version of the model one answer counts; it goes
   * into `models { assistant { versions { liveQuality } } }`.
   */
  replyFeedback: ReplyFeedback;
  /**
   * Begins to embed all articles anew, and searches them by that once all of it is there. Needs the scope `models:train`.
   * Answers with the job; what it makes is its `articleEmbedding`.
   */
  reembedArticles: Job;
};


export type MutationReplyFeedbackArgs = {
  predictionId: Scalars['ID']['input'];
  helpful: Scalars['Boolean']['input'];
};


export type MutationReembedArticlesArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What a customer asked, as far as an answer to it goes. */
export type Inquiry = {
  /** Stable id, such as "inquiry-story-en". */
  id: Scalars['ID']['output'];
  /** The customer's own words. */
  message: Scalars['String']['output'];
  /** The language of the message; null when nobody could tell. */
  language: Maybe<Language>;
  /** How the message feels; null when nobody could tell. */
  sentiment: Maybe<Sentiment>;
  /** What the message is about; null when nobody could tell. */
  topic: Maybe<Topic>;
  /**
   * What to answer, from the knowledge base, or that a person should. Where language, mood or topic could not be told it is
   * `degraded`: the language is guessed, the words are neutral, and the article is chosen without the topic.
   */
  suggestedReply: Maybe<SuggestedReply>;
};

/** A language, as its island tells it. */
export type Language = {
  /** Its code, such as "en", or "unknown". */
  code: Scalars['String']['output'];
};

/** A mood, as its island tells it. */
export type Sentiment = {
  /** The likelier of the two labels. */
  label: SentimentLabel;
};

/** The two moods. */
export type SentimentLabel =
  /** It speaks well of its subject. */
  | 'POSITIVE'
  /** It speaks ill of its subject. */
  | 'NEGATIVE';

/** A topic, as its island tells it. */
export type Topic = {
  /** The likeliest; null when it is none of them. */
  label: Maybe<TopicLabel>;
};

/** The topics of messages and articles. */
export type TopicLabel =
  /** How, when and where a parcel comes. */
  | 'DELIVERY'
  /** Damaged, faulty, wrong or missing goods. */
  | 'PRODUCT_PROBLEM'
  /** Returns, exchanges and refunds. */
  | 'RETURN_REFUND'
  /** Paying, charges and invoices. */
  | 'PAYMENT'
  /** Cancelling or changing an order. */
  | 'ORDER_CHANGE'
  /** Signing in, personal data and security. */
  | 'ACCOUNT'
  /** What a product is, and how it is used. */
  | 'PRODUCT_QUESTION'
  /** Vouchers, points and prices. */
  | 'PROMOTION';

/** A reply for a person to send, or to see why they have to write one. */
export type SuggestedReply = {
  /**
   * Plain text in the message's language: a greeting, what the cited articles say, each part with the number of its citation
   * such as [1], and a closing. When it hands off, that a colleague will answer.
   */
  text: Scalars['String']['output'];
  /** The articles that it stands on, in the order of their numbers; none when it hands off. */
  citations: Array<Article>;
  /** The calibrated probability that the likeliest article answers the message, from 0 to 1; low where it hands off. */
  confidence: Scalars['Float']['output'];
  /** Whether a person has to answer: no article does, or none is known well enough. */
  handoff: Scalars['Boolean']['output'];
  /**
   * Whether it was made with less than usual: a model or an input was missing, or the language model that was to write it
   * failed, and a template stands in for it.
   */
  degraded: Scalars['Boolean']['output'];
  /** Which model chose the articles. */
  model: ModelVersion;
  /** The language model that put the answer in words, as the operator calls it; null where it is made of the articles' own sentences. */
  writtenBy: Maybe<Scalars['String']['output']>;
  /** Stands for this reply in `replyFeedback`; null when it hands off, as there is nothing to judge. */
  predictionId: Maybe<Scalars['ID']['output']>;
};

/** An article that a text is about. */
export type ArticleHit = {
  /** The article. */
  article: Article;
  /** The probability that this one answers, from 0 to 1. */
  probability: Scalars['Float']['output'];
  /** The sentence of it that fits the text best. */
  sentence: Scalars['String']['output'];
  /** Whether meaning could not be compared, only words; or the language was guessed. */
  degraded: Scalars['Boolean']['output'];
  /** Which model said it. */
  model: ModelVersion;
};

/** What the shop promises in some matter. */
export type Article = {
  /** Stable id, such as "article-damaged-on-arrival-en". */
  id: Scalars['ID']['output'];
};

/** What became of a feedback. */
export type ReplyFeedback = {
  /** False when somebody had told before; then nothing changed. */
  counted: Scalars['Boolean']['output'];
};

/** Work that takes longer than a request, as far as what this subgraph's jobs made goes. */
export type Job = {
  /** Stable id, such as "job-019a3c52-5a1e-7c3a-9d0b-2f0f4f5a6b7c". */
  id: Scalars['ID']['output'];
  /** What `reembedArticles` made; null for other jobs, and until it SUCCEEDED. */
  articleEmbedding: Maybe<ArticleEmbedding>;
};

/** Embeddings of all articles, by which they are searched. */
export type ArticleEmbedding = {
  /** The number of the index; the latest is searched. */
  indexVersion: Scalars['Int']['output'];
  /** The number of the index that was searched before. */
  previous: Scalars['Int']['output'];
  /** How many articles there were. */
  articles: Scalars['Int']['output'];
  /** How many of their passages were embedded. */
  passages: Scalars['Int']['output'];
  /** Which model embedded them. */
  model: ModelVersion;
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
  Inquiry: Inquiry;
  Job: Job;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Inquiry:
    ( { __typename: 'Inquiry' }
    & GraphQLRecursivePick<FederationTypes['Inquiry'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true},"sentiment":{"label":true},"topic":{"label":true}}> ) );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Inquiry: ResolverTypeWrapper<InquiryRow>;
  Language: ResolverTypeWrapper<Language>;
  Sentiment: ResolverTypeWrapper<Sentiment>;
  SentimentLabel: SentimentLabel;
  Topic: ResolverTypeWrapper<Topic>;
  TopicLabel: TopicLabel;
  SuggestedReply: ResolverTypeWrapper<SuggestedReplyRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ArticleHit: ResolverTypeWrapper<ArticleHit>;
  Article: ResolverTypeWrapper<Article>;
  ReplyFeedback: ResolverTypeWrapper<ReplyFeedback>;
  Job: ResolverTypeWrapper<JobRow>;
  ArticleEmbedding: ResolverTypeWrapper<ArticleEmbeddingRow>;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Inquiry: InquiryRow;
  Language: Language;
  Sentiment: Sentiment;
  Topic: Topic;
  SuggestedReply: SuggestedReplyRow;
  Float: Scalars['Float']['output'];
  ArticleHit: ArticleHit;
  Article: Article;
  ReplyFeedback: ReplyFeedback;
  Job: JobRow;
  ArticleEmbedding: ArticleEmbeddingRow;
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
  suggestReply?: Resolver<Maybe<ResolversTypes['SuggestedReply']>, ParentType, ContextType, RequireFields<QuerySuggestReplyArgs, 'message'>>;
  searchArticles?: Resolver<Maybe<Array<ResolversTypes['ArticleHit']>>, ParentType, ContextType, RequireFields<QuerySearchArticlesArgs, 'text' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replyFeedback?: Resolver<ResolversTypes['ReplyFeedback'], ParentType, ContextType, RequireFields<MutationReplyFeedbackArgs, 'predictionId' | 'helpful'>>;
  reembedArticles?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationReembedArticlesArgs>>;
};

export type InquiryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inquiry'] = ResolversParentTypes['Inquiry'], FederationReferenceType extends FederationReferenceTypes['Inquiry'] = FederationReferenceTypes['Inquiry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Inquiry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  suggestedReply?: Resolver<Maybe<ResolversTypes['SuggestedReply']>, ParentType, ContextType>;
};

export type SuggestedReplyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestedReply'] = ResolversParentTypes['SuggestedReply']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  handoff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  writtenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  predictionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ArticleHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleHit'] = ResolversParentTypes['ArticleHit']> = {
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReplyFeedbackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplyFeedback'] = ResolversParentTypes['ReplyFeedback']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  articleEmbedding?: Resolver<Maybe<ResolversTypes['ArticleEmbedding']>, ParentType, ContextType>;
};

export type ArticleEmbeddingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleEmbedding'] = ResolversParentTypes['ArticleEmbedding']> = {
  indexVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Inquiry?: InquiryResolvers<ContextType>;
  SuggestedReply?: SuggestedReplyResolvers<ContextType>;
  ArticleHit?: ArticleHitResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  ReplyFeedback?: ReplyFeedbackResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  ArticleEmbedding?: ArticleEmbeddingResolvers<ContextType>;
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
