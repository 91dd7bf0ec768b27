// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TopicRow } from './model.ts';
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
};

export type Query = {
  /**
   * What each message to a shop is about, in the order given. A text that cannot be judged is null, with an error at its
   * index; the others answer. At most 100 texts of 1 to 10,000 characters each; of a long text the beginning is read, about
   * 190 words. Other languages than English and Indonesian have the error UNSUPPORTED_LANGUAGE.
   */
  classifyTopics: Maybe<Array<Maybe<Topic>>>;
};


export type QueryClassifyTopicsArgs = {
  texts: Array<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Tells what the topic of an earlier answer should have been. Of each text and version of the model one answer counts; it
   * goes into `models { topics { versions { liveQuality } } }`.
   */
  topicFeedback: TopicFeedback;
};


export type MutationTopicFeedbackArgs = {
  predictionId: Scalars['ID']['input'];
  label?: InputMaybe<TopicLabel>;
};

/** What became of a feedback. */
export type TopicFeedback = {
  /** False when somebody had told before; then nothing changed. */
  counted: Scalars['Boolean']['output'];
};

/** What a customer wrote to the shop, as far as its topic goes. */
export type Inquiry = {
  /** Stable id, such as "inquiry-0001". */
  id: Scalars['ID']['output'];
  /** The customer's own words. */
  message: Scalars['String']['output'];
  /** The language that the message is in; where nobody can tell, the topic's language is guessed. */
  language: Maybe<Language>;
  /** What the message is about; null, with an error, in a language that the model does not know, or when it cannot say in time. */
  topic: Maybe<Topic>;
};

/** The language of a text, as far as its topic needs it. */
export type Language = {
  /** ISO 639-1, such as "en", or "unknown". */
  code: Scalars['String']['output'];
};

/** What a message is about, judged from its words alone. */
export type Topic = {
  /** The likeliest topic; null when the message is about none of them, or the model is not sure enough. */
  label: Maybe<TopicLabel>;
  /** What about it; one of those that the topic has. Null when the model is not sure enough of it. */
  subtopic: Maybe<Subtopic>;
  /** The calibrated probability of the topic, from 0 to 1; where there is none, the probability that the message is about none of them. */
  confidence: Scalars['Float']['output'];
  /** Which model said it. */
  model: ModelVersion;
  /** Whether a cheaper model said it because the usual one was overloaded, late or broken, or the language had to be guessed; then its figures are lower. */
  degraded: Scalars['Boolean']['output'];
  /** Stands for this answer in `topicFeedback`. */
  predictionId: Scalars['ID']['output'];
};

/** What a message to a shop may be about. */
export type TopicLabel =
  /** On its way, or not: LATE_DELIVERY, NOT_RECEIVED, TRACKING, ADDRESS_CHANGE. */
  | 'DELIVERY'
  /** What came is not as it should be: DAMAGED, DEFECTIVE, WRONG_ITEM, MISSING_PARTS. */
  | 'PRODUCT_PROBLEM'
  /** Sending back, and the money for it: RETURN_REQUEST, EXCHANGE, REFUND_STATUS. */
  | 'RETURN_REFUND'
  /** Paying, and its papers: PAYMENT_FAILED, DOUBLE_CHARGE, PAYMENT_METHOD, INVOICE. */
  | 'PAYMENT'
  /** Before it ships: CANCEL_ORDER, CHANGE_ORDER. */
  | 'ORDER_CHANGE'
  /** The customer's account: LOGIN, PERSONAL_DATA, SECURITY. */
  | 'ACCOUNT'
  /** Before or after buying: AVAILABILITY, SPECIFICATION, USAGE, WARRANTY. */
  | 'PRODUCT_QUESTION'
  /** What makes it cheaper: VOUCHER, LOYALTY, PRICE. */
  | 'PROMOTION';

