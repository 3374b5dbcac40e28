/** What stands in the way, and what to do, as an administrator reads it. */
export class TransferRefusal extends Error {
  override name = 'TransferRefusal';
}
