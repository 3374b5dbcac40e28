import { Fault } from '../domain/errors.ts';
import { dayOf } from './day-of.ts';
import { readInForce } from './in-force.ts';
import { type Machine, type Office, type OfficeOf, textsOf } from './machine.ts';
import { beginTurn, type Turn, type Who } from './turn.ts';

/** The same turn under the plan that is in force at its instant, with what the office has set in chat: reads one small record. */
export async function inForce(machine: Pick<Machine, 'texts'>, turn: Turn): Promise<Turn> {
  const settings = await readInForce(turn, turn.started);
  const now = settings.on(dayOf(turn));
  return { ...turn, ...now, settings, texts: textsOf(machine, now) };
}

/** A turn in an office, under the plan in force. */
export const openTurn = (machine: Machine, office: Office, who: Who): Promise<Turn> =>
  inForce(machine, beginTurn(machine, office, who));

/**
 * A turn that no person asked for, in the office of a document's unit.
 * @param at by default now
 * @throws Fault UNKNOWN_UNIT when this process does not serve the unit
 */
export async function systemTurn(
  machine: Machine,
  officeOf: OfficeOf,
  unit: string,
  at = machine.clock.now(),
): Promise<Turn> {
  const office = officeOf(unit);
  if (office === undefined) throw new Fault('UNKNOWN_UNIT', `no office of unit ${unit}`);
  return openTurn(machine, office, { at, by: 'system' });
}
