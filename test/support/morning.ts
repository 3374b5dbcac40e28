import { morningKind } from '../../src/model/sending/morning.ts';
import { readSections } from '../../src/model/sending/sections.ts';
import type { Shown } from '../../src/ports/pages.ts';
import type { Delivery, PageRef } from '../../src/records/message.ts';

/** What a section of the morning's message is called where tests say who is told what, if not as its page. */
const names: Readonly<Record<string, string>> = {
  'closing.department': 'closing.report',
  'closing.toOpen': 'round.toOpen',
  'intake.queue': 'intake.request',
  'milestones.reminder': 'remind.milestones',
  'reminders.digest': 'remind.digest',
  'reminders.head': 'remind.head',
  'reminders.staff': 'remind.staff',
};

function nameOf({ page, params }: PageRef): string {
  if (page === 'review.queue') return params.list === 'overdue' ? 'review.overdue' : 'review.dueSoon';
  return params.wave?.includes(':leaders:') ? 'remind.leaders' : (names[page] ?? page);
}

/** What a message tells, a name each: its kind, or the sections of the morning's. @param shown as it is composed now, or said when it was sent */
export function toldBy({ kind, show }: Pick<Delivery, 'kind' | 'show'>, shown?: Pick<Shown, 'said'> | null): string[] {
  if (kind.replace(/~\d+$/, '') !== morningKind) return [kind];
  const told = shown === undefined ? show.params.told : shown?.said?.told;
  return readSections(told ?? '').map(nameOf);
}
