import type { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { accountsSubject, type Waiting } from '../../model/people/accounts-waiting.ts';
import { nameOf } from '../../model/people/people.ts';
import { personChanges } from '../../model/people/write-person.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { stamp } from '../../ports/commit.ts';
import { remove, replace } from '../../ports/documents.ts';
import { accountRecord } from '../../records/account.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import { type chosenInput, chosenOf } from './chosen.ts';
import { accountsOpened } from './refs.ts';

/**
 * The accounts are whose rows of the roster they were found by: a commit each, so that what was decided meanwhile, or by an earlier click, leaves the
 * others. Whoever had another account has this one from now on, and the other leads to nobody.
 * @throws Refusal ACCOUNTS_NONE; ACCOUNTS_OF_ONE {name} when two of the chosen are of one person
 */
export async function confirmAccounts(ctx: Ctx, input: z.infer<typeof chosenInput>): Promise<Answer> {
  const chosen = await chosenOf(ctx, input);
  const twice = chosen.find((one, i) => chosen.some((other, k) => k < i && other.person.id === one.person.id));
  if (twice !== undefined)
    throw new Refusal('ACCOUNTS_OF_ONE', {
      facts: { name: await nameOf(ctx, twice.person.id) },
      show: accountsOpened(),
      typed: { accounts: input.accounts },
    });
  for (const each of chosen) {
    await confirmed(ctx, each);
    await ctx.settle();
  }
  const page = accountsOpened();
  return show(page, good(chosen.length === 0 ? 'accounts.before' : 'accounts.confirmed', { n: chosen.length }));
}

async function confirmed(ctx: Ctx, { account, person }: Waiting): Promise<void> {
  const { aadObjectId } = account.data;
  const isOther = person.data.aadObjectId !== '';
  const after = { id: person.id, before: person, after: { ...person.data, aadObjectId } };
  // It leads to the account that is no longer theirs.
  const old = isOther ? await ctx.get(addressRecord, addressId(person.id)) : undefined;
  const decided = { by: ctx.me.id, at: stamp(ctx.at) };
  ctx.commit({
    command: 'accounts.confirm',
    subject: person.id,
    facts: { other: isOther ? 'yes' : 'no' },
    changes: [
      ...(await personChanges(ctx, after, dayOf(ctx))),
      replace(accountRecord, account, { ...account.data, state: 'confirmed', decided }),
      ...(old === undefined ? [] : [remove(old)]),
      oweRefresh(ctx.scope, ctx.at, accountsSubject, ctx.newId()),
    ],
  });
}
