import type { Tone } from '../../../cards/kit/kit.ts';
import { collectiveCard } from '../../../cards/review/collective.ts';
import { meetingCard } from '../../../cards/review/meeting.ts';
import { membersCard } from '../../../cards/review/members.ts';
import { isBeforeDeadline } from '../../domain/calendar/calendar.ts';
import { isMissing, type Standing, standings } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { beginningOf } from '../../domain/text/beginning-of.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { nextStepOf, stepView } from '../../model/dossier/next-step.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { rowsApart } from '../../model/people/names-apart.ts';
import { nameOf, peopleOf } from '../../model/people/people.ts';
import { type DepartmentProgress, progressOf } from '../../model/round/progress.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { DepartmentMeeting } from '../../records/meeting.ts';
import { nominationId } from '../../records/nomination.ts';
import { departmentRound, leadsSome } from './led-department.ts';
import { meetingUntil } from './meeting-until.ts';
import { collectiveMembers, collectiveShow, reviewMeeting } from './refs.ts';
import { momentOf } from './viewing.ts';

const membersPerCard = 12;
const notesShown = 300;

function meetingFacts(texts: Texts, meeting: DepartmentMeeting): { label: string; value: string }[] {
  const value = {
    heldOn: formatIsoDate(meeting.heldOn),
    attendance: texts.t('words.review.attendance', { present: meeting.present, total: meeting.total }),
    chair: meeting.chair,
    secretary: meeting.secretary,
  };
  return Object.entries(value).map(([label, words]) => ({
    label: texts.t(`words.review.fact.${label}`),
    value: words,
  }));
}

/** The whole, and everyone by where they stand. */
const countsOf = (texts: Texts, progress: DepartmentProgress) => [
  { label: texts.t('words.review.people'), value: String(progress.people) },
  ...standings
    .filter((standing) => progress[standing] > 0)
    .map((standing) => ({ label: texts.t(`words.standing.${standing}`), value: String(progress[standing]) })),
];

/** The department as a collective: its dossier, its meeting, and how far its people are. */
const collectivePage = definePage({
  name: collectiveShow,
  subject: ({ round }, viewer) =>
    viewer.person === undefined || round === '' ? '' : nominationId(round, viewer.person.data.departmentId),
  compose: async ({ turn, viewer, texts, params: { round: key }, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !leadsSome(actor)) return null;
    const led = await departmentRound(turn, actor, key);
    const { plan, round, meeting, departmentId } = led;
    const dossier = await loadDossier(turn, round.data.round, departmentId);
    const progress = await progressOf(turn, round, { at: viewer.at, department: departmentId });
    if (progress === undefined) return null;
    const stored = dossier.nomination?.data;
    const state = stored === undefined ? null : await toldState(turn, actor, stored);
    const step = await nextStepOf(turn, dossier, { actor, at: viewer.at });
    const notes = meeting?.data.notes ?? '';
    const view = {
      round: round.data.round,
      candidate: departmentId,
      roundName: roundName(plan, round),
      department: led.departmentName,
      deadline: texts.t('words.review.deadline', { at: openUntil(dossier) }),
      step: stepView(texts, dossier, { step, actor }),
      chip: state === null ? texts.t('words.review.noDossier') : texts.t(`words.state.${state}`),
      tone: collectiveTone(state),
      hasMeeting: plan.settings.departmentMeeting !== 'off',
      canRecordMeeting:
        plan.settings.departmentMeeting !== 'off' && isBeforeDeadline(viewer.at, await meetingUntil(turn, led)),
      meetingLine: await meetingLine(),
      hasMeetingNotes: notes !== '',
      meetingNotes: beginningOf(notes, notesShown),
      sentLine: texts.t('words.review.sentOf', { sent: progress.sent, asks: progress.asks }),
      done: progress.sent,
      left: progress.asks - progress.sent,
      counts: countsOf(texts, progress),
      isHead: isHead(actor),
    };
    return { card: collectiveCard(texts, view, banner), summary: texts.t('summaries.review.collective') };

    async function meetingLine(): Promise<string> {
      if (meeting === undefined) return texts.t(`words.review.noMeeting.${plan.settings.departmentMeeting}`);
      const { data } = meeting;
      return texts.t('words.review.meetingHeld', {
        on: formatIsoDate(data.heldOn),
        present: data.present,
        total: data.total,
        by: await nameOf(turn, data.recorded.by),
        at: momentOf(texts, data.recorded.at, plan.zone),
      });
    }
  },
});

