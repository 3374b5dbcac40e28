import type { Turn } from '../../pipeline/turn.ts';
import { type Account, accountBy, accountRecord } from '../../records/account.ts';
import { upnKeyId, upnKeyRecord } from '../../records/key.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { hereNow } from './here-now.ts';

/** What the office's list of accounts is kept in step by. */
export const accountsSubject = 'accounts';

export interface Waiting {
  readonly account: Loaded<Account>;
  readonly person: Loaded<Person>;
}

/** Whose account it still may be: they work here, the e-mail is theirs, and they have not got the account otherwise. */
export async function stillWaits(turn: Turn, account: Loaded<Account>): Promise<Waiting | undefined> {
  const { person: id, email, aadObjectId } = account.data;
  const [person, key] = await Promise.all([hereNow(turn, id), turn.get(upnKeyRecord, upnKeyId(turn.tenant, email))]);
  const isTheirs = person !== undefined && key?.data.personId === id && person.data.aadObjectId !== aadObjectId;
  return isTheirs ? { account, person } : undefined;
}

/** Accounts that wait for the office, the oldest first; and those about whom there is nothing to decide any more. */
export async function accountsWaiting(turn: Turn): Promise<{ waiting: Waiting[]; over: Loaded<Account>[] }> {
  const all = await turn.list(accountRecord, accountBy.waiting);
  const looked = await Promise.all(all.map((account) => stillWaits(turn, account)));
  const waiting = looked.flatMap((each) => each ?? []);
  return {
    waiting: waiting.sort((a, b) => (a.account.data.at < b.account.data.at ? -1 : 1)),
    over: all.filter((_, i) => looked[i] === undefined),
  };
}
