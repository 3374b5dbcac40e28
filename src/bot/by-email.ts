import { CodedError } from '../domain/errors.ts';
import { accountsList } from '../features/accounts/refs.ts';
import { stillWaits } from '../model/people/accounts-waiting.ts';
import { bindAccount } from '../model/people/bind-account.ts';
import { foundByEmail } from '../model/people/found-by-email.ts';
import type { Machine, OfficeOf } from '../pipeline/machine.ts';
import { systemTurn } from '../pipeline/open-turn.ts';
import { inTurn } from '../pipeline/retry.ts';
import { decode, replace } from '../ports/documents.ts';
import type { Member, Messenger } from '../ports/messenger.ts';
import { type Account, accountId, accountRecord } from '../records/account.ts';
import { type Incoming, isByItself } from './incoming.ts';
import type { Known } from './people.ts';
import { createRecently } from './recently.ts';

export interface ByEmailDeps {
  readonly machine: Machine;
  readonly officeOf: OfficeOf;
  readonly messenger: Pick<Messenger, 'member'>;
}

/** Teams is asked about one account no more often. */
const askedEveryMs = 60_000;

/** Their own chat; none where others read along. */
function wayTo({ conversationId, serviceUrl, userId, botId, personal }: Incoming): Account['way'] {
  return { conversationId: personal ? conversationId : '', serviceUrl, userId, botId };
}

/**
 * Whoever no key leads to may be on a roster by their e-mail alone: Teams tells it, and from then on a key leads to them. Asked of Teams and not of
 * the activity, which carries none.
 * @returns from the function: undefined for a stranger
 * @throws CodedError ACCOUNT_WAITING while the office is asked; ACCOUNT_NOT_KNOWN when Teams has not told
 */
export function createByEmail({ machine, officeOf, messenger }: ByEmailDeps) {
  const asked = createRecently(askedEveryMs, () => machine.clock.now().toMillis());

  /** Of one that a team showed, it is kept where it is reached, now that it has written. @throws CodedError ACCOUNT_WAITING */
  async function requireUnasked(aadObjectId: string, incoming: Incoming): Promise<void> {
    for (const stored of await machine.store.findEverywhere(accountId(aadObjectId))) {
      const account = decode(accountRecord, stored);
      if (account.data.state !== 'waiting' || officeOf(account.unit) === undefined) continue;
      const isWaiting = await inTurn(
        () => systemTurn(machine, officeOf, account.unit),
        async (turn) => {
          const waits = (await stillWaits(turn, account)) !== undefined;
          const way = wayTo(incoming);
          if (waits && account.data.way.conversationId === '' && way.conversationId !== '')
            turn.ride([replace(accountRecord, account, { ...account.data, way })]);
          return waits;
        },
      );
      if (isWaiting) throw new CodedError('ACCOUNT_WAITING');
    }
  }

  async function memberOf(incoming: Incoming): Promise<Member | undefined> {
    const { serviceUrl, userId } = incoming;
    const conversationId = incoming.inTeam && incoming.teamId !== '' ? incoming.teamId : incoming.conversationId;
    const told = await messenger.member({ conversationId, serviceUrl, userId });
    if (told.kind === 'member') return told.member;
    machine.log.warn({ outcome: told.kind, reason: told.reason }, 'Teams has not told whose an account is');
    if (told.kind === 'gone') return undefined;
    throw new CodedError('ACCOUNT_NOT_KNOWN');
  }

  return async (incoming: Incoming): Promise<Known | undefined> => {
    const aadObjectId = incoming.aadObjectId.toLowerCase();
    if (aadObjectId === '' || isByItself(incoming) || incoming.asked.kind === 'removed') return undefined;
    await requireUnasked(aadObjectId, incoming);
    if (!asked.isFirst(aadObjectId)) return undefined;
    const member = await memberOf(incoming);
    if (member === undefined || member.isGuest || member.aadObjectId !== aadObjectId) return undefined;
    const row = await foundByEmail(machine, member.emails);
    const office = row && officeOf(row.unit);
    if (row === undefined || office === undefined) return undefined;
    const claim = { ...row, member, way: wayTo(incoming), list: accountsList.ref({}) };
    const became = await inTurn(
      () => systemTurn(machine, officeOf, row.unit),
      (turn) => bindAccount(turn, claim),
    );
    if (became === 'waiting') throw new CodedError('ACCOUNT_WAITING');
    return became === 'bound' ? { office, personId: row.personId } : undefined;
  };
}
