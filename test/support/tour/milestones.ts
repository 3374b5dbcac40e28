import { actionsOf } from '../office.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';

/** Dates set after the deadline, reminders to their owners, a tick and its taking back, what is overdue. */
export async function milestones(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-12-01T09:00:00');
  await tour.say('an', 'mốc việc');
  await tour.say('office', 'mốc việc');
  const one = await tour.click('office', 'milestones.open', { round, milestone: 'council' });
  await tour.refusePress('office', one, { verb: 'milestones.date', typed: { on: '2026-01-01' } });
  await tour.refusePress('office', one, { verb: 'milestones.date', typed: { on: '' } });
  await tour.press('office', one, { verb: 'milestones.date', typed: { on: '2026-12-04' } });
  await tour.refusePress('secretary', one, { verb: 'milestones.date', typed: { on: '2026-12-10' } });
  const sheet = await tour.press('office', await tour.say('office', 'mốc việc'), { verb: 'milestones.sheet' });
  const wrong = { 'on-decision': '2026-12-02', 'on-toSo': '2027-12-02', 'on-payment': '2569-12-31' };
  await tour.refusePress('office', sheet, { verb: 'milestones.dates', typed: wrong });
  const dates = {
    'on-qualityRating': '2026-12-02',
    'on-decision': '2026-12-12',
    'on-toSo': '2026-12-10',
    'on-payment': '2026-12-31',
  };
  await tour.press('office', sheet, { verb: 'milestones.dates', typed: dates });
  await tour.refusePress('secretary', sheet, { verb: 'milestones.dates', typed: { 'on-decision': '2026-12-15' } });
  office.set('2026-12-04T08:30:00');
  await tour.messages();
  const today = { day: '2026-12-04' };
  const reminder = await tour.open('secretary', 'milestones.reminder', today);
  const council = await tour.press('secretary', reminder, { verb: 'milestones.open', pick: { milestone: 'council' } });
  const list = await tour.press('secretary', council, { verb: 'milestones.tick' });
  await tour.press('office', list, { verb: 'milestones.open', pick: { milestone: 'council' } });
  await tour.open('director', 'milestones.reminder', today);
  await tour.click('director', 'milestones.open', { round, milestone: 'decision' });
  await tour.refuse('director', 'milestones.tick', { round, milestone: 'toSo', rev: 1, done: 'yes' });
}

/** A head's own milestone, while the meeting can still be recorded. */
export async function meetingMilestone(tour: Tour): Promise<void> {
  const { office } = tour;
  await tour.click('office', 'milestones.date', { round, milestone: 'departmentMeeting', rev: 1, on: '2026-11-24' });
  office.set('2026-11-18T08:30:00');
  await tour.messages();
  const reminder = await tour.open('insuranceHead', 'milestones.reminder', { day: '2026-11-18' });
  const [first] = actionsOf(reminder).filter(({ verb }) => verb === 'milestones.open');
  await tour.click('insuranceHead', 'milestones.open', first?.data);
}
