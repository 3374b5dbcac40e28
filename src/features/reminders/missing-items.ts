import type { DateTime } from 'luxon';
import { answerState } from '../../domain/dossier/criteria.ts';
import { type Dossier, openUntil } from '../../model/dossier/dossier.ts';
import { isReopened } from '../../model/dossier/next-step.ts';
import type { Texts } from '../../ports/texts.ts';

/** What a person's own dossier still lacks, thing by thing, criteria by name. Evidence is never among them: it is asked for "nếu có". */
export function missingItems(texts: Texts, dossier: Dossier): string[] {
  const { assessment, nomination } = dossier;
  const wish = assessment?.data.wish ?? 'undecided';
  const say = (what: string, facts: Record<string, string | DateTime> = {}): string =>
    texts.t(`words.reminders.missing.${what}`, facts);
  const items: string[] = [];
  const returned = nomination?.data.state === 'returned' ? nomination.data.returned : null;
  if (returned !== null) items.push(say(isReopened(dossier) ? 'reopened' : 'returned', { at: openUntil(dossier) }));
  for (const { id, name } of dossier.criteria.filter((criterion) => dossier.missing.includes(criterion.id))) {
    const state = answerState(assessment?.data.answers[id]);
    items.push(say('criterion', { id, name, what: say(`answer.${state}`) }));
  }
  if (wish === 'undecided') items.push(say('wish'));
  if (nomination?.data.proposal?.consent === 'pending') items.push(say('consent'));
  if (wish === 'asks' && returned === null) items.push(say('send'));
  return items;
}
