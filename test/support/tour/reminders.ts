import type { Tour } from './open-tour.ts';

const round = 'annual-2026';

/** The calendar's waves up to the last day, the office's own, and how one stops being reminded. */
export async function reminders(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-11-18T10:00:00');
  const board = await tour.say('office', 'đôn đốc');
  const departments = await tour.press('office', board, { verb: 'remind.department' });
  const ofAdvice = { department: 'department:advice' };
  const advice = await tour.press('office', departments, { verb: 'remind.department', pick: ofAdvice });
  const one = await tour.press('office', advice, { verb: 'remind.now', pick: { audience: 'person' } });
  await tour.press('office', one, { verb: 'remind.now' });
  await tour.messages();
  const department = await tour.press('office', advice, { verb: 'remind.now', pick: { audience: 'department' } });
  await tour.press('office', department, { verb: 'remind.now' });
  await tour.messages();
  const confirm = await tour.press('office', board, { verb: 'remind.now', pick: { audience: 'staff' } });
  await tour.press('office', confirm, { verb: 'remind.now' });
  await tour.messages();
  await tour.refuse('secretary', 'remind.now', { round, audience: 'staff', formId: 'another', confirm: 'yes' });
  await tour.press('office', await tour.press('office', board, { verb: 'remind.now', pick: { audience: 'heads' } }), {
    verb: 'remind.now',
  });
  await tour.messages();
  office.set('2026-11-20T10:00:00');
  const away = { round, audience: 'person', of: 'person:hniê', formId: 'away', confirm: 'yes' };
  await tour.refuse('office', 'remind.now', away);
  await tour.refuseWords('on', 'đôn đốc');
  await tour.click('on', 'remind.stop', { round });
  await tour.click('on', 'remind.resume', { round });
  for (const day of ['23', '27', '29', '30']) {
    for (const hour of ['08:00', '08:30', '14:00']) {
      office.set(`2026-11-${day}T${hour}:00`);
      await tour.messages();
    }
  }
  office.set('2026-11-30T15:00:00');
  for (const who of ['office', 'adviceHead', 'director']) await tour.say(who, 'tiến độ');
  await tour.click('office', 'progress.show', { round, department: 'department:advice' });
  await tour.click('office', 'progress.show', { round, department: 'department:advice', page: '1' });
  await tour.channel('office', 'progress.show', { round });
  for (const who of ['an', 'on', 'adviceHead', 'office', 'director']) await tour.say(who, 'việc của tôi');
}
