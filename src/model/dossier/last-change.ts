import { DateTime } from 'luxon';
import type { Deps } from '../../pipeline/context.ts';
import { list, load } from '../../ports/documents.ts';
import { auditRecord } from '../../records/audit.ts';
import { personRecord } from '../../records/person.ts';

/** Who last changed a record and when, as facts for "already done by X at HH:mm"; from the audit, so it holds for every record. */
export async function lastChange(
  deps: Pick<Deps, 'store' | 'scope' | 'plan' | 'clock'>,
  subject: string,
): Promise<{ by: string; at: DateTime; actor: string }> {
  const { unit } = deps.scope;
  const events = await list(deps.store, { unit, type: auditRecord, where: { field: 'subject', equals: subject } });
  const last = events.at(-1)?.data;
  if (last === undefined) return { by: deps.plan.unit.name, at: deps.clock.now(), actor: '' };
  const person = await load(deps.store, unit, personRecord, last.actor);
  return {
    by: person?.data.fullName ?? deps.plan.unit.name,
    at: DateTime.fromISO(last.at, { zone: deps.plan.zone }),
    actor: last.actor,
  };
}
