/** Keys that outlive the process and are the same for all that serve one centre. They are not part of the data: whoever has a backup has none. */
export interface Secrets {
  /**
   * The secret of this name, made at random when first asked for.
   * @param name a file name
   * @throws CodedError SECRET_DAMAGED when what is kept has another length
   */
  keep(name: string, bytes: number): Promise<Uint8Array>;
}
