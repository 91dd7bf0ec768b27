// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { InquiryRow, AttachmentRow, ArticleRow, JobRow, InboxTriageRow } from './store.ts';
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
   * The inquiry with this id; null when nothing has it, or when it is somebody else's and the caller has no scope
   * `support:read`.
   */
  inquiry: Maybe<Inquiry>;
  /** The caller's own inquiries, or everybody's for the scope `support:read`, newest first. Whoever asks must be known. */
  inquiries: InquiryConnection;
  /** The article with this id; null when nothing has it. Anybody may read it. */
  article: Maybe<Article>;
  /** The articles of the knowledge base, those that changed last first. Anybody may read them. */
  articles: ArticleConnection;
};


export type QueryInquiryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInquiriesArgs = {
  status?: InputMaybe<InquiryStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryArticleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryArticlesArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Asks the shop something, in any language, and answers with the inquiry. Whoever asks must be known. */
  createInquiry: Maybe<Inquiry>;
  /** Changes an article and answers with it. Needs the scope `support:write`. */
  updateArticle: Maybe<Article>;
  /**
   * Begins to sort all open inquiries: each is given a priority by its topic, its mood and its age, as far as the models tell
   * them. Needs the scope `support:read`. Answers with the job; what it finds is its `inboxTriage`.
   */
  triageInbox: Job;
};


