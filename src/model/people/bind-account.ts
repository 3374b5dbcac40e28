import { oweRefresh } from '../../delivery/owe/owe.ts';
import { bindsAtOnce } from '../../domain/policy/account.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { Member } from '../../ports/messenger.ts';
import { type Account, accountId, accountRecord } from '../../records/account.ts';
import type { PageRef } from '../../records/message.ts';
import { accountsSubject } from './accounts-waiting.ts';
import { hereNow } from './here-now.ts';
import { tellOffice } from './tell-office.ts';
import { personChanges } from './write-person.ts';

/** An account of the home tenant whom no key leads to, found by an e-mail of the roster. */
export interface Claim {
  readonly personId: string;
  readonly email: string;
  readonly member: Pick<Member, 'aadObjectId' | 'name'>;
  readonly way: Account['way'];
  /** What the office is shown. */
  readonly list: PageRef;
}

/**
 * An account becomes somebody's of the roster, or the office is asked whether it is theirs; it is asked once for each account.
 * @returns what the account is now: `bound`; `waiting` for the office; `refused` by it; undefined when the row's person has left
 */
export async function bindAccount(turn: Turn, claim: Claim): Promise<'bound' | 'waiting' | 'refused' | undefined> {
  const { personId, email, member, way } = claim;
  const { scope, at } = turn;
  const person = await hereNow(turn, personId);
  if (person === undefined) return undefined;
  const { aadObjectId, name } = member;
  if (person.data.aadObjectId === aadObjectId) return 'bound';
  if (bindsAtOnce(person.data, member)) {
    const after = { id: personId, before: person, after: { ...person.data, aadObjectId } };
    turn.commit({
      command: 'accounts.bind',
      subject: personId,
      changes: await personChanges(turn, after, dayOf(turn)),
    });
    return 'bound';
  }
  const id = accountId(aadObjectId);
  const known = await turn.get(accountRecord, id);
  if (known?.data.person === personId && known.data.state !== 'confirmed') return known.data.state;
  const asked: Account = {
    person: personId,
    aadObjectId,
    name,
    email,
    at: stamp(at),
    way,
    state: 'waiting',
    decided: null,
  };
  const word = { kind: 'account.waits', subject: id, rev: (known?.rev ?? 0) + 1, show: claim.list };
  turn.commit({
    command: 'accounts.ask',
    subject: personId,
    changes: [
      put(accountRecord, { ...scope, id }, known, asked),
      await tellOffice(turn, { ...word, coalesce: word.kind, at, by: 'system', except: [personId] }),
      oweRefresh(scope, at, accountsSubject, turn.newId()),
    ],
  });
  return 'waiting';
}