function collectiveTone(state: string | null): Tone {
  if (state === null || state === 'draft') return 'emphasis';
  return state === 'returned' || state === 'lapsed' ? 'warning' : 'accent';
}

const standingTones: Partial<Record<Standing, Tone>> = {
  returned: 'attention',
  waitingOpinion: 'accent',
  waitingIntake: 'accent',
  accepted: 'good',
};
const toneOf = (standing: Standing): Tone => standingTones[standing] ?? (isMissing(standing) ? 'warning' : 'emphasis');

/** Everyone of the department by name: a head may see who has not finished. */
const membersPage = definePage({
  name: collectiveMembers,
  compose: async ({ turn, viewer, texts, params: { round: key, page }, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !leadsSome(actor)) return null;
    const { plan, round, departmentId, departmentName } = await departmentRound(turn, actor, key);
    const progress = await progressOf(turn, round, { at: viewer.at, department: departmentId });
    if (progress === undefined) return null;
    const part = slice(await rowsApart(turn, progress.rows), page, membersPerCard);
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      department: departmentName,
      rows: part.items.map(({ name, standing, completed, asked }) => ({
        name,
        line: texts.t('words.review.completed', { completed, asked }),
        chip: texts.t(`words.standing.${standing}`),
        tone: toneOf(standing),
      })),
      ...pagingView(part),
    };
    return { card: membersCard(texts, view, banner), summary: texts.t('summaries.review.members') };
  },
});

/** The form; after a conflict it also shows what is stored, and saving again then replaces it knowingly. */
const meetingPage = definePage({
  name: reviewMeeting,
  compose: async ({ turn, viewer, texts, params: { round: key }, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !leadsSome(actor)) return null;
    const { plan, round, meeting, departmentId, departmentName } = await departmentRound(turn, actor, key);
    const stored = meeting?.data;
    const usual = await usualMeeting(turn, departmentId, viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'));
    const of = (field: keyof typeof usual): string => typed?.[field] ?? stored?.[field].toString() ?? usual[field];
    const hasStored = stored !== undefined && typed !== undefined;
    const view = {
      round: round.data.round,
      rev: String(meeting?.rev ?? 0),
      roundName: roundName(plan, round),
      department: departmentName,
      hasStored,
      stored: hasStored ? meetingFacts(texts, stored) : [],
      hasStoredNotes: hasStored && stored.notes !== '',
      storedNotes: hasStored ? stored.notes : '',
      heldOn: of('heldOn'),
      present: of('present'),
      total: of('total'),
      chair: of('chair'),
      secretary: of('secretary'),
      notes: of('notes'),
    };
    return { card: meetingCard(texts, view, banner), summary: texts.t('summaries.review.meeting') };
  },
});

/** What most meetings are like: held today, by everyone at work, under the head. Only what was otherwise is typed. */
async function usualMeeting(turn: Turn, departmentId: string, today: string) {
  const people = (await peopleOf(turn, departmentId)).filter(({ data }) => presenceOn(data, today) === 'active');
  const all = String(people.length);
  const chair = people.find(({ data }) => isHead(data))?.data.fullName ?? '';
  return { heldOn: today, present: all, total: all, chair, secretary: '', notes: '' };
}

export const collectivePages: readonly PageDef[] = [collectivePage, membersPage, meetingPage];
