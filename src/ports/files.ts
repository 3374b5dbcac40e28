/** What people sent and what was made for them, by its owner (a dossier) and SHA-256. */
export interface Files {
  /** Takes a file in as it comes, never the whole of it at once. What breaks the pieces off breaks this off, and leaves nothing. */
  receive(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ReceivedFile>;
  /** Piece by piece, as it is asked for: for whoever may take it slowly. */
  read(owner: string, sha256: string): Promise<FileBytes | undefined>;
  /** For another owner, too. @returns whether there is such a file */
  copy(from: FileName, owner: string): Promise<boolean>;
  /**
   * Of the file as it is now. Kept anew before it is deleted, by whatever process, it stays: whoever did so is about to name it.
   * @returns what deletes it
   */
  deletionOf(owner: string, sha256: string): Promise<() => Promise<void>>;
  /**
   * Deletes what came in on this machine longer ago than `oldMs` and was neither kept nor dropped, as its process died.
   * @returns how many were
   */
  tidy(oldMs: number): Promise<number>;
  /**
   * Deletes what was kept longer ago than `oldMs` and is not named.
   * @param named asked after it was looked up what there is, so that nothing that is named meanwhile is deleted
   * @returns how many were
   */
  purge(named: () => AsyncIterable<FileName>, oldMs: number): Promise<number>;
}

/** Bytes that lie somewhere else, looked at a part at a time. */
export interface Bytes {
  readonly size: number;
  /** @returns what there is of it: fewer at the end */
  at(offset: number, length: number): Promise<Uint8Array>;
}

/** A file that has come in and is nobody's yet: read until it is kept. Whoever received it drops it in the end, kept or not. */
export interface ReceivedFile extends Bytes {
  readonly sha256: string;
  /** Idempotent: the same bytes are kept once, as long as a record names them (`Capability.keeps`). */
  keep(owner: string): Promise<void>;
  /** Forgets what was not kept. */
  drop(): Promise<void>;
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
  /**
   * The file as it arrives. Reading it throws CodedError FILE_TOO_BIG as soon as there are more bytes, FILE_HOST, or FILE_UNAVAILABLE with
   * the `reason`: `HTTP <status>` or what failed.
   */
  fetch(attachment: Attachment, maxBytes: number): AsyncIterable<Uint8Array>;
}

export interface Attachment {
  readonly name: string;
  readonly url: string;
  /** `file`: a pre-authenticated address; `image`: on the connector's host, needs the bot's token. */
  readonly kind: 'file' | 'image';
}
