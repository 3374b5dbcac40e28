import { presenceOn } from '../../domain/people/presence.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Person } from '../../records/person.ts';

/** How somebody is there today, since when and until when; and a leave that is to come or is over. @param today `yyyy-MM-dd` in the plan's zone */
export function stateWords(texts: Texts, person: Person, today: string): string {
  const { status, statusFrom, statusTo } = person;
  const now = presenceOn(person, today);
  const word = upperFirst(texts.t(`words.roster.presence.${now}`));
  // Whoever has left by their last day is told of by that day, which is a fact of its own.
  if (status === 'active' || (now === 'left' && status !== 'left')) return word;
  const period = texts.t('words.roster.period', {
    from: statusFrom === null ? '' : formatIsoDate(statusFrom),
    to: status === 'left' || statusTo === null ? '' : formatIsoDate(statusTo),
    hasFrom: String(statusFrom !== null),
    hasTo: String(status !== 'left' && statusTo !== null),
  });
  if (now === status) return `${word}${period}`;
  const tense = statusFrom !== null && statusFrom > today ? 'coming' : 'over';
  return `${word}; ${texts.t(`words.roster.${tense}.${status}`, { period })}`;
}
