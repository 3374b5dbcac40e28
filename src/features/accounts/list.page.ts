import { accountsCard } from '../../../cards/accounts/list.ts';
import { doubtsAbout } from '../../domain/policy/account.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { accountsSubject, accountsWaiting, type Waiting } from '../../model/people/accounts-waiting.ts';
import { nameOf } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { shownAtOnce } from './chosen.ts';
import { accountsList } from './refs.ts';

/** Accounts that Teams knows by an e-mail of the roster and that the office is asked about, each with what speaks against it. */
export const listPage = definePage({
  name: accountsList,
  subject: () => accountsSubject,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !maySeeRoster(actor)) return null;
    const { waiting } = await accountsWaiting(turn);
    if (waiting.length === 0 && params.empty !== 'show') return null;
    const shown = waiting.slice(0, shownAtOnce);
    const rows = await Promise.all(shown.map((each) => rowOf(turn, texts, each)));
    const view = {
      accounts: rows.map(({ title, value }) => ({ title, value })),
      chosen: typed?.accounts ?? rows.flatMap(({ value, isPlain }) => (isPlain ? [value] : [])).join(','),
      more:
        waiting.length > shown.length
          ? texts.t('words.accounts.more', { shown: shown.length, all: waiting.length })
          : '',
    };
    return {
      card: accountsCard(texts, view, banner),
      summary: texts.t('summaries.accounts.list', { n: waiting.length }),
    };
  },
});

/** Ticked from the start where nothing but the post asks for the office. */
async function rowOf(turn: Turn, texts: Texts, { account: { data }, person }: Waiting) {
  const { hasAnother, isCalledOtherwise } = doubtsAbout(person.data, data);
  const parts = [
    person.data.title,
    data.email,
    isCalledOtherwise ? texts.t('words.accounts.calledOtherwise', { name: data.name }) : '',
    hasAnother ? texts.t('words.accounts.another') : '',
  ];
  return {
    title: `${await nameOf(turn, person.id)} – ${parts.filter((part) => part !== '').join('. ')}`,
    value: data.aadObjectId,
    isPlain: !hasAnother && !isCalledOtherwise,
  };
}
