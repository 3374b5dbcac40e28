import { confirmCard } from '../../../cards/leave/confirm.ts';
import { showCard } from '../../../cards/leave/show.ts';
import { standInCard } from '../../../cards/leave/stand-in.ts';
import { leaveOf } from '../../domain/people/typed-leave.ts';
import { maySeeRoster } from '../../domain/policy/roster.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { nameOf, personOf, positionOf } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import { leaveWords, standInWords } from './leave-words.ts';
import { leaveConfirm, leaveShow, leaveStandIn } from './refs.ts';
import { waitingFor } from './waiting-for.ts';

/** Whose leave is shown, and the name where it is not the reader's own; undefined for whoever may not see it. */
async function shownTo(turn: Turn, viewer: Viewer, named: string) {
  const actor = actorOf(viewer);
  if (actor === undefined) return undefined;
  if (named === '' || named === actor.id) return { person: await personOf(turn, actor.id), who: '' };
  if (!maySeeRoster(actor)) return undefined;
  return { person: await personOf(turn, named), who: await nameOf(turn, named) };
}

/** One's own leave as it is kept, and the form for another. */
const showPage = definePage({
  name: leaveShow,
  asksAbout: ({ person }) => person,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const shown = await shownTo(turn, viewer, params.person);
    if (shown === undefined) return null;
    const { person, who } = shown;
    const leave = leaveOf(person.data, dayOf(turn));
    const view = {
      state: texts.t(`words.leave.state.${leave === undefined ? 'none' : 'some'}`, {
        period: leave === undefined ? '' : leaveWords(texts, leave),
      }),
      standIn: leave === undefined ? '' : await standInWords(turn, texts, { person, from: leave.from }),
      hasLeave: leave !== undefined,
      ...params,
      who,
    };
    return { card: showCard(texts, view, banner), summary: texts.t('summaries.leave.show') };
  },
});

/** What will be kept, what it replaces, and who stands in. */
const confirmPage = definePage({
  name: leaveConfirm,
  compose: async ({ turn, viewer, texts, params: { from, to, person: named }, banner }) => {
    const shown = await shownTo(turn, viewer, named);
    if (shown === undefined) return null;
    const { person, who } = shown;
    const before = leaveOf(person.data, dayOf(turn));
    const view = {
      ...{ from, to, person: named, who },
      period: upperFirst(leaveWords(texts, { from, to: to === '' ? null : to })),
      before: before === undefined ? '' : texts.t('words.leave.replaces', { period: leaveWords(texts, before) }),
      standIn: await standInWords(turn, texts, { person, from }),
    };
    return { card: confirmCard(texts, view, banner), summary: texts.t('summaries.leave.confirm') };
  },
});

/** To whoever stands in while something waits; to the director, else the office, where nobody does. */
const standInPage = definePage({
  name: leaveStandIn,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { data } = await personOf(turn, params.person);
    const leave = leaveOf(data, dayOf(turn));
    const waiting = (await waitingFor(turn, params.person)).flatMap(({ opiners }) => opiners);
    const isMine = ({ acts, told }: (typeof waiting)[number]): boolean =>
      acts === viewer.owner || (acts === null && told.includes(viewer.owner));
    const mine = waiting.filter(isMine);
    if (leave === undefined || leave.from > dayOf(turn) || mine.length === 0) return null;
    const acts = mine.some((one) => one.acts === viewer.owner);
    const facts = { who: await positionOf(turn, params.person), period: leaveWords(texts, leave), n: mine.length };
    const view = { text: texts.t(`words.leave.told.${acts ? 'acts' : 'nobody'}`, facts), acts };
    return { card: standInCard(texts, view, banner), summary: texts.t('summaries.leave.standIn', facts) };
  },
});

export const leavePages: readonly PageDef[] = [showPage, confirmPage, standInPage];
