import type { ProgressCounts } from '../../model/round/counts.ts';
import type { Texts } from '../../ports/texts.ts';

/** The figures whose change since the last digest or list is told, in this order. */
const figureNames = [
  'finished',
  'asks',
  'declines',
  'sent',
  'collectives',
  'returned',
  'waitingIntake',
  'accepted',
  'lapsed',
] as const;
export type FigureName = (typeof figureNames)[number];
export type Figures = Readonly<Record<FigureName, number>>;

/** @param collectives dossiers of departments that were sent and not sent back */
export const figuresOf = (
  { finished, asks, declined: declines, sent, returned, waitingIntake, accepted, lapsed }: ProgressCounts,
  collectives: number,
): Figures => ({ finished, asks, declines, sent, collectives, returned, waitingIntake, accepted, lapsed });

export interface Change {
  readonly figure: FigureName;
  readonly by: number;
}

/** @param before as it was reported; undefined = nothing was. What was not reported then has not changed */
export function changesSince(now: Figures, before: Readonly<Record<string, number>> | undefined): Change[] {
  if (before === undefined) return [];
  return figureNames
    .map((figure) => ({ figure, by: now[figure] - (before[figure] ?? now[figure]) }))
    .filter(({ by }) => by !== 0);
}

/** Whether the changes are worth a message: what lapsed is told by the closing's own report, and here only beside something else. */
export const areNews = (changes: readonly Change[]): boolean => changes.some(({ figure }) => figure !== 'lapsed');

/** "12/13"; where there is nothing to count it is said so. */
export const ratioWords = (texts: Texts, part: number, whole: number): string =>
  whole === 0 ? texts.t('words.reminders.noneYet') : `${part}/${whole}`;
