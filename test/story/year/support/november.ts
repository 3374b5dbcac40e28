import { openRound, round } from '../../../features/reminders/a-round.ts';
import { assesses, declinesAllBut, milestone } from './acts.ts';
import { type Life, openLife } from './life.ts';

/**
 * November 2026 from Monday 09/11 on. Everyone has said "không đề nghị xét" but these: an sends on 12/11, so the opinion is due on 17/11; thao
 * begins a dossier and does not send it; both heads have done nothing. The office foresees the list for 18/11.
 */
export async function november(): Promise<Life> {
  const life = await openLife({ now: '2026-11-09T07:00' });
  const { office } = life;
  await openRound(office, { milestones: [proposedList] });
  // Now the end of the round is owed too.
  await life.restart();
  await declinesAllBut(office, ['adviceHead', 'an', 'insuranceHead', 'thao']);
  await milestone(office, 'office', round, 'proposedList', '18/11/2026');
  await assesses(office, 'thao');
  await office.as('thao').click('nomination.request', { level: 'unit' });
  return life;
}

const proposedList = {
  id: 'proposedList' as const,
  owner: 'office' as const,
  on: null,
  done: null,
  changed: null,
  rev: 0,
};
