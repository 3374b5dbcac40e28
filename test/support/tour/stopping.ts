import { isCancelled } from '../../../src/delivery/spread/cancelled.ts';
import { load } from '../../../src/ports/documents.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { settle } from '../../features/campaign/launching.ts';
import { scope } from '../office.ts';
import { change, openRecaller } from '../recalling.ts';
import type { Tour } from './open-tour.ts';

const spread = 'spread:roundOpened:round:annual-2026';

/** What was sent to many people is stopped and taken back; from some it cannot be. */
export async function stopping(tour: Tour): Promise<void> {
  const { office } = tour;
  const owed = (await office.owed('round.open')).filter(({ data }) => data.state === 'pending');
  for (const [i, { id, to }] of owed.slice(0, 30).entries()) {
    await settle(office, id, to === 'on' ? 'ambiguous' : i % 9 === 8 ? 'unreachable' : 'sent');
    if (i % 2 === 0) await change(office, id, { activityId: `m${i}` });
  }
  await tour.click('office', 'sending.show', { spread });
  const cancel = await tour.click('office', 'sending.cancel', { spread });
  await tour.press('office', cancel, { verb: 'sending.cancel' });
  await tour.click('secretary', 'sending.cancel', { spread, confirm: 'yes' });
  const recall = await tour.click('office', 'sending.recall', { spread });
  await tour.press('office', recall, { verb: 'sending.recall' });
  await tour.refuse('secretary', 'sending.recall', { spread, confirm: 'yes' });
  await office.runDue();
  const recaller = openRecaller(office);
  recaller.teams.next({ kind: 'gone', reason: '404' }, { kind: 'refused', reason: '400' });
  await recaller.take();
  for (const { id } of owed) {
    const delivery = await load(office.store, scope.unit, deliveryRecord, id);
    if (delivery?.data.state === 'pending' && (await isCancelled(office.store, delivery)))
      await change(office, id, { state: 'superseded', reason: 'cancelled' });
  }
  office.set(office.now.plus({ minutes: 1 }).toISO() ?? '');
  await office.runDue();
  const done = await tour.click('office', 'sending.recalled', { spread, page: '0' });
  await tour.press('office', done, { verb: 'sending.recalled', pick: { page: '1' } });
  await tour.refuse('office', 'sending.recall', { spread: 'spread:none' });
}
