import type { Card } from '../../../src/ports/messenger.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import { dept, person } from '../office.ts';
import { sent, written } from './dossiers.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const of = (id: string): string => nominationId(round, id);
const reason = 'Thiếu văn bản xác nhận số liệu của đơn vị phối hợp; đề nghị bổ sung và ký lại bản chính.';

/** The office checks, returns, stops, resumes and accepts; after the deadline it takes one in. */
export async function intake(tour: Tour): Promise<void> {
  const { office } = tour;
  office.set('2026-11-30T16:00:00');
  await sent(tour, 'thao', { level: 'so' });
  await written(tour, 'on');
  await office.as('crowd0012').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Đã thực hiện' });
  await office.as('crowd0012').click('nomination.request', { level: 'unit' });
  await sent(tour, 'insuranceHead');
  await office.as('insuranceHead').click('review.queue', { round });
  await tour.say('office', 'tiếp nhận');
  await tour.click('office', 'intake.queue', { round, filter: 'all' });
  await tour.click('office', 'intake.queue', { round, filter: 'all', page: '1' });
  await tour.click('office', 'intake.queue', { round, filter: 'returned' });
  await tour.click('office', 'intake.queue', { round, filter: 'accepted' });
  const dossier = await tour.click('office', 'intake.open', { nomination: of(person('an')) });
  const summary = await tour.press('office', dossier, { verb: 'intake.summarise' });
  await tour.refusePress('office', summary, { verb: 'intake.summarise', typed: { summary: 'từ '.repeat(61) } });
  await tour.refusePress('office', await button(tour, dossier, 'intake.return'), {
    verb: 'intake.return',
    typed: { send: 'yes', reason: '' },
  });
  await tour.press('office', await button(tour, dossier, 'intake.return'), {
    verb: 'intake.return',
    typed: { reason },
  });
  await tour.messages();
  const disagreed = await tour.click('office', 'intake.open', { nomination: of(person('adviceDeputy')) });
  const held = await tour.press('office', await button(tour, disagreed, 'intake.hold'), {
    verb: 'intake.hold',
    typed: { reason: 'Đang xác minh đơn phản ánh.' },
  });
  await tour.messages();
  await tour.say('adviceDeputy', 'hồ sơ');
  await tour.press('office', held, { verb: 'intake.resume' });
  await tour.messages();
  const accepted = await tour.press(
    'office',
    await tour.click('office', 'intake.open', { nomination: of(person('crowd0000')) }),
    { verb: 'intake.accept' },
  );
  await tour.messages();
  await tour.say('crowd0000', 'hồ sơ');
  const original = await tour.press('office', accepted, { verb: 'intake.original' });
  await tour.press('office', original, { verb: 'intake.original', typed: { receivedOn: '2026-11-30' } });
  await tour.press('an', await tour.say('an', 'hồ sơ'), { verb: 'nomination.submit' });
  const originals = await tour.press('office', await tour.say('office', 'tiếp nhận'), { verb: 'intake.originals' });
  const none = { receivedOn: '30/11/2026', dossiers: '' };
  await tour.refusePress('office', originals, { verb: 'intake.originals', typed: none });
  await tour.press('office', originals, {
    verb: 'intake.originals',
    typed: { receivedOn: '30/11/2026', dossiers: person('thao') },
  });

  office.set('2026-12-01T09:00:00');
  await tour.messages();
  await tour.say('on', 'hồ sơ');
  await tour.say('on', 'tự đánh giá');
  await tour.say('on', 'minh chứng');
  await tour.say('office', 'việc của tôi');
  await tour.say('office', 'đôn đốc');
  await tour.say('office', 'tiếp nhận');
  await tour.click('office', 'intake.find', { round, name: 'không có ai' });
  const late = await tour.click('office', 'intake.find', { round });
  const someone = await tour.click('office', 'intake.find', { round, name: 'nguyen' });
  const candidate = person('an2');
  const unbegun = await tour.press('office', someone, { verb: 'intake.extend', pick: { nomination: of(candidate) } });
  await tour.refusePress('office', unbegun, { verb: 'intake.extend', typed: { reason: '', until: '' } });
  await tour.press('office', unbegun, {
    verb: 'intake.extend',
    typed: { reason: 'Điều trị nội trú tại bệnh viện đa khoa tỉnh, có giấy ra viện.', until: '' },
  });
  await tour.open('an2', 'intake.extended', { round, candidate });
  await tour.press('office', late, { verb: 'intake.late', pick: { nomination: of(person('crowd0012')) } });
  const form = await tour.press('office', late, { verb: 'intake.late', pick: { nomination: of(person('on')) } });
  await tour.press('office', form, {
    verb: 'intake.late',
    typed: { reason: 'Đi công tác dài ngày tại cơ sở Cam Lâm.' },
  });
  await tour.messages();
  await tour.say('an2', 'việc của tôi');
  await tour.say('adviceHead', 'tiến độ');
  for (const id of [dept('advice'), person('crowd0001'), person('crowd0002'), person('adviceDeputy')])
    await accept(tour, id);
}

const button = (tour: Tour, card: Card, verb: string): Promise<Card> => tour.press('office', card, { verb });

async function accept(tour: Tour, id: string): Promise<void> {
  const { card } = await tour.office.as('office').click('intake.open', { nomination: of(id) });
  await tour.press('office', card, { verb: 'intake.accept' });
}
