/** Keys that outlive the process and are the same for all that serve one centre. They are not part of the data: whoever has a backup has none. */
export interface Secrets {
  /**
   * The secret of this name, if it has been made. Makes and changes nothing.
   * @throws CodedError SECRET_DAMAGED when what is kept has another length
   */
  find(name: string, bytes: number): Promise<Uint8Array | undefined>;
  /**
   * The secret of this name, made at random when first asked for.
   * @param name letters, digits, hyphens and points
   * @throws CodedError SECRET_DAMAGED when what is kept has another length
   */
  keep(name: string, bytes: number): Promise<Uint8Array>;
  /** Whether `destroy` leaves nothing of this one; what has to be destroyed must not be entrusted to it otherwise. */
  canDestroy(name: string): Promise<boolean>;
  /** Makes it gone for good, and is content when it is already. The next `keep` makes another. */
  destroy(name: string): Promise<void>;
}
