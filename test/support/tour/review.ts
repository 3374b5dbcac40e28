import { nominationId } from '../../../src/records/nomination.ts';
import { dept, person } from '../office.ts';
import { sent } from './dossiers.ts';
import { leave } from './leave.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const of = (key: string): string => nominationId(round, person(key));
const reason = 'Đề nghị bổ sung số liệu kết nối việc làm của quý III và văn bản xác nhận của đơn vị phối hợp.';

/** A head proposes, agrees, disagrees and returns; some are left too long. */
export async function opinions(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-11-05T08:30:00');
  const head = 'adviceHead';
  const queue = await tour.say(head, 'xác nhận');
  const people = await tour.press(head, queue, { verb: 'review.people' });
  await tour.click(head, 'review.people', { round, query: 'không có ai' });
  const form = await tour.press(head, people, { verb: 'nomination.propose', pick: { person: person('hniê') } });
  await tour.refusePress(head, form, { verb: 'nomination.propose', typed: { level: 'unit', reason: '' } });
  await tour.press(head, form, {
    verb: 'nomination.propose',
    typed: { level: 'unit', reason: 'Kết nối việc làm cho 215 lao động là người dân tộc thiểu số.' },
  });
  await tour.messages();
  await tour.say('hniê', 'việc của tôi');
  const asked = await tour.message('hniê', 'nomination.proposed');
  await tour.press('hniê', asked, { verb: 'nomination.consent', pick: { answer: 'yes' } });
  await tour.messages();
  await tour.open(head, 'review.proposal', { nomination: of('hniê') });

  for (const key of ['hniê', 'adviceDeputy', ...Array.from({ length: 10 }, (_, i) => `crowd000${i}`)])
    await sent(tour, key);
  office.set('2026-11-06T09:00:00');
  await tour.messages();
  await leave(tour);
  await tour.say(head, 'việc của tôi');
  await movedBefore(tour);
  const waiting = await tour.say(head, 'xác nhận');
  await tour.click(head, 'review.queue', { round, page: '2' });
  const dossier = await tour.press(head, waiting, { verb: 'review.open', pick: { nomination: of('an') } });
  await tour.press(head, dossier, { verb: 'review.criterion' });
  await tour.click(head, 'review.criterion', { nomination: of('an'), criterion: '', page: '1' });
  await tour.click(head, 'review.agree', { nomination: of('an'), rev: revIn(dossier) });
  await tour.press(head, dossier, { verb: 'review.agree' });
  const other = await tour.click(head, 'review.open', { nomination: of('hniê') });
  const back = await tour.press(head, other, { verb: 'review.return' });
  await tour.refusePress(head, back, { verb: 'review.return', typed: { reason: ' ' } });
  await tour.press(head, back, { verb: 'review.return', typed: { reason } });
  const third = await tour.click(head, 'review.open', { nomination: of('adviceDeputy') });
  const no = await tour.press(head, third, { verb: 'review.disagree' });
  await tour.press(head, no, { verb: 'review.disagree', typed: { reason } });
  await tour.refusePress(head, third, { verb: 'review.agree', typed: { confirm: 'yes' } });
  for (const key of ['crowd0000', 'crowd0001', 'crowd0002']) {
    const one = await tour.office.as(head).click('review.open', { nomination: of(key) });
    const form = await tour.office.as(head).click('review.agree', { nomination: of(key), rev: revIn(one.card) });
    await tour.office.as(head).click('review.agree', { nomination: of(key), rev: revIn(form.card), confirm: 'yes' });
  }
  await tour.messages();
  await tour.open('hniê', 'review.returned', { nomination: of('hniê') });
  await tour.say('hniê', 'hồ sơ');
  await tour.click(head, 'review.queue', { round, list: 'handled' });
  await tour.open('an', 'review.opinion', { nomination: of('an') });
  await tour.say('an', 'hồ sơ');
  office.set('2026-11-09T08:30:00');
  await tour.messages();
  await tour.message(head, 'review.dueSoon');
  // The head is away for two days, and the deputy is there on the first.
  office.set('2026-11-10T08:30:00');
  await tour.say('adviceDeputy', 'xác nhận');
  await tour.click('adviceDeputy', 'review.next', { round });
  office.set('2026-11-11T08:30:00');
  await tour.open('director', 'review.away', { round, reviewer: person(head) });
  office.set('2026-11-12T08:00:00');
  await tour.messages();
  await tour.click(head, 'review.queue', { round, list: 'overdue' });
  await tour.open(head, 'review.dossier', { nomination: of('crowd0005') });
  await tour.say('director', 'xác nhận');
}

/** One went to another department before sending: the former head says something of the time there, and the head now reads it. */
async function movedBefore(tour: Tour): Promise<void> {
  const who = 'crowd0014';
  const move = await tour.click('office', 'roster.move', { person: person(who) });
  const typed = { belongsTo: dept('insurance') };
  const sure = await tour.press('office', move, { verb: 'roster.transfer', typed });
  await tour.press('office', sure, { verb: 'roster.transfer' });
  await sent(tour, who);
  await tour.messages();
  const asks = await tour.message('adviceHead', 'former.request');
  await tour.open('insuranceHead', 'review.dossier', { nomination: of(who) });
  await tour.refusePress('adviceHead', asks, { verb: 'former.say', typed: { reason: ' ' } });
  await tour.press('adviceHead', asks, {
    verb: 'former.say',
    typed: { reason: 'Hoàn thành xuất sắc nhiệm vụ trong 10 tháng công tác tại phòng.' },
  });
  await tour.open('insuranceHead', 'review.dossier', { nomination: of(who) });
}

const revIn = (card: unknown): string => JSON.stringify(card).match(/"rev":"?(\d+)/)?.[1] ?? '';
