import { DateTime } from 'luxon';
import { auditOf } from '../ports/commit.ts';
import type { FileGrant } from '../ports/files.ts';
import type { Viewer } from '../ports/pages.ts';
import { workbookType } from '../ports/workbook.ts';
import type { AuditEvent } from '../records/audit.ts';
import { auditRecord } from '../records/audit.ts';
import type { Export } from '../records/export.ts';
import type { Turn } from './turn.ts';

interface Asking {
  readonly turn: Turn;
  readonly viewer: Pick<Viewer, 'at' | 'owner'>;
}
/** What was opened, by ids. */
export type Opening = Pick<AuditEvent, 'command' | 'subject'> & { readonly facts: Readonly<Record<string, string>> };

/**
 * That the viewer is shown a file, or the address of one: written in the turn that composes the page, so nothing is shown that is not written
 * down. Composed twice in one turn it is one look.
 */
export function tellOpened({ turn, viewer }: Asking, opening: Opening): void {
  const { facts } = opening;
  const isSame = ({ command, subject, facts: told, actor }: AuditEvent): boolean =>
    actor === viewer.owner &&
    command === opening.command &&
    subject === opening.subject &&
    Object.entries(facts).every(([name, value]) => told[name] === value);
  const staged = turn.store.staged.flatMap((change) => (change.op === 'create' ? [change.doc] : []));
  if (staged.some(({ type, data }) => type === auditRecord.type && isSame(data as AuditEvent))) return;
  turn.ride([auditOf(turn.scope, { at: viewer.at, actor: viewer.owner, ...opening }).change]);
}

/** The address of a file for a viewer who may have it, and that they were given it. The only way to such an address. */
export function fileLink(ask: Asking, grant: FileGrant, opening: Opening): string {
  tellOpened(ask, opening);
  return ask.turn.links.mint(grant);
}

/** When a file was made, as its name says it: files of one name do not overwrite each other where they are saved. */
export const madeAt = ({ plan }: Turn, { at }: Export): string =>
  DateTime.fromISO(at, { zone: plan.zone }).toFormat('dd-MM-yyyy HHmm');

/** The same of a file that was made and is kept for an hour, by default a workbook. */
export function exportLink(
  ask: Asking,
  { subject, sha256 }: Export,
  name: string,
  mediaType: string = workbookType,
): string {
  const grant = { owner: subject, sha256, name, mediaType };
  return fileLink(ask, grant, { command: 'export.open', subject, facts: { file: sha256 } });
}
