import { morningKind } from '../../src/model/sending/morning.ts';
import { readSections } from '../../src/model/sending/sections.ts';
import type { Shown } from '../../src/ports/pages.ts';
import type { Delivery } from '../../src/records/message.ts';

/** What a section of the morning's message is called where tests say who is told what. */
const names: Readonly<Record<string, string>> = {
  closing: 'closing.report',
  closingDepartment: 'closing.report',
  opinionsDue: 'review.dueSoon',
  opinionsOfAbsent: 'review.away',
  opinionsMissed: 'review.overdue',
  intake: 'intake.request',
  toOpen: 'round.toOpen',
  lapsed: 'closing.lapsed',
  wentOn: 'review.opinion',
};

/** What a message tells, a name each: its kind, or the sections of the morning's. @param shown as it is composed now, or said when it was sent */
export function toldBy({ kind, show }: Pick<Delivery, 'kind' | 'show'>, shown?: Pick<Shown, 'said'> | null): string[] {
  if (kind.replace(/~\d+$/, '') !== morningKind) return [kind];
  const told = shown === undefined ? show.params.told : shown?.said?.told;
  return readSections(told ?? '').map(({ of, params }) =>
    params.wave?.includes(':leaders:') ? 'remind.leaders' : (names[of] ?? `remind.${of}`),
  );
}
