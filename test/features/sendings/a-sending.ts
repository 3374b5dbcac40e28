import type { Answer } from '../../../src/pipeline/answer.ts';
import { decode, list, replace } from '../../../src/ports/documents.ts';
import { type Delivery, deliveryRecord, type Spread, spreadRecord } from '../../../src/records/message.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import type { Loaded } from '../../../src/records/record.ts';
import { actionsOf, type Office, person, scope } from '../../support/office.ts';
import { connect, launch } from '../campaign/launching.ts';

export type Ended = Partial<Pick<Delivery, 'state' | 'reason' | 'doubtful' | 'attempts'>> & { answered?: boolean };

/** Everybody in the cast, as their launch ended. Nine delivered (three of them acted on), one each of the rest. */
const endings: Readonly<Record<string, Ended>> = {
  director: { state: 'sent' },
  vice: { state: 'sent', answered: true },
  officeHead: { state: 'sent', answered: true },
  office: { state: 'sent', doubtful: true, attempts: 2 },
  secretary: { state: 'sent' },
  adviceHead: { state: 'sent', answered: true },
  adviceDeputy: { state: 'ambiguous', doubtful: true, reason: 'ETIMEDOUT' },
  an: { state: 'unreachable', reason: '403 MessageWritesBlocked' },
  an2: { state: 'unreachable', reason: 'not-installed', attempts: 0 },
  hniê: { state: 'unreachable', reason: 'uninstalled' },
  insuranceHead: { state: 'refused', reason: '413' },
  thao: { state: 'superseded', reason: '' },
  on: { state: 'pending', reason: '' },
};

/** As the sender leaves a message at this moment. */
export async function end(office: Office, id: string, ended: Ended): Promise<void> {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  const delivery = decode(deliveryRecord, stored);
  const { answered = false, ...rest } = ended;
  const data: Delivery = {
    ...delivery.data,
    attempts: 1,
    ...rest,
    sentAt: rest.state === 'sent' ? '2026-11-02T02:01:00.000Z' : null,
    answeredAt: answered ? '2026-11-02T03:30:00.000Z' : null,
    activityId: rest.state === 'sent' ? 'm1' : '',
  };
  await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, data)]);
}

export async function deliveriesOf(office: Office, spread: string): Promise<Loaded<Delivery>[]> {
  const where = { field: 'cause', equals: spread };
  return list(office.store, { unit: scope.unit, type: deliveryRecord, where });
}

/** Launched to everyone, each message ended as told. @returns the spread */
export async function sentLaunch(office: Office, ended: Readonly<Record<string, Ended>> = endings): Promise<string> {
  for (const key of ['office', 'secretary', 'director', 'insuranceHead', 'adviceDeputy']) await connect(office, key);
  const spread = await launch(office);
  await office.runDue();
  for (const { id, data } of await deliveriesOf(office, spread)) {
    const how = ended[data.to.replace('person:', '')];
    if (how !== undefined) await end(office, id, how);
  }
  return spread;
}

export async function spreadsOf(office: Office, kind: string): Promise<Loaded<Spread>[]> {
  const all = await list(office.store, { unit: scope.unit, type: spreadRecord });
  return all.filter(({ data }) => data.kind === kind);
}

/** What the confirmation that is shown now would send. */
export async function confirmation(office: Office, spread: string, who = 'office'): Promise<Record<string, unknown>> {
  const { card } = await office.as(who).click('sending.resend', { spread });
  const button = actionsOf(card).find(({ data }) => data.confirm === 'yes');
  if (button === undefined) throw new Error('nothing to confirm');
  return button.data;
}

/** Asks, confirms and lets the repeat be owed. @returns its spread */
export async function resend(office: Office, spread: string, ambiguous = 'false'): Promise<string> {
  const answer: Answer = await office
    .as('office')
    .click('sending.resend', { ...(await confirmation(office, spread)), ambiguous });
  await office.runDue();
  return answer.show.params.spread ?? '';
}

export async function personOf(office: Office, key: string): Promise<Loaded<Person>> {
  const stored = await office.store.get(scope.unit, person(key));
  if (stored === undefined) throw new Error(`no ${key}`);
  return decode(personRecord, stored);
}
