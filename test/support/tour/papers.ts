import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, person, scope } from '../office.ts';
import { seedCrowd } from '../seed-crowd.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';
const scan = new TextEncoder().encode('%PDF-1.4\n%bản quét\ntrailer<<>>\n%%EOF');

/** Somebody hands in a paper: the office enters it, at first for the wrong person; a head looks for whose paper there is. */
export async function papers(tour: Tour): Promise<void> {
  const { office } = tour;
  await seedCrowd(office, ['paper'], false);
  const stored = await office.store.get(scope.unit, person('paper'));
  assert.ok(stored);
  const whose = decode(personRecord, stored);
  const read = { ...whose.data, locale: tour.locale };
  await office.store.commit(scope.unit, [replace(personRecord, whose, read)]);
  await tour.refuse('an', 'paper.find', { round });
  await tour.say('adviceHead', 'bản giấy');
  await tour.say('office', 'bản giấy không ai tên thế này');
  const found = await tour.click('office', 'paper.find', { round, name: 'n' });
  const last = await tour.click('office', 'paper.find', { round, name: 'n', page: '1' });
  const pick = { candidate: person('paper') };
  assert.ok([found, last].some((card) => actionsOf(card).some(({ verb }) => verb === 'paper.take')));
  const wrong = await tour.click('office', 'paper.take', { round, ...pick });
  await tour.refusePress('office', wrong, { verb: 'paper.take', typed: { receivedOn: '2027-01-01' } });
  const receivedOn = '2026-11-05';
  const begun = await tour.press('office', wrong, { verb: 'paper.take', typed: { receivedOn } });
  await tour.open('paper', 'paper.notice', { round, ...pick });
  const drop = await tour.press('office', begun, { verb: 'paper.drop' });
  await tour.press('office', drop, { verb: 'paper.drop' });
  const form = await tour.click('office', 'paper.take', { round, ...pick });
  const dossier = await tour.press('office', form, { verb: 'paper.take', typed: { receivedOn } });
  const sheet = await tour.press('office', dossier, { verb: 'assess.open' });
  const answers = { 'rating-CN1': 'met', 'words-CN1': 'Đã làm.', 'rating-CN2': 'met', 'words-CN2': 'Đã làm.' };
  await tour.press('office', sheet, {
    verb: 'assess.sheet',
    pick: { goTo: 'send' },
    typed: { ...answers, level: 'unit' },
  });
  await tour.say('office', 'bản giấy');
  await tour.say('office', 'việc của tôi');
  await tour.send('office', office.attach('Phiếu đã ký.pdf', scan));
  const confirm = await tour.click('office', 'nomination.submit', { round, ...pick });
  await tour.press('office', confirm, { verb: 'nomination.submit' });
  await tour.messages();
  await tour.click('office', 'intake.open', { nomination: `nomination:${round}:${person('paper')}` });
}
