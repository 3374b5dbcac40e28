import type { Turn } from '../../pipeline/turn.ts';
import { type CouncilSession, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import type { Nomination } from '../../records/nomination.ts';
import { reconsiderationRecord } from '../../records/reconsideration.ts';
import type { Loaded } from '../../records/record.ts';

/**
 * The meeting whose finding on a dossier was told and then taken back, so that the council looks again; undefined when there was none.
 * Who asked for it, and why, is between the director and the council.
 */
export async function lookedAtAgain(
  turn: Turn,
  { id, data }: Loaded<Nomination>,
): Promise<Loaded<CouncilSession> | undefined> {
  if (data.state !== 'accepted' && data.state !== 'tabled') return undefined;
  const again = await turn.list(reconsiderationRecord, byRound(data.round));
  const last = again
    .filter((each) => each.data.nomination === id)
    .sort((a, b) => (a.data.at < b.data.at ? -1 : 1))
    .at(-1);
  const session = last && (await turn.get(sessionRecord, last.data.finding.session));
  return session?.data.state === 'closed' ? session : undefined;
}
