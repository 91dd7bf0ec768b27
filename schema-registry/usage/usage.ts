/** What a router tells of one operation and client in one report. */
export interface ReportedUse {
  readonly operation: ReportedOperation;
  readonly client: Client;
  readonly requests: number;
  /** How many of them had errors. */
  readonly errors: number;
  /** The sum of the times that they took. */
  readonly durationMs: number;
}

export interface ReportedOperation {
  /** Empty for one without a name. */
  readonly name: string;
  /** The document: literals blanked, one operation, its fragments. */
  readonly signature: string;
  /** By type, what the router saw that it uses: for what cannot be read out of the signature any more. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Who asked; empty texts where they do not say. */
export interface Client {
  readonly name: string;
  readonly version: string;
}

/** Who uses a part of the schema, by operation and client. */
export interface CoordinateUse {
  readonly coordinate: string;
  readonly operation: { readonly id: string; readonly name: string };
  readonly client: Client;
  readonly requests: number;
  readonly lastSeen: Date;
}
