/** Evidence bytes, by their owner (a dossier) and SHA-256. */
export interface Files {
  /** Idempotent: the same bytes are kept once, as long as a record names them (`Capability.keeps`). */
  put(owner: string, sha256: string, bytes: Uint8Array): Promise<void>;
  get(owner: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Piece by piece, as it is asked for: for whoever may take it slowly. */
  read(owner: string, sha256: string): Promise<FileBytes | undefined>;
  remove(owner: string, sha256: string): Promise<void>;
  /**
   * Deletes what was put longer ago than `oldMs` and is not named.
   * @param named asked after it was looked up what there is, so that nothing that is named meanwhile is deleted
   * @returns how many were
   */
  purge(named: () => AsyncIterable<FileName>, oldMs: number): Promise<number>;
}

export interface FileName {
  readonly owner: string;
  readonly sha256: string;
}

export interface FileBytes {
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What a download link opens. */
export interface FileGrant {
  readonly owner: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Short-lived download addresses, minted only after a policy check. */
export interface Links {
  mint(grant: FileGrant): string;
  /** The grant behind a token, unless it is forged or too old. */
  open(token: string): FileGrant | undefined;
}

/** Fetches what a person attached to a message. */
export interface Attachments {
  /** Without asking anybody. @throws CodedError FILE_HOST for an address that is never fetched from */
  requireAllowed(attachment: Attachment): void;
  /** @throws CodedError FILE_TOO_BIG, FILE_HOST; FILE_UNAVAILABLE with the `reason`: `HTTP <status>` or what failed */
  fetch(attachment: Attachment, maxBytes: number): Promise<Uint8Array>;
}

export interface Attachment {
  readonly name: string;
  readonly url: string;
  /** `file`: a pre-authenticated address; `image`: on the connector's host, needs the bot's token. */
  readonly kind: 'file' | 'image';
}
