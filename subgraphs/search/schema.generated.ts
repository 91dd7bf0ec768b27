// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { JobRow, SearchReindexRow, ProductHitRow, ProductSearchRow, RelatedProductsRow, SearchFacetsRow, CategoryFacetRow, PriceFacetRow, PriceRangeRow, InquiryRow } from './store.ts';
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
  /** A decimal number written as text, such as "12.90": exact where a binary float is not. */
  Decimal: { input: string; output: string; }
};

export type Query = {
  /**
   * The products that fit what a shopper types, the best first: by their words, misspelled ones too, and by their meaning.
   * English, Indonesian and Malay are understood; a query in another script is null with the error UNSUPPORTED_LANGUAGE.
   */
  searchProducts: Maybe<ProductSearch>;
};


export type QuerySearchProductsArgs = {
  query: Scalars['String']['input'];
  filters?: InputMaybe<ProductFilters>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Begins to read all products of catalog and to embed them anew; they are searched by that once all of it is there, and as
   * before until then. Needs the scope `models:train`. Answers with the job; what it makes is its `searchReindex`.
   */
  reindexSearch: Job;
};


export type MutationReindexSearchArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What a hit has to be besides one. What is left out or null is no condition. */
export type ProductFilters = {
  /** On one of these shelves: ids of categories, 1 to 20. */
  categories?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** In a range of prices; products in other currencies are no hits then. */
  price?: InputMaybe<PriceFilter>;
};

