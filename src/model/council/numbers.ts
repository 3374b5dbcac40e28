import { isSameNumber } from '../../domain/council/paper-number.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Decision, decisionRecord, sessionRecord, submissionRecord } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { ownLevel } from './decisions.ts';

/** Whose book a number is taken from: the unit's decisions, a parent department's, the unit's submissions, the council's minutes. */
export type Register = 'own' | 'parent' | 'submission' | 'minutes';

export const registerOf = ({ level }: Pick<Decision, 'level'>): Register => (level === ownLevel ? 'own' : 'parent');

interface Paper {
  readonly register: Register;
  readonly number: string;
  /** `yyyy-MM-dd`: a register begins anew each year. */
  readonly on: string;
  /** Records that are, or become, this very paper. */
  readonly except: readonly string[];
}

/** Another paper of the same register and year that bears the number already, in whatever round. */
export async function paperNumbered(
  turn: Turn,
  { register, number, on, except }: Paper,
): Promise<{ number: string; on: string } | undefined> {
  return (await papersIn(turn, register)).find(
    (paper) =>
      paper.number !== '' &&
      !except.includes(paper.id) &&
      paper.on.slice(0, 4) === on.slice(0, 4) &&
      isSameNumber(paper.number, number),
  );
}

async function papersIn(turn: Turn, register: Register): Promise<{ id: string; number: string; on: string }[]> {
  if (register === 'submission')
    return (await turn.list(submissionRecord)).map(({ id, data }) => ({ id, number: data.number, on: data.sentOn }));
  if (register === 'minutes')
    return (await turn.list(sessionRecord)).flatMap(({ id, data: { minutes } }) =>
      minutes === null ? [] : [{ id, number: minutes.number, on: minutes.issuedOn }],
    );
  return (await turn.list(decisionRecord))
    .filter(({ data }) => registerOf(data) === register)
    .map(({ id, data }: Loaded<Decision>) => ({ id, number: data.number, on: data.issuedOn ?? '' }));
}
