import { texts } from '../../../../src/adapters/texts/texts.ts';
import type { RosterColumn } from '../../../../src/features/roster/read/roster-columns.ts';
import { rosterRows } from '../../../../src/features/roster/roster-sheet.ts';
import { keepKeys } from '../../../../src/model/people/keep-keys.ts';
import { type Office, openOffice } from '../../../support/office.ts';

export type Row = Partial<Record<RosterColumn, string>>;
const order = ['aadObjectId', 'email', 'fullName', 'department', 'title', 'roles', 'gender', 'startDate'] as const;
const more = ['employmentType', 'status', 'statusFrom', 'statusTo', 'endDate', 'organisations'] as const;
const all: readonly RosterColumn[] = [...order, ...more];

/** A centre whose people are known by their e-mails. */
export async function openCentre(now = '2026-11-16T09:00:00'): Promise<Office> {
  const office = await openOffice({ now });
  await office.run(keepKeys);
  return office;
}

/** The roster as the office would export it; by e-mail, the accounts of this cast being none of Entra's. */
export async function rosterNow(office: Office): Promise<Row[]> {
  const rows = await office.run((turn) => rosterRows(turn, texts('vi')));
  return rows.map((cells) => ({
    ...Object.fromEntries(all.map((column, at) => [column, cells[at] ?? ''])),
    aadObjectId: '',
  }));
}

export const csvOf = (rows: readonly Row[], columns: readonly RosterColumn[] = all): Uint8Array =>
  Buffer.from(
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n'),
  );

/** Sends a roster and has it read. @returns the card of the preview, and its id */
export async function sendRoster(office: Office, bytes: Uint8Array, { by = 'office', name = 'nhan-su.csv' } = {}) {
  const answer = await office.as(by).sends(office.attach(name, bytes));
  const id = answer.show.params.id ?? '';
  await office.runDue();
  const preview = await office.as(by).click('roster.update', { id });
  return { id, preview };
}