/** A range of prices in one currency. */
export type PriceFilter = {
  /** The currency of the prices. */
  currency: Currency;
  /** The lowest, included, in the currency's main unit, such as "12.90"; null for no bound. */
  min?: InputMaybe<Scalars['Decimal']['input']>;
  /** The highest, included; null for no bound. */
  max?: InputMaybe<Scalars['Decimal']['input']>;
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

/** A page of hits, and what is true of all of them. */
export type ProductSearch = {
  /** The hits of this page, the best first. */
  nodes: Array<ProductHit>;
  /** The hits of this page, each with its cursor. */
  edges: Array<ProductHitEdge>;
  /** Whether more follow and where to go on. */
  pageInfo: PageInfo;
  /** How many products fit the query and the filters. */
  totalCount: Scalars['Int']['output'];
  /** What the hits are like: to offer filters. */
  facets: SearchFacets;
  /** The query as it was understood, where a word of it was misspelled; null where none was. */
  correctedQuery: Maybe<Scalars['String']['output']>;
  /** Whether words alone were compared, because the model could not answer or a product is too new for it; then its figures are lower. */
  degraded: Scalars['Boolean']['output'];
  /** Which model weighed words and meaning. */
  model: ModelVersion;
};

/** A hit in a page. */
export type ProductHitEdge = {
  /** The hit. */
  node: ProductHit;
  /** Give it as `after` to read what follows this hit. */
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

/** A product that fits, and why. */
export type ProductHit = {
  /** The product; null while catalog does not answer, or where it has just removed it. */
  product: Maybe<Product>;
  /** How well it fits, 0 and more: the sum of its parts. It is no probability, and is comparable within one query only. */
  score: Scalars['Float']['output'];
  /** What the score is made of. */
  parts: ScoreParts;
  /** What of its text meets the words of the query; none where only the meaning fits. */
  highlights: Array<Highlight>;
};

/** What a score is made of. */
export type ScoreParts = {
  /** For the words that the query and the product have in common. */
  words: Scalars['Float']['output'];
  /** For what they mean; null where that could not be compared. */
  meaning: Maybe<Scalars['Float']['output']>;
};

/** A text of a product with the words that meet the query. */
export type Highlight = {
  /** Where the text is from. */
  field: HighlightField;
  /** The name, or the sentence of the description that meets most words. Plain text: escape it before it becomes HTML. */
  text: Scalars['String']['output'];
  /** The words in it, in their order. */
  matches: Array<TextRange>;
};

/** A text of a product. */
export type HighlightField =
  /** Its name. */
  | 'NAME'
  /** A sentence of its description. */
  | 'DESCRIPTION';

/** A part of a text, in UTF-16 units, as JavaScript and Java count them. */
export type TextRange = {
  /** The first unit. */
  start: Scalars['Int']['output'];
  /** The unit after the last. */
  end: Scalars['Int']['output'];
};

/** What the hits of a query are like. Each facet is counted as if its own filter were not set. */
export type SearchFacets = {
  /** The shelves they stand on, the fullest first. */
  categories: Array<CategoryFacet>;
  /** What they cost, by currency. */
  prices: Array<PriceFacet>;
};

/** Hits on a shelf. */
export type CategoryFacet = {
  /** The shelf; null while catalog does not answer. */
  category: Maybe<Category>;
  /** How many hits stand on it. */
  count: Scalars['Int']['output'];
};

/** Hits in a currency. */
export type PriceFacet = {
  /** The currency. */
  currency: Currency;
  /** Up to four ranges, from the lowest: about as many hits in each. */
  ranges: Array<PriceRange>;
};

/** Hits in a range of prices. */
export type PriceRange = {
  /** The lowest price, included; null for no bound. */
  from: Maybe<Money>;
  /** The price below which they are, not included; null for no bound. */
  to: Maybe<Money>;
  /** How many hits are in it. */
  count: Scalars['Int']['output'];
};

/** What a customer wrote to the shop, as far as products go. */
export type Inquiry = {
  /** Stable id, such as "inquiry-story-en". */
  id: Scalars['ID']['output'];
  /** The customer's own words. */
  message: Scalars['String']['output'];
  /** The language of the message; null when nobody could tell. */
  language: Maybe<Language>;
  /**
   * Products that the message is about or that would serve, the best first; none where it speaks of none. Null, with an error,
   * in other languages than English and Indonesian. How well each fits is in `relatedProductHits`.
   */
  relatedProducts: Maybe<Array<Product>>;
  /** The same, with what they were chosen by. */
  relatedProductHits: Maybe<RelatedProducts>;
};


/** What a customer wrote to the shop, as far as products go. */
export type InquiryRelatedProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What a customer wrote to the shop, as far as products go. */
export type InquiryRelatedProductHitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A language, as its island tells it. */
export type Language = {
  /** Its code, such as "en", or "unknown". */
  code: Scalars['String']['output'];
};

/** Products that a message is about, or that would serve. */
export type RelatedProducts = {
  /** The best first. */
  hits: Array<ProductHit>;
  /** Whether words alone were compared, or the language had to be guessed; then its figures are lower. */
  degraded: Scalars['Boolean']['output'];
  /** Which model weighed words and meaning. */
  model: ModelVersion;
};

/** A product, owned by catalog. */
export type Product = {
  /** Stable id, such as "product-enamel-tiffin". */
  id: Scalars['ID']['output'];
};

/** A shelf of the shop, owned by catalog. */
export type Category = {
  /** Stable id, such as "kitchen". */
  id: Scalars['ID']['output'];
};

/** Work that takes longer than a request, as far as what this subgraph's jobs made goes. */
export type Job = {
  /** Stable id, such as "job-019a3c52-5a1e-7c3a-9d0b-2f0f4f5a6b7c". */
  id: Scalars['ID']['output'];
  /** What `reindexSearch` made; null for other jobs, and until it SUCCEEDED. */
  searchReindex: Maybe<SearchReindex>;
};

/** The products of catalog, read and embedded anew. */
export type SearchReindex = {
  /** The number of the set of embeddings; the latest is searched. */
  indexVersion: Scalars['Int']['output'];
  /** The number of the set that was searched before. */
  previous: Scalars['Int']['output'];
  /** How many products there were. */
  products: Scalars['Int']['output'];
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
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true}}>
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true}}>
        | GraphQLRecursivePick<FederationTypes['Inquiry'], {"message":true,"language":{"code":true}}> ) );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ProductFilters: ProductFilters;
  PriceFilter: PriceFilter;
  Currency: Currency;
  Money: ResolverTypeWrapper<Money>;
  ProductSearch: ResolverTypeWrapper<ProductSearchRow>;
  ProductHitEdge: ResolverTypeWrapper<Omit<ProductHitEdge, 'node'> & { node: ResolversTypes['ProductHit'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ProductHit: ResolverTypeWrapper<ProductHitRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ScoreParts: ResolverTypeWrapper<ScoreParts>;
  Highlight: ResolverTypeWrapper<Highlight>;
  HighlightField: HighlightField;
  TextRange: ResolverTypeWrapper<TextRange>;
  SearchFacets: ResolverTypeWrapper<SearchFacetsRow>;
  CategoryFacet: ResolverTypeWrapper<CategoryFacetRow>;
  PriceFacet: ResolverTypeWrapper<PriceFacetRow>;
  PriceRange: ResolverTypeWrapper<PriceRangeRow>;
  Inquiry: ResolverTypeWrapper<InquiryRow>;
  Language: ResolverTypeWrapper<Language>;
  RelatedProducts: ResolverTypeWrapper<RelatedProductsRow>;
  Product: ResolverTypeWrapper<Product>;
  Category: ResolverTypeWrapper<Category>;
  Job: ResolverTypeWrapper<JobRow>;
  SearchReindex: ResolverTypeWrapper<SearchReindexRow>;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  Decimal: Scalars['Decimal']['output'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  ProductFilters: ProductFilters;
  PriceFilter: PriceFilter;
  Money: Money;
  ProductSearch: ProductSearchRow;
  ProductHitEdge: Omit<ProductHitEdge, 'node'> & { node: ResolversParentTypes['ProductHit'] };
  PageInfo: PageInfo;
  ProductHit: ProductHitRow;
  Float: Scalars['Float']['output'];
  ScoreParts: ScoreParts;
  Highlight: Highlight;
  TextRange: TextRange;
  SearchFacets: SearchFacetsRow;
  CategoryFacet: CategoryFacetRow;
  PriceFacet: PriceFacetRow;
  PriceRange: PriceRangeRow;
  Inquiry: InquiryRow;
  Language: Language;
  RelatedProducts: RelatedProductsRow;
  Product: Product;
  Category: Category;
  Job: JobRow;
  SearchReindex: SearchReindexRow;
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

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  searchProducts?: Resolver<Maybe<ResolversTypes['ProductSearch']>, ParentType, ContextType, RequireFields<QuerySearchProductsArgs, 'query' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reindexSearch?: Resolver<ResolversTypes['Job'], ParentType, ContextType, Partial<MutationReindexSearchArgs>>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type ProductSearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSearch'] = ResolversParentTypes['ProductSearch']> = {
  nodes?: Resolver<Array<ResolversTypes['ProductHit']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ProductHitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['SearchFacets'], ParentType, ContextType>;
  correctedQuery?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ProductHitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductHitEdge'] = ResolversParentTypes['ProductHitEdge']> = {
  node?: Resolver<ResolversTypes['ProductHit'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductHit'] = ResolversParentTypes['ProductHit']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['ScoreParts'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['Highlight']>, ParentType, ContextType>;
};

export type ScorePartsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreParts'] = ResolversParentTypes['ScoreParts']> = {
  words?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meaning?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HighlightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Highlight'] = ResolversParentTypes['Highlight']> = {
  field?: Resolver<ResolversTypes['HighlightField'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matches?: Resolver<Array<ResolversTypes['TextRange']>, ParentType, ContextType>;
};

export type TextRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextRange'] = ResolversParentTypes['TextRange']> = {
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacets'] = ResolversParentTypes['SearchFacets']> = {
  categories?: Resolver<Array<ResolversTypes['CategoryFacet']>, ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['PriceFacet']>, ParentType, ContextType>;
};

export type CategoryFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFacet'] = ResolversParentTypes['CategoryFacet']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PriceFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceFacet'] = ResolversParentTypes['PriceFacet']> = {
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  ranges?: Resolver<Array<ResolversTypes['PriceRange']>, ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  from?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InquiryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inquiry'] = ResolversParentTypes['Inquiry'], FederationReferenceType extends FederationReferenceTypes['Inquiry'] = FederationReferenceTypes['Inquiry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Inquiry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relatedProducts?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<InquiryRelatedProductsArgs, 'first'>>;
  relatedProductHits?: Resolver<Maybe<ResolversTypes['RelatedProducts']>, ParentType, ContextType, RequireFields<InquiryRelatedProductHitsArgs, 'first'>>;
};

export type RelatedProductsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelatedProducts'] = ResolversParentTypes['RelatedProducts']> = {
  hits?: Resolver<Array<ResolversTypes['ProductHit']>, ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  searchReindex?: Resolver<Maybe<ResolversTypes['SearchReindex']>, ParentType, ContextType>;
};

export type SearchReindexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchReindex'] = ResolversParentTypes['SearchReindex']> = {
  indexVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  ProductSearch?: ProductSearchResolvers<ContextType>;
  ProductHitEdge?: ProductHitEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ProductHit?: ProductHitResolvers<ContextType>;
  ScoreParts?: ScorePartsResolvers<ContextType>;
  Highlight?: HighlightResolvers<ContextType>;
  TextRange?: TextRangeResolvers<ContextType>;
  SearchFacets?: SearchFacetsResolvers<ContextType>;
  CategoryFacet?: CategoryFacetResolvers<ContextType>;
  PriceFacet?: PriceFacetResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  Inquiry?: InquiryResolvers<ContextType>;
  RelatedProducts?: RelatedProductsResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  SearchReindex?: SearchReindexResolvers<ContextType>;
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
