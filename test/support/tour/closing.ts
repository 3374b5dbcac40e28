import { dept, person } from '../office.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const reason = 'Mất kết nối mạng toàn cơ quan từ 14 giờ ngày 30/11/2026, nhiều tập thể, cá nhân không gửi được hồ sơ.';

/** The day on which the round was planned to open has passed. */
export async function notOpened(tour: Tour): Promise<void> {
  await tour.open('office', 'closing.toOpen');
}

/** After the deadline: what the office is told, one dossier opened again, more time for everyone, and the second closing. */
export async function moreTime(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-12-01T10:00:00');
  await tour.click('office', 'round.report', { round });
  await tour.channel('office', 'closing.report', { round });
  const late = await tour.click('office', 'intake.find', { round });
  const own = { nomination: `nomination:${round}:${person('crowd0012')}` };
  await tour.open('crowd0012', 'closing.lapsed', own);
  await tour.open('adviceHead', 'closing.department', { round, department: dept('advice') });
  const form = await tour.press('office', late, { verb: 'intake.late', pick: own });
  await tour.refusePress('office', form, { verb: 'intake.reopen', typed: { reason: '' } });
  await tour.press('office', form, { verb: 'intake.reopen', typed: { reason: 'Điều trị nội trú dài ngày.' } });
  await tour.messages();
  await tour.click('crowd0012', 'dossier.show', { round });

  const card = await tour.click('office', 'round.show', { round });
  const grace = await tour.press('office', card, { verb: 'round.grace' });
  await tour.refusePress('office', grace, { verb: 'round.grace', typed: { day: '2026-11-30', time: '17:00', reason } });
  const typed = { day: '2026-12-02', time: '17:00', reason };
  const confirm = await tour.press('office', grace, { verb: 'round.grace', typed });
  await tour.press('office', confirm, { verb: 'round.grace', pick: { step: 'yes' } });
  await tour.messages();
  for (const who of ['crowd0012', 'adviceHead', 'office']) await tour.say(who, 'việc của tôi');
  await tour.channel('office', 'round.show', { round });
  office.set('2026-12-02T17:03:00');
  await tour.messages();
  for (const who of ['crowd0012', 'adviceHead', 'office']) await tour.say(who, 'việc của tôi');
  await tour.say('office', 'tiến độ');
}
