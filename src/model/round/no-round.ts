import { CodedError } from '../../domain/errors.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { personRecord } from '../../records/person.ts';
import { launchPrepare, roundChoose } from './refs.ts';

/**
 * Why there is no such round, to whoever asks for it. Who opens rounds is not told to wait for one, but led to where that is done.
 * @param why.which none was opened at all, or not the one that was named
 */
export async function noRound(
  turn: Turn,
  { which, isLaunched }: { which: 'any' | 'named'; isLaunched: boolean },
): Promise<CodedError> {
  const me = turn.by === 'system' ? undefined : await turn.get(personRecord, turn.by);
  if (me === undefined || !mayOpenRound(asActor(me))) return new CodedError('NO_ROUND', { which, next: 'wait' });
  return new Refusal('NO_ROUND', {
    facts: { which, next: isLaunched ? 'open' : 'launch' },
    show: isLaunched ? roundChoose.ref({}) : launchPrepare.ref({}),
  });
}
