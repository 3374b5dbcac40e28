import { shareOf } from '../../../cards/kit/kit.ts';
import { headCard } from '../../../cards/reminders/head.ts';
import { isEmpty } from '../../domain/calendar/is-owed.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import { reviewersActedFor } from '../../model/dossier/opiners.ts';
import { addressing } from '../../model/people/addressee.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import type { PersonProgress } from '../../model/round/progress.ts';
import { wholeWords } from '../../model/round/progress-words.ts';
import { roundName } from '../../model/round/round.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { changeWords } from './change-words.ts';
import { daysLeftWords } from './days-left.ts';
import { type Change, changesSince, ratioWords } from './figures.ts';
import type { HeadDuties } from './head-duties.ts';
import { type HeadSection, headList, lastList, readFigures, writeFigures } from './head-list.ts';
import { isLastCall } from './last-call.ts';
import { leftWords } from './left-words.ts';
import { remindersHead } from './refs.ts';
import { sinceLast } from './since.ts';
import { daysWaited } from './waits.ts';

/** Names on one card, of people missing and of dossiers waiting each; shared out among the rounds. */
const namesShown = 12;

/** The head's missing list, drawn as it is sent: nothing once there is nothing to say, nor on another day. */
export const headReminderPage = definePage({
  name: remindersHead,
  compose: async ({ turn, viewer, texts, params: of, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const list = await headList(turn, person, viewer.at);
    if (list === undefined) return null;
    const last = await lastList(turn, person.id, list);
    const since = last?.on ?? '';
    const was = readFigures(last?.figures ?? '');
    const told = list
      .filter(({ clock }) => clock.today === of.day)
      .map((section) => ({
        ...section,
        changes: changesSince(section.duties.figures, was[section.clock.round.data.round]),
      }))
      .filter(({ clock, duties, changes }) => {
        const progress = { finished: duties.isDone, declined: false } as const;
        if (of.kind === 'byHand') return !isEmpty('head', { ...progress, since: 'first' });
        return !isEmpty(of.kind, {
          ...progress,
          since: sinceLast(clock, { since, changes: changes.length }),
        });
      });
    const [first] = told;
    if (first === undefined) return null;
    const soonest = told.reduce((a, b) => (b.clock.closesAt < a.clock.closesAt ? b : a)).clock;
    const isLast = told.some(({ clock }) => isLastCall(clock));
    const missingCount = told.reduce((sum, { duties }) => sum + duties.missing.length, 0);
    const waiting = told.reduce((sum, { duties }) => sum + duties.waiting.length, 0);
    const collectives = told.filter(({ duties }) => duties.collective !== null && isMissing(duties.collective)).length;
    const left = leftWords(texts, { missing: missingCount, waiting, collectives });
    const asked = {
      since,
      names: Math.floor(namesShown / told.length),
      isOneOfMany: list.length > 1,
      canReview: isHead(person.data) || (await actsForSome(turn, person, told)),
    };
    const view = {
      unitName: soonest.plan.unit.name,
      post: addressing(turn, texts, person.data).post,
      departmentName: first.duties.department.name,
      asOf: texts.t('words.at', { at: soonest.now }),
      chip: daysLeftWords(texts, soonest),
      isLast,
      lastDay: formatDate(soonest.closesAt),
      left,
      rounds: await Promise.all(
        told.map(async (section) =>
          sectionView(texts, { ...section, duties: await named(turn, section.duties) }, asked),
        ),
      ),
    };
    const summary = texts.t('summaries.reminders.head', { left });
    // For the next list to compare with.
    const said = { department: first.duties.department.id, said: writeFigures(list) };
    return { card: headCard(texts, view, banner), summary, said };
  },
});

/** A deputy who acts in the head's place today. */
async function actsForSome(turn: Turn, person: Loaded<Person>, told: readonly HeadSection[]): Promise<boolean> {
  for (const { clock } of told)
    if ((await reviewersActedFor(turn, clock.round.data.round, asActor(person))).length > 0) return true;
  return false;
}

interface Asked {
  readonly since: string;
  readonly names: number;
  readonly isOneOfMany: boolean;
  /** Of several deputies one acts in the head's place; the others are told what waits. */
  readonly canReview: boolean;
}

/** Two of one name are told apart. */
async function named(turn: Turn, duties: HeadDuties): Promise<HeadDuties> {
  const [missing, waiting] = await Promise.all([rowsApart(turn, duties.missing), rowsApart(turn, duties.waiting)]);
  return { ...duties, missing, waiting };
}

function sectionView(
  texts: Texts,
  { clock, duties, changes }: HeadSection & { readonly changes: readonly Change[] },
  { since, names, isOneOfMany, canReview }: Asked,
) {
  const { department, missing, collective, waiting } = duties;
  const line = (label: string, figure: string, bar: ReturnType<typeof shareOf>) => ({
    label: texts.t(`words.reminders.figure.${label}`),
    figure,
    ...bar,
  });
  const noBar = shareOf(0, 0);
  const figures = [
    line(
      'finished',
      ratioWords(texts, department.finished, department.required),
      shareOf(department.finished, department.required),
    ),
    line('sent', ratioWords(texts, department.sent, department.asks), shareOf(department.sent, department.asks)),
    ...(collective === null ? [] : [line('collective', texts.t(`words.reminders.collective.${collective}`), noBar)]),
    line('declines', String(department.declined), noBar),
    line('onLeave', String(department.onLeave), noBar),
  ];
  const more = (all: readonly unknown[], key: string): string =>
    all.length > names ? texts.t(`words.reminders.${key}`, { n: all.length - names }) : '';
  const changed = changeWords(texts, changes);
  return {
    name: isOneOfMany ? roundName(clock.plan, clock.round) : '',
    hasName: isOneOfMany,
    figures,
    whole: wholeWords(texts, department),
    changes: since === '' ? '' : texts.t('words.reminders.headChange', { on: formatIsoDate(since), changed }),
    hasChanges: since !== '',
    waitingHeading: texts.t('words.reminders.headWaiting', { n: waiting.length }),
    hasWaiting: waiting.length > 0,
    waiting: waiting.slice(0, names).map(({ name, since: from }) => ({
      name,
      what: texts.t('words.reminders.waitsSince', { since: formatDate(from), days: daysWaited(clock, from) }),
    })),
    moreWaiting: more(waiting, 'moreWaiting'),
    missingHeading: texts.t('words.reminders.headMissing', { n: missing.length }),
    hasMissing: missing.length > 0,
    missing: missing.slice(0, names).map((row) => ({ name: row.name, what: lacking(texts, row) })),
    moreMissing: more(missing, 'morePeople'),
    isDone: duties.isDone,
    canReview: canReview && waiting.length > 0,
    collectiveOpen: collective !== null && isMissing(collective),
    round: clock.round.data.round,
    department: department.id,
  };
}

const lacking = (texts: Texts, { standing, completed, asked }: PersonProgress): string =>
  texts.t(`words.reminders.standing.${standing}`, { completed, asked });
