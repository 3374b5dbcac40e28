import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import { auditOfSubject, auditRecord } from '../../records/audit.ts';
import { personRecord } from '../../records/person.ts';
import { nameOf } from '../people/people.ts';

/** Who last changed a record and when, as facts for "already done by X at HH:mm"; from the audit, so it holds for every record. */
export async function lastChange(
  turn: Turn,
  subject: string,
): Promise<{ by: string; at: DateTime; actor: string; command: string }> {
  const events = await turn.list(auditRecord, auditOfSubject(subject));
  const last = events.at(-1)?.data;
  if (last === undefined) return { by: turn.plan.unit.name, at: turn.clock.now(), actor: '', command: '' };
  return {
    by: (await turn.get(personRecord, last.actor)) === undefined ? turn.plan.unit.name : await nameOf(turn, last.actor),
    at: DateTime.fromISO(last.at, { zone: turn.plan.zone }),
    actor: last.actor,
    command: last.command,
  };
}
