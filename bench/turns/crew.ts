import { mriOf, personalChatIdOf } from '../../sandbox/server/tenant.ts';
import { crowdOf } from '../fanout/crowd.ts';

/** One person of the office, and what their cards showed last. */
export interface Member {
  readonly aadObjectId: string;
  readonly mri: string;
  readonly chatId: string;
  readonly fullName: string;
  /** Which dossier the criterion's card carries; empty before the first answer: the current round's, their own. */
  whose: { readonly round: string; readonly candidate: string };
  /** `at` of the answer that the criterion's card showed. */
  base: string;
  /** How often that criterion was saved. */
  saves: number;
  /** The version that the confirm card showed. */
  rev: string;
}

const inOneDepartment = 50;

/** The crowd with a head in each department, so that dossiers have a reviewer. */
export const rosterRows = (people: number) =>
  crowdOf(people).map((row, i) => (i % inOneDepartment === 1 ? { ...row, roles: 'staff;head' } : row));

/** Those without a post: each may send a dossier of their own. */
export function crewOf(people: number): Member[] {
  return rosterRows(people)
    .filter(({ roles }) => roles === 'staff')
    .map(({ aadObjectId = '', fullName }) => ({
      aadObjectId,
      mri: mriOf(aadObjectId),
      chatId: personalChatIdOf(aadObjectId),
      fullName,
      whose: { round: '', candidate: '' },
      base: '',
      saves: 0,
      rev: '',
    }));
}
