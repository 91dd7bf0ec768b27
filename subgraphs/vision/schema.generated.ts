// Generated from schema.graphql by `npm run codegen`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ImageAnalysisRow, ProductRow, ImageModerationRow, SimilarProductsRow } from './model.ts';
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
   * Whether a picture may need a person's look before others see it. Exactly one of `uploadId` and `url` is given. Only whoever has a
   * subject may ask. What is no still picture, or cannot be fetched, is null with an error that says why.
   */
  moderateImage: Maybe<ImageModeration>;
};


export type QueryModerateImageArgs = {
  uploadId?: InputMaybe<Scalars['ID']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Something the shop sells, as far as its picture goes. */
export type Product = {
  /** Stable id, such as "product-enamel-tiffin". */
  id: Scalars['ID']['output'];
  /** The picture that is looked at. */
  picture: Maybe<Picture>;
  /** What the picture shows and how good it is; null, without an error, for a product without a picture. */
  imageAnalysis: Maybe<ImageAnalysis>;
  /** Products whose pictures show such a thing, the likest first; null for a product without a picture. */
  similarProducts: Maybe<Array<Product>>;
  /** The same with how alike they are and what said so. */
  similarProductDetails: Maybe<SimilarProducts>;
};


/** Something the shop sells, as far as its picture goes. */
export type ProductSimilarProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something the shop sells, as far as its picture goes. */
export type ProductSimilarProductDetailsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A picture of a product. */
export type Picture = {
  /** The upload that has its bytes. */
  id: Scalars['ID']['output'];
};

/** What a model sees in a picture. */
export type ImageAnalysis = {
  /** What is shown, the surest first; empty where the model is not sure enough of anything. */
  tags: Array<ImageTag>;
  /** Whether a person should look at it first; null where a cheaper model answered, which cannot tell. */
  moderation: Maybe<ImageModeration>;
  /** How good the picture is, by its pixels. */
  quality: ImageQuality;
  /** The colours that make up most of it, the largest first; what is transparent does not count. A background does. */
  dominantColors: Array<DominantColor>;
  /** Which model said it. */
  model: ModelVersion;
  /** Whether a cheaper model said it because the usual one was overloaded, late or broken: it tells quality and colours, no tags. */
  degraded: Scalars['Boolean']['output'];
};

/** A kind of thing that a picture shows. */
export type ImageTag = {
  /** The kind. */
  label: ImageTagLabel;
  /** The calibrated probability that it is right, from 0 to 1. */
  confidence: Scalars['Float']['output'];
};

/** What a picture may show. Each holds by itself: an apple is FOOD and FRUIT. */
export type ImageTagLabel =
  /** Something to eat, raw or prepared, fruit, vegetables and sweets included; neither drinks nor living animals. */
  | 'FOOD'
  /** A fruit in the everyday sense, whole or cut: apple, melon, berries; not tomato or pepper. It is FOOD too. */
  | 'FRUIT'
  /** A vegetable in the everyday sense, whole or cut: tomato, pepper, corn, potato; not as a filling. It is FOOD too. */
  | 'VEGETABLE'
  /** Something sweet to eat: cake, waffle, biscuit, ice cream, chocolate, candy, honey. It is FOOD too. */
  | 'SWEETS'
  /** A drink in its glass, cup, bottle or carton. */
  | 'DRINK'
  /** Crockery, glasses, cups, pots, pans, cutlery and kitchen knives, empty or holding food or drink; not throw-away packaging. */
  | 'KITCHENWARE'
  /** An animal, real or of legend, whole or its head, insects and sea animals included; not a toy of one. */
  | 'ANIMAL'
  /** A living or cut plant: flower, leaf, tree, herb, potted plant; not fruit and vegetables alone. */
  | 'PLANT'
  /** Clothes, hats and helmets shown as an article; not what a person shown wears. */
  | 'CLOTHING'
  /** Shoes, boots, sandals, skates; not socks. */
  | 'FOOTWEAR'
  /** A bag, purse, backpack, suitcase or briefcase. */
  | 'BAG'
  /** A toy, doll, plush animal, or what board, card and video games are played with. */
  | 'TOY_OR_GAME'
  /** Balls, bats, rackets and other gear or dress of a sport, or somebody doing a sport. */
  | 'SPORT'
  /** Electric or electronic devices, their cables, plugs, batteries and discs; not lamps, clocks or electric instruments. */
  | 'ELECTRONICS'
  /** Hand tools, ladders, screws and other hardware; not kitchen knives or cleaning things. */
  | 'TOOL'
  /** Furniture and the fittings of a room: bed, chair, sofa, cabinet, mirror, door, window, bath, toilet. */
  | 'FURNITURE'
  /** What carries people or goods on land, water or in the air: cars, trains, bicycles, boats, aircraft, cable cars; not skateboards or skates. */
  | 'VEHICLE'
  /** Books, notebooks, sheets, newspapers, letters, tickets, calendars, paper maps; not money. */
  | 'BOOK_OR_PAPER'
  /** What one writes, draws, measures, pins, clips or files with: pens, crayons, rulers, pins, clips, clipboards, folders. */
  | 'STATIONERY'
  /** An instrument to play music on; not bells, microphones or loudspeakers. */
  | 'MUSICAL_INSTRUMENT'
  /** A lamp, bulb, lantern, candle, torch or signal light, as the thing shown; not flames, fireworks or sunshine. */
  | 'LIGHT'
  /** A house, temple, castle, tower of dwellings or offices, or a view of such; not tents. */
  | 'BUILDING'
  /** A person, a human face or a smiley, imagined people such as fairies included; not dolls. */
  | 'PERSON_OR_FACE'
  /** A hand, arm, ear, leg or other part of the human body shown by itself. */
  | 'BODY_PART'
  /** A clock, watch, timer, stopwatch or hourglass. */
  | 'CLOCK_OR_WATCH'
  /** What one washes, grooms or makes up oneself with, or cleans a home with: soap, toothbrush, razor, lotion, nail polish, broom, sponge, plunger. */
  | 'CARE_OR_CLEANING';

/** What a model says of a picture that others may see. */
export type ImageModeration = {
  /** What to do with it. */
  decision: ModerationDecision;
  /** The probability of each kind; they sum to 1. */
  scores: Array<ModerationScore>;
  /** Which model said it. */
  model: ModelVersion;
  /** Always false: no cheaper model can tell. */
  degraded: Scalars['Boolean']['output'];
};

/** What to do with a picture. Nothing is rejected by a model alone. */
export type ModerationDecision =
  /** Nothing indecent was noticed. That is no proof that there is none: how much is missed was never measured. */
  | 'CLEAR'
  /** Somebody should look at it first. */
  | 'REVIEW';

/** The probability that a picture is of one kind. */
export type ModerationScore = {
  /** The kind. */
  label: ModerationLabel;
  /** From 0 to 1. */
  score: Scalars['Float']['output'];
};

/** The kinds of pictures that moderation tells apart. */
export type ModerationLabel =
  /** A drawing that is for everybody. */
  | 'DRAWING'
  /** A drawing that is pornographic. */
  | 'HENTAI'
  /** A picture that is for everybody. */
  | 'NEUTRAL'
  /** A pornographic picture. */
  | 'PORN'
  /** A picture that is suggestive, not pornographic. */
  | 'SEXY';

/** How good a picture is, by its pixels. */
export type ImageQuality = {
  /** In pixels, as it is shown. */
  width: Scalars['Int']['output'];
  /** In pixels, as it is shown. */
  height: Scalars['Int']['output'];
  /** From 0 to 1: how strong the strongest edges are, at 512 pixels at most. */
  sharpness: Scalars['Float']['output'];
  /** From 0 (black) to 1 (white): the mean brightness, before white where it is transparent. */
  exposure: Scalars['Float']['output'];
  /** From 0 to 1: how far brightness varies. */
  contrast: Scalars['Float']['output'];
  /** What speaks against showing it to buyers. */
  issues: Array<ImageIssue>;
};

/** What may be wrong with a picture. */
export type ImageIssue =
  /** The shorter side has fewer than 200 pixels. */
  | 'TOO_SMALL'
  /** Nothing in it is sharp. */
  | 'BLURRED'
  /** It is nearly black. */
  | 'DARK'
  /** It is nearly white. */
  | 'BRIGHT'
  /** It is nearly of one brightness. */
  | 'LOW_CONTRAST';

/** One of a picture's main colours. */
export type DominantColor = {
  /** Such as "#d42a4f": the mean of what is counted to it. */
  hex: Scalars['String']['output'];
  /** Of what is not transparent, from 0 to 1. */
  share: Scalars['Float']['output'];
  /** What one would call it. */
  name: ColorName;
};

/** Basic words for colours. */
export type ColorName =
  /** Black. */
  | 'BLACK'
  /** Grey. */
  | 'GREY'
  /** White. */
  | 'WHITE'
  /** Red. */
  | 'RED'
  /** Orange. */
  | 'ORANGE'
  /** Yellow. */
  | 'YELLOW'
  /** Green. */
  | 'GREEN'
  /** Turquoise, cyan and teal. */
  | 'TURQUOISE'
  /** Blue. */
  | 'BLUE'
  /** Purple and violet. */
  | 'PURPLE'
  /** Pink and magenta. */
  | 'PINK'
  /** Brown. */
  | 'BROWN'
  /** Beige and cream. */
  | 'BEIGE';

/** Products whose pictures show such a thing. */
export type SimilarProducts = {
  /** The likest first; empty where no other product has a picture. */
  matches: Array<SimilarProduct>;
  /** Which model compared them. */
  model: ModelVersion;
  /** Whether they were compared by their colours alone, because the usual model was overloaded, late or broken. */
  degraded: Scalars['Boolean']['output'];
};

/** A product whose picture is like another's. */
export type SimilarProduct = {
  /** The product. */
  product: Product;
  /** The cosine of what the model makes of the two pictures, at most 1. It orders matches; it is no probability. */
  likeness: Scalars['Float']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"picture":{"id":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Product: ResolverTypeWrapper<ProductRow>;
  Picture: ResolverTypeWrapper<Picture>;
  ImageAnalysis: ResolverTypeWrapper<ImageAnalysisRow>;
  ImageTag: ResolverTypeWrapper<ImageTag>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ImageTagLabel: ImageTagLabel;
  ImageModeration: ResolverTypeWrapper<ImageModerationRow>;
  ModerationDecision: ModerationDecision;
  ModerationScore: ResolverTypeWrapper<ModerationScore>;
  ModerationLabel: ModerationLabel;
  ImageQuality: ResolverTypeWrapper<ImageQuality>;
  ImageIssue: ImageIssue;
  DominantColor: ResolverTypeWrapper<DominantColor>;
  ColorName: ColorName;
  SimilarProducts: ResolverTypeWrapper<SimilarProductsRow>;
  SimilarProduct: ResolverTypeWrapper<Omit<SimilarProduct, 'product'> & { product: ResolversTypes['Product'] }>;
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
  Product: ProductRow;
  Picture: Picture;
  ImageAnalysis: ImageAnalysisRow;
  ImageTag: ImageTag;
  Float: Scalars['Float']['output'];
  ImageModeration: ImageModerationRow;
  ModerationScore: ModerationScore;
  ImageQuality: ImageQuality;
  DominantColor: DominantColor;
  SimilarProducts: SimilarProductsRow;
  SimilarProduct: Omit<SimilarProduct, 'product'> & { product: ResolversParentTypes['Product'] };
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
  moderateImage?: Resolver<Maybe<ResolversTypes['ImageModeration']>, ParentType, ContextType, Partial<QueryModerateImageArgs>>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageAnalysis?: Resolver<Maybe<ResolversTypes['ImageAnalysis']>, ParentType, ContextType>;
  similarProducts?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<ProductSimilarProductsArgs, 'first'>>;
  similarProductDetails?: Resolver<Maybe<ResolversTypes['SimilarProducts']>, ParentType, ContextType, RequireFields<ProductSimilarProductDetailsArgs, 'first'>>;
};

export type ImageAnalysisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageAnalysis'] = ResolversParentTypes['ImageAnalysis']> = {
  tags?: Resolver<Array<ResolversTypes['ImageTag']>, ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['ImageModeration']>, ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['ImageQuality'], ParentType, ContextType>;
  dominantColors?: Resolver<Array<ResolversTypes['DominantColor']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImageTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageTag'] = ResolversParentTypes['ImageTag']> = {
  label?: Resolver<ResolversTypes['ImageTagLabel'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ImageModerationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageModeration'] = ResolversParentTypes['ImageModeration']> = {
  decision?: Resolver<ResolversTypes['ModerationDecision'], ParentType, ContextType>;
  scores?: Resolver<Array<ResolversTypes['ModerationScore']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ModerationScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationScore'] = ResolversParentTypes['ModerationScore']> = {
  label?: Resolver<ResolversTypes['ModerationLabel'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ImageQualityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageQuality'] = ResolversParentTypes['ImageQuality']> = {
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharpness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  exposure?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  contrast?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  issues?: Resolver<Array<ResolversTypes['ImageIssue']>, ParentType, ContextType>;
};

export type DominantColorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DominantColor'] = ResolversParentTypes['DominantColor']> = {
  hex?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ColorName'], ParentType, ContextType>;
};

export type SimilarProductsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimilarProducts'] = ResolversParentTypes['SimilarProducts']> = {
  matches?: Resolver<Array<ResolversTypes['SimilarProduct']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SimilarProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimilarProduct'] = ResolversParentTypes['SimilarProduct']> = {
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  likeness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  federation__FieldSet?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ImageAnalysis?: ImageAnalysisResolvers<ContextType>;
  ImageTag?: ImageTagResolvers<ContextType>;
  ImageModeration?: ImageModerationResolvers<ContextType>;
  ModerationScore?: ModerationScoreResolvers<ContextType>;
  ImageQuality?: ImageQualityResolvers<ContextType>;
  DominantColor?: DominantColorResolvers<ContextType>;
  SimilarProducts?: SimilarProductsResolvers<ContextType>;
  SimilarProduct?: SimilarProductResolvers<ContextType>;
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
