import { valuesOf } from '../office.ts';
import type { Tour } from './open-tour.ts';

const round = 'annual-2026';

/** Years later the period of the dossiers is over, and what they say is destroyed by a decision. */
export async function retention(tour: Tour): Promise<void> {
  const { office } = tour;
  await tour.click('office', 'retention.show', { round });
  const source = 'Danh mục hồ sơ của Trung tâm, ban hành ngày 02/01/2027';
  const one = await tour.click('office', 'settings.one', { setting: 'keepDossiers' });
  const form = await tour.press('office', one, { verb: 'settings.change' });
  const typed = { ...valuesOf(form), 'value-value': '5', source };
  const confirm = await tour.press('office', form, { verb: 'settings.save', typed });
  await tour.press('office', confirm, { verb: 'settings.save' });
  office.set('2032-01-05T09:00:00');
  await tour.say('office', 'việc của tôi');
  const show = await tour.click('office', 'retention.show', { round });
  await tour.refusePress('office', show, { verb: 'retention.destroy', typed: { number: '', issuedOn: '2032-01-04' } });
  await tour.press('office', show, {
    verb: 'retention.destroy',
    typed: { number: '12/QĐ-DVVL', issuedOn: '2032-01-04' },
  });
  await office.runDue();
  await tour.click('office', 'retention.show', { round });
  await tour.say('crowd0000', 'hồ sơ');
}
