import { z } from 'zod';
import { formatDate, formatInstant, formatIsoDate } from '../../domain/format.ts';
import { hasRole } from '../../domain/roles.ts';
import { channelOwner } from '../../records/address.ts';
import { digestScreen } from '../../screens/reminders/reminder-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { definePage } from '../page.ts';
import type { DepartmentProgress } from '../progress.ts';
import { roundOf } from '../round.ts';
import { daysLeftWords } from './days-left.ts';
import { changesSince, type Digest, digestOf, type Wait } from './digest.ts';
import { type RoundClock, roundClock } from './round-clock.ts';

const departmentsShown = 12;

/** Text 8: where the round stands, in numbers. Nothing but numbers, for it is read by everyone in the channel. */
export const digestPage = definePage({
  page: 'reminders.digest',
  params: z.strictObject({ round: z.string(), day: z.string(), wave: z.string() }),
  compose: async ({ deps, viewer, texts, params, banner }) => {
    const isChannel = viewer.owner === channelOwner('office');
    if (!isChannel && !(viewer.person !== undefined && hasRole(viewer.person.data, 'office'))) return null;
    const clock = await roundClock(deps, await roundOf(deps, params.round), viewer.at);
    if (clock.isOver || clock.today !== params.day) return null;
    const digest = await digestOf(deps, clock, params.wave);
    const { shown, more } = openDepartments(digest.progress.departments);
    const { year } = clock.round.data;
    const view = {
      unitName: clock.plan.unit.name,
      year,
      asOf: formatInstant(clock.now),
      chip: daysLeftWords(texts, clock),
      totals: totalsOf(texts, digest),
      aside: texts.t('words.reminders.aside', {
        declines: digest.progress.total.declines,
        onLeave: digest.progress.total.onLeave,
      }),
      departments: shown.map((department) => departmentView(texts, department)),
      hasDepartments: shown.length > 0,
      more: more > 0 ? texts.t('words.reminders.moreDepartments', { n: more }) : '',
      hasMore: more > 0,
      ...waitsView(texts, clock, digest),
      ...changesView(texts, digest),
      bindHint: !isChannel,
      isPersonal: !isChannel,
      hasMissing: digest.progress.total.missing > 0,
    };
    const summary = texts.t('summaries.reminders.digest', { year, n: digest.progress.total.missing });
    return { card: digestScreen(texts, view, banner), summary };
  },
});

/** In protocol order; when there are too many for a card, those furthest behind. */
function openDepartments(all: readonly DepartmentProgress[]): { shown: DepartmentProgress[]; more: number } {
  const peopled = all.filter((department) => department.people > 0);
  const behind = [...peopled].sort((a, b) => b.missing - a.missing).slice(0, departmentsShown);
  return { shown: peopled.filter((department) => behind.includes(department)), more: peopled.length - behind.length };
}

function departmentView(texts: Texts, { name, people, missing, finished, asks, sent }: DepartmentProgress) {
  const done = people - missing;
  return {
    name,
    figures: texts.t('words.reminders.departmentFigures', { missing, people, finished, asks, sent }),
    done,
    rest: missing,
    hasDone: done > 0,
    hasRest: missing > 0,
  };
}

function totalsOf(texts: Texts, { progress: { total }, collectives }: Digest) {
  const label = (key: string): string => texts.t(`words.reminders.totals.${key}`);
  return [
    { figure: `${total.finished}/${total.people}`, label: label('finished') },
    { figure: `${total.sent}/${total.asks}`, label: label('sent') },
    { figure: `${collectives.sent}/${collectives.of}`, label: label('collectives') },
  ];
}

function waitsView(texts: Texts, clock: RoundClock, { progress, opinions, intake, returned }: Digest) {
  const names = new Map(progress.departments.map((department) => [department.id, department.name]));
  const facts = ({ count, since }: Wait) => ({
    n: count,
    since: formatDate(since),
    days: Math.round(clock.now.startOf('day').diff(since.startOf('day'), 'days').days),
  });
  const longest = opinions.slice(0, departmentsShown);
  const lines = [
    ...longest.map((wait) =>
      texts.t('words.reminders.waits.opinion', { ...facts(wait), department: names.get(wait.departmentId) ?? '—' }),
    ),
    ...(intake === undefined
      ? []
      : [texts.t('words.reminders.waits.intake', { ...facts(intake), office: clock.plan.unit.office })]),
    ...(returned === 0 ? [] : [texts.t('words.reminders.waits.returned', { n: returned })]),
  ];
  return { waits: lines.map((wait) => ({ wait })), hasWaits: lines.length > 0 };
}

function changesView(texts: Texts, digest: Digest): { changesHeading: string; changes: string } {
  const { before } = digest;
  if (before === undefined) {
    return {
      changesHeading: texts.t('words.reminders.change.first'),
      changes: texts.t('words.reminders.change.firstDetail'),
    };
  }
  const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);
  const changed = changesSince(digest).map(({ figure, by }) =>
    texts.t(`words.reminders.change.${figure}`, { by: signed(by) }),
  );
  return {
    changesHeading: texts.t('words.reminders.change.since', { on: formatIsoDate(before.on) }),
    changes: changed.length === 0 ? texts.t('words.reminders.change.none') : `${capital(changed.join('; '))}.`,
  };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
