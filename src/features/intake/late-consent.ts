import type { Dossier } from '../../model/dossier/dossier.ts';

/** Nothing goes on without the person's consent, and a withdrawn dossier is the candidate's to bring back. */
export function lacksConsent({ nomination, assessment }: Pick<Dossier, 'nomination' | 'assessment'>): boolean {
  if (nomination === undefined) return false;
  const { proposal, state } = nomination.data;
  const wish = assessment?.data.wish;
  // Who refused the head's proposal may have asked by their own wish since.
  const refused = proposal?.consent === 'pending' || (proposal?.consent === 'refused' && wish !== 'asks');
  return refused || wish === 'declines' || state === 'withdrawn';
}
