import { DateTime } from 'luxon';
import { oneCard } from '../../../cards/milestones/one.ts';
import { milestoneDays } from '../../domain/calendar/milestones.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayEditMilestones, mayTickMilestone } from '../../domain/policy/milestone-owners.ts';
import { isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { formatDate } from '../../domain/text/format.ts';
import { nameOf } from '../../model/people/people.ts';
import { canBeTakenBack, milestonePeople, milestonesOf } from '../../model/round/milestones.ts';
import { closesAt, roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { holderWords, ownerWords } from './holder-words.ts';
import { doneWords, milestoneView } from './milestone-view.ts';
import { type ReadMilestone, readMilestone } from './read-milestone.ts';
import { milestonesOne } from './refs.ts';

/** One milestone: for the office the form of its date, for its owner the tick. */
export const milestonePage = definePage({
  name: milestonesOne,
  subject: ({ round }) => roundId(round),
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const found = await readMilestone(turn, params);
    const { round, plan, milestone } = found;
    const people = await milestonePeople(turn, { round, plan, at: viewer.at });
    const isDone = people.standingOf(milestone) === 'done';
    const today = viewer.at.setZone(plan.zone);
    const mayEdit = mayEditMilestones(actor);
    const mayTick = mayTickMilestone(actor, milestone.owner);
    const done = await doneWords(turn, texts, { milestone, plan, people });
    const facts = [
      ['owner', ownerWords(texts, plan, milestone)],
      ['holders', done === '' ? await holderWords(turn, texts, milestone, { people, reader: actor }) : ''],
      ['reminders', isDone ? '' : reminderWords(texts, found, today)],
      ['done', done],
      ['changed', await changedWords(turn, texts, found)],
    ] as const;
    const view = {
      ...milestoneView(texts, milestone, { people, today }),
      round: round.data.round,
      roundName: roundName(plan, round),
      rev: milestone.rev,
      facts: facts
        .filter(([, value]) => value !== '')
        .map(([key, value]) => ({ label: texts.t(`words.milestones.fact.${key}`), value })),
      canDate: mayEdit && !isDone,
      canClear: mayEdit && !isDone && milestone.on !== null,
      dated: typed?.on ?? milestone.on ?? '',
      canTick: mayTick && !isDone,
      canTakeBack: mayTick && canBeTakenBack(people, milestone),
      canRecord:
        milestone.id === 'departmentMeeting' &&
        viewer.at <= closesAt(plan, round.data) &&
        mayRecordMeeting(actor, people.openFor(milestone.id)),
    };
    return { card: oneCard(texts, view, banner), summary: view.name };
  },
});

const mayRecordMeeting = (actor: Actor, open: readonly string[]): boolean =>
  isHeadOrDeputy(actor) && open.includes(actor.departmentId);

/** When the owner and the leaders are still to be told of it, as the plan counts. */
function reminderWords(texts: Texts, { round, plan, milestone }: ReadMilestone, today: DateTime): string {
  const calendar = milestonesOf(round.data, plan).find(({ id }) => id === milestone.id);
  if (calendar === undefined || calendar.on === null) return '';
  const { reminder, escalation } = milestoneDays(plan, calendar);
  const coming = (days: readonly DateTime[]) =>
    days
      .filter((day) => day >= today.startOf('day'))
      .sort((a, b) => a.toMillis() - b.toMillis())
      .map(formatDate)
      .join(', ');
  const [owner, leaders] = [coming(reminder), coming(escalation)];
  return [
    owner === '' ? '' : texts.t('words.milestones.reminders', { days: owner }),
    leaders === '' ? '' : texts.t('words.milestones.escalation', { days: leaders }),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

async function changedWords(turn: Turn, texts: Texts, { milestone, plan }: ReadMilestone): Promise<string> {
  const { changed, done } = milestone;
  // Who ticked it is said already.
  if (changed === null || done !== null) return '';
  const at = texts.t('words.at', { at: DateTime.fromISO(changed.at, { zone: plan.zone }) });
  return texts.t('words.milestones.changed', { by: await nameOf(turn, changed.by), at });
}
