import { z } from 'zod';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { accountsWaiting } from '../../model/people/accounts-waiting.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { counted } from '../../pipeline/todo.ts';
import { chosenInput, requireOffice } from './chosen.ts';
import { confirmAccounts } from './confirm-accounts.ts';
import { listPage } from './list.page.ts';
import { accountsOpened } from './refs.ts';
import { refuseAccounts } from './refuse-accounts.ts';

async function opened(ctx: Ctx): Promise<Answer> {
  requireOffice(ctx);
  return show(accountsOpened());
}

/** Accounts of Teams that an e-mail of the roster leads to, and of which the office says whose they are. */
export const accounts = capability({
  commands: [
    {
      name: 'accounts',
      isFor: maySeeRoster,
      isStep: true,
      where: 'personal',
      run: opened,
    },
  ],
  verbs: [
    verb('accounts.list', z.strictObject({}), opened),
    verb('accounts.confirm', chosenInput, confirmAccounts),
    verb('accounts.refuse', chosenInput, refuseAccounts),
  ],
  pages: [listPage],
  todos: [
    {
      order: 20,
      always: async ({ turn, actor }) =>
        maySeeRoster(actor)
          ? counted('accounts', (await accountsWaiting(turn)).waiting.length, { verb: 'accounts.list' })
          : [],
    },
  ],
});