/** What about its topic a message is. */
export type Subtopic =
  /** A promised date has passed. */
  | 'LATE_DELIVERY'
  /** Said to be delivered, but never came. */
  | 'NOT_RECEIVED'
  /** Where it is, or its tracking number. */
  | 'TRACKING'
  /** It is to go elsewhere. */
  | 'ADDRESS_CHANGE'
  /** It arrived broken. */
  | 'DAMAGED'
  /** It does not work, or stopped working. */
  | 'DEFECTIVE'
  /** Something else came. */
  | 'WRONG_ITEM'
  /** Something is not in the box. */
  | 'MISSING_PARTS'
  /** How to send it back, or the wish to. */
  | 'RETURN_REQUEST'
  /** Another size, colour or model for what came. */
  | 'EXCHANGE'
  /** Where the money is. */
  | 'REFUND_STATUS'
  /** Paying does not work. */
  | 'PAYMENT_FAILED'
  /** Charged twice, or the wrong amount. */
  | 'DOUBLE_CHARGE'
  /** How one can pay, instalments too. */
  | 'PAYMENT_METHOD'
  /** Receipts and tax invoices. */
  | 'INVOICE'
  /** The order is not wanted any more. */
  | 'CANCEL_ORDER'
  /** Another quantity or variant before it ships. */
  | 'CHANGE_ORDER'
  /** Passwords, codes, locked accounts. */
  | 'LOGIN'
  /** Changing one's data, deleting the account, privacy. */
  | 'PERSONAL_DATA'
  /** Somebody else used the account, or phishing. */
  | 'SECURITY'
  /** In stock, or when again. */
  | 'AVAILABILITY'
  /** Size, material, compatibility, ingredients. */
  | 'SPECIFICATION'
  /** How to use, clean or install it. */
  | 'USAGE'
  /** How long it is covered, and how to claim. */
  | 'WARRANTY'
  /** A code that does not work, or how to use it. */
  | 'VOUCHER'
  /** Points and cashback. */
  | 'LOYALTY'
  /** Price drops, price match, discounts. */
  | 'PRICE';

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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Inquiry:
    ( { __typename: 'Inquiry' }
    & GraphQLRecursivePick<FederationTypes['Inquiry'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  TopicFeedback: ResolverTypeWrapper<TopicFeedback>;
  Inquiry: ResolverTypeWrapper<Omit<Inquiry, 'topic'> & { topic?: Maybe<ResolversTypes['Topic']> }>;
  Language: ResolverTypeWrapper<Language>;
  Topic: ResolverTypeWrapper<TopicRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  TopicLabel: TopicLabel;
  Subtopic: Subtopic;
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
  TopicFeedback: TopicFeedback;
  Inquiry: Omit<Inquiry, 'topic'> & { topic?: Maybe<ResolversParentTypes['Topic']> } | FederationReferenceTypes['Inquiry'];
  Language: Language;
  Topic: TopicRow;
  Float: Scalars['Float']['output'];
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
  classifyTopics?: Resolver<Maybe<Array<Maybe<ResolversTypes['Topic']>>>, ParentType, ContextType, RequireFields<QueryClassifyTopicsArgs, 'texts' | 'language'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  topicFeedback?: Resolver<ResolversTypes['TopicFeedback'], ParentType, ContextType, RequireFields<MutationTopicFeedbackArgs, 'predictionId'>>;
};

export type TopicFeedbackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicFeedback'] = ResolversParentTypes['TopicFeedback']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InquiryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inquiry'] = ResolversParentTypes['Inquiry'], FederationReferenceType extends FederationReferenceTypes['Inquiry'] = FederationReferenceTypes['Inquiry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Inquiry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  label?: Resolver<Maybe<ResolversTypes['TopicLabel']>, ParentType, ContextType>;
  subtopic?: Resolver<Maybe<ResolversTypes['Subtopic']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  predictionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  TopicFeedback?: TopicFeedbackResolvers<ContextType>;
  Inquiry?: InquiryResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
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
