import type { Decision } from '../../records/council.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

/** Whether a decision settled this dossier, and still stands: awarded by it, or declined beside it. */
export const isResultOf = (nomination: Loaded<Nomination>, decision: Loaded<Decision>): boolean =>
  nomination.data.decision === decision.id && ['awarded', 'declined'].includes(nomination.data.state);
