import type { Dossier } from '../../model/dossier/dossier.ts';

/** The inputs of one card that asks for several criteria: `rating-CN1`, `words-CN1` … */
const fields = ['base', 'rating', 'words', 'reason'] as const;
type Field = (typeof fields)[number];
export const sheetInput = /^(base|rating|words|reason)-([A-Za-z0-9-]{1,20})$/;

/** What came for each criterion. */
export function sheetInputs(typed: Readonly<Record<string, string>>): { id: string; of: (field: Field) => string }[] {
  const ids = Object.keys(typed).flatMap((name) => sheetInput.exec(name)?.[2] ?? []);
  return [...new Set(ids)].map((id) => ({ id, of: (field) => typed[`${field}-${id}`] ?? '' }));
}

const mostCriteria = 3;
/** Written text that one card has room for beside three criteria: what a client takes is limited in bytes of UTF-16. */
export const mostLetters = 5_500;

/** Whether one card holds all criteria with what is written. */
export function fitsOneCard({ criteria, assessment }: Dossier): boolean {
  const written = Object.values(assessment?.data.answers ?? {});
  const letters = written.reduce((sum, { words, reason }) => sum + words.length + reason.length, 0);
  return criteria.length <= mostCriteria && letters <= mostLetters;
}
