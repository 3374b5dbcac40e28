import { fold } from '../text/vietnamese.ts';
import { isOfficer } from './posts.ts';
import type { Holder } from './roles.ts';

/** A row of the roster, as an account is held against it. */
interface Row extends Holder {
  readonly fullName: string;
  readonly aadObjectId: string;
}

/** Why somebody has to look whether an account is the row's, though Teams knows it by the row's e-mail. */
export interface Doubts {
  /** More than staff do hangs on it. */
  readonly holdsPost: boolean;
  /** The row has another account. */
  readonly hasAnother: boolean;
  /** An e-mail may have changed hands. */
  readonly isCalledOtherwise: boolean;
}

/** @param account as Teams calls it; marks, case and spaces do not count */
export const doubtsAbout = (row: Row, account: { readonly name: string }): Doubts => ({
  holdsPost: isOfficer(row),
  hasAnother: row.aadObjectId !== '',
  isCalledOtherwise: fold(account.name) !== fold(row.fullName),
});

/** Whether the account is the row's without anybody being asked. */
export const bindsAtOnce = (row: Row, account: { readonly name: string }): boolean =>
  !Object.values(doubtsAbout(row, account)).includes(true);
