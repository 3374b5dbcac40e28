import { DateTime } from 'luxon';
import { leaveCard } from '../../../../cards/roster/leave.ts';
import { moveCard } from '../../../../cards/roster/move.ts';
import { sureOfOneCard } from '../../../../cards/roster/sure-of-one.ts';
import { isHeadOrDeputy } from '../../../domain/policy/posts.ts';
import { maySeeRoster } from '../../../domain/policy/roster.ts';
import { formatDate } from '../../../domain/text/format.ts';
import { departmentOf, departments, isHere, isOpen, nameOf, personOf } from '../../../model/people/people.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import { type Ask, definePage } from '../../../pipeline/page.ts';
import { viewingAs } from '../../../pipeline/viewing-as.ts';
import type { Texts } from '../../../ports/texts.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { rosterLeave, rosterLeaving, rosterMove, rosterMoving } from '../refs.ts';
import { type OwnWork, ownWork } from './own-work.ts';

/** Somebody who is here, for a viewer who may change them. */
async function changing({ turn, viewer, params }: Ask<{ person: string }>): Promise<Loaded<Person> | undefined> {
  if (!viewingAs(viewer, maySeeRoster)) return undefined;
  const person = await personOf(turn, params.person);
  return isHere(turn, person.data) ? person : undefined;
}

/** Which department they go to. */
export const movePage = definePage({
  name: rosterMove,
  compose: async (ask) => {
    const person = await changing(ask);
    if (person === undefined) return null;
    const { turn, texts, banner, typed } = ask;
    const others = (await departments(turn)).filter((each) => isOpen(each) && each.id !== person.data.departmentId);
    const view = {
      ...(await named(ask, person)),
      now: (await departmentOf(turn, person.data.departmentId)).data.name,
      departments: others.map(({ id, data }) => ({ title: data.name, value: id })),
      to: typed?.belongsTo ?? '',
    };
    return { card: moveCard(texts, view, banner), summary: texts.t('summaries.roster.move', { name: view.name }) };
  },
});

/** What goes with them and what stays, before it is done. */
export const movingPage = definePage({
  name: rosterMoving,
  compose: async (ask) => {
    const person = await changing(ask);
    if (person === undefined) return null;
    const { turn, texts, banner, params } = ask;
    const from = await departmentOf(turn, person.data.departmentId);
    const to = await departmentOf(turn, params.to);
    const work = await ownWork(turn, person.id);
    const view = {
      ...(await named(ask, person)),
      isMoving: true,
      lines: [
        texts.t('words.roster.one.move.where', { from: from.data.name, to: to.data.name }),
        ...linesOf(texts, 'move', work),
        ...(isHeadOrDeputy(person.data) ? [texts.t('words.roster.one.move.roles')] : []),
        texts.t('words.roster.one.move.figures'),
      ],
      data: { belongsTo: params.to },
    };
    return { card: sureOfOneCard(texts, view, banner), summary: texts.t('summaries.roster.move', { name: view.name }) };
  },
});

/** Their last day of work. */
export const leavePage = definePage({
  name: rosterLeave,
  compose: async (ask) => {
    const person = await changing(ask);
    if (person === undefined) return null;
    const { texts, banner, typed, turn } = ask;
    const view = { ...(await named(ask, person)), on: typed?.on ?? person.data.endDate ?? dayOf(turn) };
    return { card: leaveCard(texts, view, banner), summary: texts.t('summaries.roster.leave', { name: view.name }) };
  },
});

/** What follows, before it is recorded. */
export const leavingPage = definePage({
  name: rosterLeaving,
  compose: async (ask) => {
    const person = await changing(ask);
    if (person === undefined) return null;
    const { turn, texts, banner, params } = ask;
    const on = DateTime.fromISO(params.on, { zone: turn.plan.zone });
    const when = { on: formatDate(on), next: formatDate(on.plus({ days: 1 })) };
    const view = {
      ...(await named(ask, person)),
      isMoving: false,
      lines: [
        texts.t(`words.roster.one.leave.${params.on < dayOf(turn) ? 'atOnce' : 'access'}`, when),
        ...linesOf(texts, 'leave', await ownWork(turn, person.id)),
        texts.t('words.roster.one.leave.back'),
      ],
      data: { on: params.on },
    };
    return {
      card: sureOfOneCard(texts, view, banner),
      summary: texts.t('summaries.roster.leave', { name: view.name }),
    };
  },
});

const named = async ({ turn }: Ask<unknown>, { id, rev }: Loaded<Person>) => ({
  ...{ person: id, rev: String(rev), name: await nameOf(turn, id) },
});

/** What becomes of their dossiers, and of those that wait for them; nothing where there is none. */
function linesOf(texts: Texts, step: 'move' | 'leave', { unsent, sent, opinions }: OwnWork): string[] {
  const rounds = (all: readonly string[]) => ({ rounds: all.join('; ') });
  return [
    ...(unsent.length > 0 ? [texts.t(`words.roster.one.${step}.unsent`, rounds(unsent))] : []),
    ...(sent.length > 0 ? [texts.t(`words.roster.one.${step}.sent`, rounds(sent))] : []),
    ...(opinions > 0 ? [texts.t(`words.roster.one.${step}.opinions`, { n: opinions })] : []),
  ];
}
