import type { Plan } from '../../domain/plan/plan.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { authorityOf, parentLevel } from '../../model/council/levels.ts';
import { submissionOf, submissionsOf } from '../../model/council/submissions.ts';
import { loadDossier, openUntil } from '../../model/dossier/dossier.ts';
import { lookedAtAgain } from '../../model/dossier/looked-at-again.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Addressing } from '../../model/people/addressee.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** States whose sentence needs to know nothing more. */
const plain = ['onHold', 'withdrawn', 'lapsed'] as const;

interface Of {
  /** In the state that its candidate is told of. */
  readonly nominee: Nominee;
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly to: Addressing;
}

/** Where a dossier without a result stands, for whoever it concerns: nothing is said to be considered that is not. */
export async function underWayWords(
  turn: Turn,
  texts: Texts,
  { nominee, round, plan, to }: Of,
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
  const sent = state === 'forwarded' ? submissionOf(await submissionsOf(turn, key), nomination) : undefined;
  const again = await lookedAtAgain(turn, nomination);
  if (again !== undefined) return { text: say('again', { on: formatIsoDate(again.data.heldOn) }), tone: 'accent' };
  if (sent === undefined) return { text: say('underWay'), tone: 'accent' };
  const { sentOn } = sent.data;
  const authority = authorityOf(plan, await parentLevel(turn, round), sentOn);
  return { text: say('forwarded', { on: formatIsoDate(sentOn), authority }), tone: 'accent' };
}