export type MutationCreateInquiryArgs = {
  input: CreateInquiryInput;
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationUpdateArticleArgs = {
  input: UpdateArticleInput;
};


export type MutationTriageInboxArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What a customer asks of the shop. It is for the customer and for callers with the scope `support:read`; to others it does not exist. */
export type Inquiry = {
  /** Stable id, such as "inquiry-story-en". */
  id: Scalars['ID']['output'];
  /** The customer's own words in the customer's own language, 1 to 5,000 characters of plain text; show it escaped. */
  message: Scalars['String']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  status: InquiryStatus;
  /** How soon it should be read, as `triageInbox` left it; null before that, and for callers without the scope `support:read`. */
  priority: Maybe<InquiryPriority>;
  /** Rises with each change of the inquiry. */
  version: Scalars['Int']['output'];
  /** Who sent it. */
  customer: Maybe<User>;
  /**
   * The order that the customer says it is about, unverified: what the order is, its owner tells only to those who may know it.
   * Before an order is believed to be the customer's, its `customer` is to be compared with the inquiry's.
   */
  order: Maybe<Order>;
  /** What the customer sent along, in the order given. */
  attachments: Array<Attachment>;
};

/** Where an inquiry stands. */
export type InquiryStatus =
  /** It waits for an answer. */
  | 'OPEN'
  /** It was answered, and the customer may come back to it. */
  | 'ANSWERED'
  /** It is settled. */
  | 'CLOSED';

/** How soon an inquiry should be read. */
export type InquiryPriority =
  /** Before all others. */
  | 'HIGH'
  /** In its turn. */
  | 'NORMAL'
  /** When nothing else waits. */
  | 'LOW';

/** A file that came with an inquiry, for those who may read the inquiry. */
export type Attachment = {
  /** Stable id, such as "attachment-story-en-1". */
  id: Scalars['ID']['output'];
  /** The upload that it was, by which other subgraphs read it. It opens nothing: whoever may see the attachment may know it. */
  uploadId: Scalars['ID']['output'];
  /** The name that the customer gave it; show it escaped. */
  fileName: Scalars['String']['output'];
  /** What it is by its bytes, such as "image/jpeg". */
  contentType: Scalars['String']['output'];
  /** Its size in bytes. */
  byteSize: Scalars['Int']['output'];
  /** When it was uploaded. */
  createdAt: Scalars['DateTime']['output'];
};

/** A customer, as far as inquiries know one. */
export type User = {
  /** Stable id, such as "user-demo". */
  id: Scalars['ID']['output'];
};

/** An order, as far as inquiries know one. */
export type Order = {
  /** Stable id of the order. */
  id: Scalars['ID']['output'];
};

/** What the shop promises in some matter, as customers may read it. */
export type Article = {
  /** Stable id, such as "article-damaged-on-arrival-en"; it ends in the language. */
  id: Scalars['ID']['output'];
  /** What it is about, as a customer would put it. */
  title: Scalars['String']['output'];
  /** Plain text. */
  body: Scalars['String']['output'];
  /** The language of title and body, such as "en" or "id". */
  language: Scalars['String']['output'];
  /** The topic it belongs to. */
  topic: TopicLabel;
  /** Rises with each change of the article. */
  version: Scalars['Int']['output'];
  /** When it changed last. */
  updatedAt: Scalars['DateTime']['output'];
};

/** What customers write about. */
export type TopicLabel =
  /** Where a parcel is, and when and where it comes. */
  | 'DELIVERY'
  /** What came is broken, faulty, wrong or not all. */
  | 'PRODUCT_PROBLEM'
  /** Sending back, exchanging, and the money for it. */
  | 'RETURN_REFUND'
  /** Paying, and what was charged. */
  | 'PAYMENT'
  /** Cancelling or changing an order. */
  | 'ORDER_CHANGE'
  /** Signing in, personal data, and security. */
  | 'ACCOUNT'
  /** What a product is, whether there are any, and how it is used. */
  | 'PRODUCT_QUESTION'
  /** Vouchers, points and prices. */
  | 'PROMOTION';

/** A page of inquiries with what is needed to ask for the next one. */
export type InquiryConnection = {
  /** The inquiries of this page. */
  nodes: Array<Inquiry>;
  /** The inquiries of this page, each with its cursor. */
  edges: Array<InquiryEdge>;
  /** Whether more follow and where to go on. */
  pageInfo: PageInfo;
};

/** An inquiry in a page. */
export type InquiryEdge = {
  /** The inquiry. */
  node: Inquiry;
  /** Give it as `after` to read what follows this inquiry. */
  cursor: Scalars['String']['output'];
};

/** A page of articles with what is needed to ask for the next one. */
export type ArticleConnection = {
  /** The articles of this page. */
  nodes: Array<Article>;
  /** The articles of this page, each with its cursor. */
  edges: Array<ArticleEdge>;
  /** Whether more follow and where to go on. */
  pageInfo: PageInfo;
};

/** An article in a page. */
export type ArticleEdge = {
  /** The article. */
  node: Article;
  /** Give it as `after` to read what follows this article. */
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

/** An inquiry as a customer sends it. */
export type CreateInquiryInput = {
  /** What it is about, in the customer's own words: 1 to 5,000 characters after trimming. */
  message: Scalars['String']['input'];
  /** The order that it is about. It is not looked up: one of somebody else is kept and tells nothing. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Up to 5 ids that `POST /uploads` gave the caller, not expired and attached to nothing. */
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What an article is to say. */
export type UpdateArticleInput = {
  /** The article. */
  id: Scalars['ID']['input'];
  /** The version that was read: another one means that somebody changed it meanwhile, and is a CONFLICT. */
  version: Scalars['Int']['input'];
  /** 1 to 200 characters after trimming. */
  title: Scalars['String']['input'];
  /** 1 to 10,000 characters after trimming. */
  body: Scalars['String']['input'];
};

/** Work that takes longer than a request, as far as what this subgraph's jobs found goes. */
export type Job = {
  /** Stable id, such as "job-019a3c52-5a1e-7c3a-9d0b-2f0f4f5a6b7c". */
  id: Scalars['ID']['output'];
  /** What `triageInbox` found; null for other jobs, and until it SUCCEEDED. */
  inboxTriage: Maybe<InboxTriage>;
};

/** What a triage found among the open inquiries. */
export type InboxTriage = {
  /** How many there were. */
  total: Scalars['Int']['output'];
  /** How many are about what, most first; those that the model found to be of no topic have none. */
  topics: Array<InboxTopicCount>;
  /** How many are in which language, most first. */
  languages: Array<InboxLanguageCount>;
  /** How many have which priority. */
  priorities: Array<InboxPriorityCount>;
  /** Of how many the models could not tell something. */
  untold: InboxUntold;
  /** How many changed while they were looked at, and were left as they are. */
  passedOver: Scalars['Int']['output'];
  /** Up to ten that should be read first, the most urgent first. */
  mostUrgent: Array<Inquiry>;
};

/** Inquiries about one topic. */
export type InboxTopicCount = {
  /** The topic; null for those of no topic. */
  label: Maybe<TopicLabel>;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** Inquiries in one language. */
export type InboxLanguageCount = {
  /** The code of the language, such as "id", or "unknown". */
  code: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
};

/** Inquiries of one priority. */
export type InboxPriorityCount = {
  /** The priority. */
  priority: InquiryPriority;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** Of how many inquiries something could not be told: a model does not know their language, was late or away. */
export type InboxUntold = {
  /** Without a language. */
  language: Scalars['Int']['output'];
  /** Without a sentiment. */
  sentiment: Scalars['Int']['output'];
  /** Without a topic, neither one nor none. */
  topic: Scalars['Int']['output'];
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
  Attachment: Attachment;
  Article: Article;
  Job: Job;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Inquiry:
    ( { __typename: 'Inquiry' }
    & GraphQLRecursivePick<FederationTypes['Inquiry'], {"id":true}> );
  Attachment:
    ( { __typename: 'Attachment' }
    & GraphQLRecursivePick<FederationTypes['Attachment'], {"id":true}> );
  Article:
    ( { __typename: 'Article' }
    & GraphQLRecursivePick<FederationTypes['Article'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Inquiry: ResolverTypeWrapper<InquiryRow>;
  InquiryStatus: InquiryStatus;
  InquiryPriority: InquiryPriority;
  Attachment: ResolverTypeWrapper<AttachmentRow>;
  User: ResolverTypeWrapper<User>;
  Order: ResolverTypeWrapper<Order>;
  Article: ResolverTypeWrapper<ArticleRow>;
  TopicLabel: TopicLabel;
  InquiryConnection: ResolverTypeWrapper<Omit<InquiryConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Inquiry']>, edges: Array<ResolversTypes['InquiryEdge']> }>;
  InquiryEdge: ResolverTypeWrapper<Omit<InquiryEdge, 'node'> & { node: ResolversTypes['Inquiry'] }>;
  ArticleConnection: ResolverTypeWrapper<Omit<ArticleConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Article']>, edges: Array<ResolversTypes['ArticleEdge']> }>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  CreateInquiryInput: CreateInquiryInput;
  UpdateArticleInput: UpdateArticleInput;
  Job: ResolverTypeWrapper<JobRow>;
  InboxTriage: ResolverTypeWrapper<InboxTriageRow>;
  InboxTopicCount: ResolverTypeWrapper<InboxTopicCount>;
  InboxLanguageCount: ResolverTypeWrapper<InboxLanguageCount>;
  InboxPriorityCount: ResolverTypeWrapper<InboxPriorityCount>;
  InboxUntold: ResolverTypeWrapper<InboxUntold>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Inquiry: InquiryRow;
  Attachment: AttachmentRow;
  User: User;
  Order: Order;
  Article: ArticleRow;
  InquiryConnection: Omit<InquiryConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Inquiry']>, edges: Array<ResolversParentTypes['InquiryEdge']> };
  InquiryEdge: Omit<InquiryEdge, 'node'> & { node: ResolversParentTypes['Inquiry'] };
  ArticleConnection: Omit<ArticleConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Article']>, edges: Array<ResolversParentTypes['ArticleEdge']> };
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  PageInfo: PageInfo;
  CreateInquiryInput: CreateInquiryInput;
  UpdateArticleInput: UpdateArticleInput;
  Job: JobRow;
  InboxTriage: InboxTriageRow;
  InboxTopicCount: InboxTopicCount;
  InboxLanguageCount: InboxLanguageCount;
  InboxPriorityCount: InboxPriorityCount;
  InboxUntold: InboxUntold;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  inquiry?: Resolver<Maybe<ResolversTypes['Inquiry']>, ParentType, ContextType, RequireFields<QueryInquiryArgs, 'id'>>;
  inquiries?: Resolver<ResolversTypes['InquiryConnection'], ParentType, ContextType, RequireFields<QueryInquiriesArgs, 'first'>>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<QueryArticleArgs, 'id'>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<QueryArticlesArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createInquiry?: Resolver<Maybe<ResolversTypes['Inquiry']>, ParentType, ContextType, RequireFields<MutationCreateInquiryArgs, 'input'>>;
  updateArticle?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationUpdateArticleArgs, 'input'>>;
  triageInbox?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationTriageInboxArgs>>;
};

export type InquiryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inquiry'] = ResolversParentTypes['Inquiry'], FederationReferenceType extends FederationReferenceTypes['Inquiry'] = FederationReferenceTypes['Inquiry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Inquiry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InquiryStatus'], ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['InquiryPriority']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment'], FederationReferenceType extends FederationReferenceTypes['Attachment'] = FederationReferenceTypes['Attachment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Attachment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uploadId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article'], FederationReferenceType extends FederationReferenceTypes['Article'] = FederationReferenceTypes['Article']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Article']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['TopicLabel'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InquiryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InquiryConnection'] = ResolversParentTypes['InquiryConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Inquiry']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['InquiryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InquiryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InquiryEdge'] = ResolversParentTypes['InquiryEdge']> = {
  node?: Resolver<ResolversTypes['Inquiry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inboxTriage?: Resolver<Maybe<ResolversTypes['InboxTriage']>, ParentType, ContextType>;
};

export type InboxTriageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxTriage'] = ResolversParentTypes['InboxTriage']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['InboxTopicCount']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['InboxLanguageCount']>, ParentType, ContextType>;
  priorities?: Resolver<Array<ResolversTypes['InboxPriorityCount']>, ParentType, ContextType>;
  untold?: Resolver<ResolversTypes['InboxUntold'], ParentType, ContextType>;
  passedOver?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mostUrgent?: Resolver<Array<ResolversTypes['Inquiry']>, ParentType, ContextType>;
};

export type InboxTopicCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxTopicCount'] = ResolversParentTypes['InboxTopicCount']> = {
  label?: Resolver<Maybe<ResolversTypes['TopicLabel']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxLanguageCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxLanguageCount'] = ResolversParentTypes['InboxLanguageCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxPriorityCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxPriorityCount'] = ResolversParentTypes['InboxPriorityCount']> = {
  priority?: Resolver<ResolversTypes['InquiryPriority'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxUntoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxUntold'] = ResolversParentTypes['InboxUntold']> = {
  language?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentiment?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Inquiry?: InquiryResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  InquiryConnection?: InquiryConnectionResolvers<ContextType>;
  InquiryEdge?: InquiryEdgeResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  InboxTriage?: InboxTriageResolvers<ContextType>;
  InboxTopicCount?: InboxTopicCountResolvers<ContextType>;
  InboxLanguageCount?: InboxLanguageCountResolvers<ContextType>;
  InboxPriorityCount?: InboxPriorityCountResolvers<ContextType>;
  InboxUntold?: InboxUntoldResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
};
