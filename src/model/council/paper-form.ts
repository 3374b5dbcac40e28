import type { Bounds } from '../../domain/council/chain.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import type { Typed } from '../../ports/pages.ts';

/** The part of a form that asks for number and date. @param before what is recorded already; a new paper is dated as late as may be */
export function paperForm(
  typed: Typed | undefined,
  { from, to }: Bounds,
  before: { readonly number: string; readonly issuedOn: string | null } = { number: '', issuedOn: null },
) {
  return {
    number: typed?.number ?? before.number,
    issuedOn: typed?.issuedOn ?? before.issuedOn ?? to.on,
    earliest: from.on,
    latest: to.on,
    isTaken: typed?.taken === 'yes',
  };
}

/** The day of the paper as the form says it, by which names, money and law are shown beside it; the latest while none can be read. */
export const dayOf = ({ issuedOn, latest }: { readonly issuedOn: string; readonly latest: string }): string =>
  parseDate(issuedOn) ?? latest;
