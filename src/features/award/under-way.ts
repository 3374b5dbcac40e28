import { formatIsoDate } from '../../domain/text/format.ts';
import { submissionsOf } from '../../model/council/submissions.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Addressing } from '../../model/people/addressee.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { authorityOf } from './decision-words.ts';
import { parentLevel } from './parent-level.ts';

/** What is said of these without more; every other state has a sentence that needs to know more, or none of its own. */
const plain = ['onHold', 'withdrawn', 'lapsed'] as const;

/** Where a dossier without a result stands, for whoever it concerns: nothing is said to be considered that is not. */
export async function underWayWords(
  turn: Turn,
  texts: Texts,
  { nominee, to }: { readonly nominee: Nominee; readonly to: Addressing },
): Promise<{ text: string; tone: 'accent' | 'emphasis' | 'warning' }> {
  const { nomination, kind, name, id } = nominee;
  const { round: key, state } = nomination.data;
  const say = (what: string, facts = {}): string =>
    texts.t(`words.award.told.${what}.${kind}`, { ...to, name, ...facts });
  if (state === 'returned' || state === 'draft') {
    const until = openUntil(await loadDossier(turn, key, id));
    return { text: say(state, { until }), tone: 'warning' };
  }
  const known = plain.find((one) => one === state);
  if (known !== undefined) return { text: say(known), tone: 'emphasis' };
  // The director's own case goes up whatever level it was proposed for.
  const sent = (await submissionsOf(turn, key)).findLast(({ data }) => data.nominations.includes(nomination.id));
  if (state !== 'forwarded' || sent === undefined) return { text: say('underWay'), tone: 'accent' };
  const { plan, round } = await loadDossier(turn, key, id);
  const { sentOn } = sent.data;
  const authority = authorityOf(plan, await parentLevel(turn, round), sentOn);
  return { text: say('forwarded', { on: formatIsoDate(sentOn), authority }), tone: 'accent' };
}
