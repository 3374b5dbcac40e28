import type { Want } from '../../domain/dossier/next-step.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { wantsOf } from '../../model/dossier/next-step.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { missingNames } from './criterion.ts';
import { dossierShow } from './refs.ts';

const codes = {
  wish: 'NOT_ASKED',
  consent: 'CONSENT_PENDING',
  criteria: 'DOSSIER_INCOMPLETE',
  scan: 'SCAN_MISSING',
  meeting: 'MEETING_MISSING',
} as const satisfies Record<Want, string>;

/** @throws Refusal NOT_ASKED, CONSENT_PENDING, DOSSIER_INCOMPLETE {missing}, SCAN_MISSING, MEETING_MISSING */
export async function requireReady(turn: Turn, dossier: Dossier): Promise<Loaded<Nomination>> {
  const [want] = await wantsOf(turn, dossier);
  if (want !== undefined) {
    throw new Refusal(codes[want], {
      facts: { missing: missingNames(dossier) },
      show: dossierShow.ref(idsOf(dossier)),
    });
  }
  // `wantsOf` names the wish when there is no nomination.
  if (dossier.nomination === undefined) throw new CodedError('NOT_ASKED');
  return dossier.nomination;
}

/** Changes whenever what is sent changes: state and level, answers, evidence. */
export const versionOf = ({ nomination, assessment, evidence }: Dossier): string =>
  [nomination?.rev ?? 0, assessment?.rev ?? 0, ...evidence.map((e) => `${e.data.criterion}:${e.id.slice(-6)}`)].join(
    '.',
  );
