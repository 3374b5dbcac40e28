import { ratioHundredths, voteBase } from '../../domain/council/council.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { sessionRecord } from '../../records/council.ts';

/** "7/9 (77,78%)": who voted for the candidate, of whom, by the meeting's own rules; empty where nothing was found. */
export async function votesOf(turn: Turn, { nomination }: Nominee): Promise<string> {
  const { council } = nomination.data;
  const session = council === null ? undefined : await turn.get(sessionRecord, council.session);
  if (council === null || session === undefined) return '';
  const base = voteBase(session.data.rules, session.data);
  return shareOf(council.agree, base);
}

export function shareOf(agree: number, base: number): string {
  const hundredths = ratioHundredths(agree, base);
  return `${agree}/${base} (${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}%)`;
}
