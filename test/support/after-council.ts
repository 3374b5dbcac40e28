import assert from 'node:assert/strict';
import { create } from '../../src/ports/documents.ts';
import { sessionRecord } from '../../src/records/council.ts';
import type { Nomination } from '../../src/records/nomination.ts';
import { council, dossier, nomination, openedRound, round, sessionOne } from './before-council.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from './office.ts';

export const decisionOne = `decision:${round}:1`;
export const paper = { number: '05/QĐ-DVVLKH', issuedOn: '2026-12-12' };
export const submission = { number: '21/TTr-DVVLKH', issuedOn: '2026-12-10' };
export const reason = 'Thành tích chưa đáp ứng đầy đủ tiêu chuẩn.';

const found = (level: string): Nomination['council'] => ({
  session: sessionOne,
  level,
  agree: 5,
  disagree: 0,
  note: '',
  outstanding: null,
});
export const recommended = (level = 'unit'): Partial<Nomination> => ({
  state: 'recommended',
  level,
  council: found(level),
});
const notRecommended: Partial<Nomination> = {
  state: 'notRecommended',
  council: { session: sessionOne, level: 'unit', agree: 1, disagree: 4, note: '', outstanding: null },
};

/**
 * A round whose council has closed its meeting: the unit's level for the advice department, its head and An; the parent's for Thảo; the
 * director recommended at the unit's level; Ơn not recommended.
 */
export async function afterCouncil(setup: Parameters<typeof openOffice>[0] = {}): Promise<Office> {
  const office = await openOffice({ now: '2026-12-12T09:00:00', ...setup });
  await openedRound(office);
  const members = council.map(person);
  const session = {
    round,
    number: 1,
    heldOn: '2026-12-03',
    place: 'Phòng họp',
    members,
    present: members,
    notes: '',
    considered: [dept('advice'), ...['adviceHead', 'an', 'thao', 'director', 'on'].map(person)],
    rules: {
      quorum: { numerator: 2, denominator: 3 },
      passPercent: 50,
      passOf: 'total' as const,
      ownCase: 'abstains' as const,
    },
    state: 'closed' as const,
    recorded: { by: person('secretary'), at: '2026-12-03T09:00:00.000Z' },
    minutes: null,
  };
  await office.store.commit(scope.unit, [create(sessionRecord, scope, sessionOne, session)]);
  await dossier(office, dept('advice'), recommended());
  await dossier(office, person('adviceHead'), recommended());
  await dossier(office, person('an'), recommended());
  await dossier(office, person('thao'), recommended('so'));
  await dossier(office, person('director'), recommended());
  await dossier(office, person('on'), notRecommended);
  return office;
}

/** What the confirm card of a verb carries. */
export async function confirmation(office: Office, key: string, verb: string, data: Record<string, unknown>) {
  const { card } = await office.as(key).click(verb, data);
  const action = actionsOf(card).find((a) => a.verb === verb && a.data.confirm === 'yes');
  assert.ok(action, `no confirmation of ${verb}`);
  return action.data;
}

export async function agreed(office: Office): Promise<void> {
  const data = { round, level: 'unit' };
  await office.as('director').click('decide.agree', await confirmation(office, 'director', 'decide.agree', data));
}
export const recording = (more: Record<string, unknown> = {}) => ({
  decision: decisionOne,
  rev: '1',
  ...paper,
  declineReason: reason,
  ...more,
});
export async function recorded(office: Office): Promise<void> {
  await agreed(office);
  await office.as('office').click('decide.record', recording({ issuedOn: office.now.toISODate() }));
}
export async function published(office: Office): Promise<void> {
  await recorded(office);
  const data = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
  await office.as('office').click('publish.results', data);
  await office.runDue();
}
export async function forwarded(office: Office): Promise<void> {
  const data = await confirmation(office, 'office', 'decide.forward', { round });
  await office.as('office').click('decide.forward', { ...data, ...submission });
}
/** An award taken back the whole way: asked for by the office, agreed to by the director, its paper recorded. */
export async function revoked(office: Office, nominationId: string, number = '09/QĐ-DVVLKH'): Promise<string> {
  const decision = await revocationAsked(office, nominationId);
  const agree = await confirmation(office, 'director', 'decide.agreeRevocation', { decision, rev: '1' });
  await office.as('director').click('decide.agreeRevocation', agree);
  const issuedOn = office.now.toISODate();
  await office.as('office').click('decide.record', { decision, rev: '2', number, issuedOn });
  return decision;
}
export async function revocationAsked(office: Office, nominationId: string): Promise<string> {
  const rev = await revOf(office, nominationId);
  const asked = { nomination: nominationId, rev, reason: 'Kê khai không trung thực', confirm: 'yes' };
  const { show } = await office.as('office').click('decide.revoke', asked);
  return show.params.decision ?? '';
}
export async function revOf(office: Office, recordId: string): Promise<string> {
  return String((await office.store.get(scope.unit, recordId))?.doc.rev);
}
export const id = (key: string): string => nomination(person(key));
