import type { Dossier } from '../../model/dossier/dossier.ts';

/** Whether the candidate has written anything, or a dossier is further than a head's proposal. */
export const hasBegun = ({ assessment, evidence, nomination }: Dossier): boolean =>
  assessment !== undefined ||
  evidence.length > 0 ||
  (nomination !== undefined && (nomination.data.state !== 'draft' || nomination.data.proposal === null));
