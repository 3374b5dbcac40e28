import type { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { accountsSubject } from '../../model/people/accounts-waiting.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { accountRecord } from '../../records/account.ts';
import { type chosenInput, chosenOf } from './chosen.ts';
import { accountsOpened } from './refs.ts';

/** The accounts are not those people's: they stay strangers, and the office is not asked about them again. @throws Refusal ACCOUNTS_NONE */
export async function refuseAccounts(ctx: Ctx, input: z.infer<typeof chosenInput>): Promise<Answer> {
  const chosen = await chosenOf(ctx, input);
  const decided = { by: ctx.me.id, at: stamp(ctx.at) };
  for (const { account } of chosen) {
    ctx.commit({
      command: 'accounts.refuse',
      subject: account.data.person,
      changes: [
        replace(accountRecord, account, { ...account.data, state: 'refused', decided }),
        oweRefresh(ctx.scope, ctx.at, accountsSubject, ctx.newId()),
      ],
    });
    await ctx.settle();
  }
  const page = accountsOpened();
  return show(page, good(chosen.length === 0 ? 'accounts.before' : 'accounts.refused', { n: chosen.length }));
}
