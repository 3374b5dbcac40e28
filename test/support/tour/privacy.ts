import { person } from '../office.ts';
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
}
