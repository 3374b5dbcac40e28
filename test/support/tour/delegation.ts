import { dept, person } from '../office.ts';
import type { Tour } from './open-tour.ts';

/** The director's assignments: of a head, of the council's secretary, one to come, one that ends. */
export async function delegation(tour: Tour): Promise<void> {
  const post = `head|${dept('advice')}|${person('adviceHead')}`;
  const list = await tour.say('office', 'phân công');
  const form = await tour.press('office', list, { verb: 'delegate.new' });
  await tour.refusePress('office', form, { verb: 'delegate.assign', typed: { number: '15/QĐ-DVVLKH', until: 'mai' } });
  const pick = await tour.press('office', form, { verb: 'delegate.assign', typed: { post, name: 'thi' } });
  await tour.press('office', pick, { verb: 'delegate.new' });
  const paper = { until: '2027-01-05', number: '15/QĐ-DVVLKH', issuedOn: '2026-12-10' };
  const typed = { post, name: 'adviceDeputy@example.vn', ...paper };
  const confirm = await tour.press('office', form, { verb: 'delegate.assign', typed });
  await tour.press('office', confirm, { verb: 'delegate.assign' });
  await tour.messages();
  const other = await tour.press('director', await tour.say('director', 'phân công'), { verb: 'delegate.new' });
  const secretary = { post: `councilSecretary||${person('secretary')}`, name: 'office@example.vn', from: '2027-02-01' };
  const second = await tour.press('director', other, { verb: 'delegate.assign', typed: secretary });
  const both = await tour.press('director', second, { verb: 'delegate.assign' });
  await tour.messages();
  const end = await tour.press('director', both, { verb: 'delegate.end' });
  await tour.press('director', end, { verb: 'delegate.end' });
  await tour.messages();
  await tour.refuse('an', 'delegate.show');
  await tour.say('office', 'phân công');
}
