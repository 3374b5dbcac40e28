import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

const page = z.string().max(10).default('0');
/** An id as a card carries it; empty = one's own. */
const id = z.string().max(100).default('');

export const personParams = z.strictObject({ person: id });
export const findParams = z.strictObject({ query: z.string().max(200).default(''), page });
export const looksParams = z.strictObject({ round: id, candidate: id, page });

/** What is kept of one person, and why. */
export const privacyShow = pageName('privacy.show', personParams);
export const privacyFind = pageName('privacy.find', findParams);
/** Asked before somebody's data are erased, which is not taken back. */
export const privacyErase = pageName('privacy.erase', personParams);
/** What has become of it. */
export const privacyErasure = pageName('privacy.erasure', personParams);
/** A copy that was made: a workbook, or a folder with the files of evidence beside it. */
export const privacyFile = pageName(
  'privacy.file',
  z.strictObject({ person: z.string(), sha256: z.string(), kind: z.enum(['workbook', 'archive']).default('workbook') }),
);
/** Who has opened the evidence of one dossier. */
export const privacyLooks = pageName('privacy.looks', looksParams);
