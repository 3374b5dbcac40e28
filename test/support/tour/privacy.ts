import { decode, replace } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { person, scope } from '../office.ts';
import type { Tour } from './open-tour.ts';

/** Everyone asks what is kept of them, the office what is kept of somebody, and both who has opened the evidence. */
export async function privacy(tour: Tour): Promise<void> {
  const mine = await tour.say('an', 'dữ liệu của tôi');
  await tour.press('an', mine, { verb: 'privacy.looks' });
  const file = await tour.press('an', mine, { verb: 'privacy.export' });
  await tour.press('an', file, { verb: 'privacy.show' });
  await tour.say('on', 'dữ liệu của tôi');
  const find = await tour.say('office', 'dữ liệu cá nhân');
  await tour.press('office', find, { verb: 'privacy.find', typed: { query: 'không có ai' } });
  const found = await tour.press('office', find, { verb: 'privacy.find', typed: { query: 'nguyen' } });
  await tour.press('office', found, { verb: 'privacy.show' });
  const list = await tour.click('office', 'evidence.list', { candidate: person('an') });
  const looks = await tour.press('office', list, { verb: 'privacy.looks' });
  await tour.press('office', looks, { verb: 'evidence.list' });
  await tour.refuse('an', 'privacy.show', { person: person('an2') });
  await tour.refuse('office', 'privacy.erase', { person: person('an') });
  for (const key of ['an', 'an2']) await erased(tour, key);
}

/** Two leave, one of whom has a dossier that is kept, and the office has their data erased. */
async function erased(tour: Tour, key: string): Promise<void> {
  const { store } = tour.office;
  const stored = await store.get(scope.unit, person(key));
  if (stored === undefined) throw new Error(`no ${key}`);
  const one = decode(personRecord, stored);
  await store.commit(scope.unit, [replace(personRecord, one, { ...one.data, status: 'left', statusFrom: null })]);
  const show = await tour.click('office', 'privacy.show', { person: person(key) });
  const ask = await tour.press('office', show, { verb: 'privacy.erase' });
  const going = await tour.press('office', ask, { verb: 'privacy.erase' });
  await tour.office.runDue();
  const done = await tour.press('office', going, { verb: 'privacy.erase' });
  await tour.press('office', done, { verb: 'privacy.show' });
}
