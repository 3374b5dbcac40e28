import { z } from 'zod';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { accountsWaiting, type Waiting } from '../../model/people/accounts-waiting.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { remove } from '../../ports/documents.ts';
import { accountsOpened } from './refs.ts';

export const chosenInput = z.strictObject({
  /** Ids of accounts as the card names them, separated by commas. */
  accounts: z.string().max(20_000).default(''),
});

/** @throws CodedError OFFICE_ONLY */
export const requireOffice = (ctx: Ctx): void => requireMay(ctx, maySeeRoster, 'OFFICE_ONLY');

/** More would not fit beside their rows. */
export const shownAtOnce = 40;

/**
 * What the office has ticked of what still waits; the rest was decided meanwhile. What nobody has to decide any more is forgotten.
 * @throws Refusal ACCOUNTS_NONE when nothing is ticked
 */
export async function chosenOf(ctx: Ctx, { accounts }: z.infer<typeof chosenInput>): Promise<Waiting[]> {
  requireOffice(ctx);
  if (accounts === '') throw new Refusal('ACCOUNTS_NONE', { show: accountsOpened() });
  const chosen = new Set(accounts.split(','));
  const { waiting, over } = await accountsWaiting(ctx);
  ctx.ride(over.slice(0, shownAtOnce).map(remove<unknown>));
  return waiting.filter(({ account }) => chosen.has(account.data.aadObjectId));
}
