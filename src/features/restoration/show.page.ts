import { DateTime } from 'luxon';
import { restorationCard } from '../../../cards/restoration/show.ts';
import { mayChooseHeld } from '../../domain/policy/sending.ts';
import { nameOf } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Restoration } from '../../records/restoration.ts';
import { groups, type HeldFigures, heldFigures } from './held-figures.ts';
import { restorationOf } from './load.ts';
import { restorationShow } from './refs.ts';

/** That data came from a backup, what is held back since, and what has become of it. For the office alone. */
export const restorationPage = definePage({
  name: restorationShow,
  subject: ({ restoration }) => restoration,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayChooseHeld(actor)) return null;
    const { id, data } = await restorationOf(turn, params.restoration);
    const figures = await heldFigures(turn, id);
    const isOpen = data.choice === 'open';
    const view = {
      restoration: id,
      ...stateOf(texts, data, figures),
      facts: await factsOf(turn, texts, data),
      rows: rowsOf(texts, figures),
      total: figures.total,
      hasHeld: figures.total > 0,
      mayChoose: isOpen && figures.total > 0,
      isToBeSeen: isOpen && figures.total === 0,
      isGoing: !isOpen && !data.isDone,
      isDropped: data.choice === 'drop' && data.isDone && data.dealt > 0,
      ...otherwiseOf(texts, data, figures),
    };
    return { card: restorationCard(texts, view, banner), summary: texts.t('summaries.restoration.show') };
  },
});

function stateOf(texts: Texts, { choice, dealt, isDone }: Restoration, { total }: HeldFigures) {
  const say = (key: string) => texts.t(`words.restoration.state.${key}`, { n: total, dealt });
  if (choice === 'open')
    return total > 0
      ? { state: say('open'), tone: 'warning' as const }
      : { state: say('nothing'), tone: 'good' as const };
  if (!isDone) return { state: say(choice === 'send' ? 'sending' : 'dropping'), tone: 'accent' as const };
  if (dealt === 0) return { state: say('nothing'), tone: 'good' as const };
  return { state: say(choice === 'send' ? 'sent' : 'dropped'), tone: 'good' as const };
}

async function factsOf(turn: Turn, texts: Texts, { takenAt, restoredAt, held, choice, chosen }: Restoration) {
  const when = (instant: string) => DateTime.fromISO(instant, { zone: turn.plan.zone });
  const fact = (name: string, value: string) => ({ label: texts.t(`words.restoration.fact.${name}`), value });
  const moment = (instant: string) => texts.t('words.at', { at: when(instant) });
  return [
    fact('taken', moment(takenAt)),
    fact('restored', moment(restoredAt)),
    fact('held', texts.t('words.restoration.items', { n: held })),
    ...(chosen === null || choice === 'open'
      ? []
      : [
          fact(
            'chosen',
            texts.t(`words.restoration.chosen.${choice}`, { by: await nameOf(turn, chosen.by), at: when(chosen.at) }),
          ),
        ]),
  ];
}

const rowsOf = (texts: Texts, { messages, spreads, toCome }: HeldFigures) => [
  ...groups
    .filter((group) => messages[group] > 0)
    .map((group) => ({
      label: texts.t(`words.restoration.group.${group}`),
      value: texts.t('words.restoration.messages', { n: messages[group] }),
    })),
  ...(spreads === 0
    ? []
    : [
        {
          label: texts.t('words.restoration.group.spreads', { people: toCome }),
          value: texts.t('words.restoration.spreads', { n: spreads }),
        },
      ]),
];

/** Of those held at first: what newer messages have replaced, or people have shown that they had. */
function otherwiseOf(texts: Texts, { held, dealt }: Restoration, { total }: HeldFigures) {
  const n = held - dealt - total;
  return { hasOtherwise: n > 0, otherwise: n > 0 ? texts.t('words.restoration.otherwise', { n }) : '' };
}
