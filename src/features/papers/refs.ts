import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';
import { paperKinds } from './written.ts';

/** A paper, and what it is of: the id of a meeting, a submission or a decision, or a round whose dossiers wait to be submitted. */
export const paperFields = { paper: z.enum(paperKinds), of: z.string().max(200) };
export const showFields = { round: z.string().max(40).default('') };

/** The papers of a round that can be made now. */
export const papersShow = pageName('papers.show', z.strictObject(showFields));
/** One that was made. */
export const papersFile = pageName('papers.file', z.strictObject({ ...paperFields, sha256: z.string().max(100) }));
