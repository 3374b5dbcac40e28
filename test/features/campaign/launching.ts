import type { Place } from '../../../src/pipeline/context.ts';
import { create, decode, replace } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { personId, personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, person, scope } from '../../support/office.ts';

export const campaign = 'campaign:khanh-hoa-14-ct-ubnd';

export const channel = (name: string, conversationId = `19:${name}`): Place => ({
  kind: 'channel',
  isPrivate: false,
  conversationId,
  serviceUrl: 'http://127.0.0.1/',
  teamId: '19:team',
  channelName: name,
  botId: '28:bot',
});

/** The key has the app, or had it. */
export async function connect(office: Office, key: string, reason = ''): Promise<void> {
  const owner = person(key);
  await office.store.commit(scope.unit, [
    create(addressRecord, scope, addressId(owner), {
      owner,
      conversationId: `a:${key}`,
      serviceUrl: 'http://127.0.0.1/',
      userId: `29:${key}`,
      botId: '28:bot',
      teamId: '',
      channelName: '',
      reachable: reason === '' ? 'yes' : 'blocked',
      reason,
      at: '2026-11-01T00:00:00.000Z',
    }),
  ]);
}

/** Fresh form of the launch, as its card carries it. */
export async function formOf(office: Office, key = 'office'): Promise<string> {
  const { card } = await office.as(key).say('phát động');
  return String(actionsOf(card).find(({ verb }) => verb === 'announce.launch')?.data.formId);
}

/** @returns what cards call this launch */
export async function launch(office: Office, key = 'office'): Promise<string> {
  const formId = await formOf(office, key);
  await office.as(key).click('announce.launch', { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' });
  return `spread:launch:khanh-hoa-14-ct-ubnd:${formId}`;
}

/** As the sender leaves a delivery. */
export async function settle(office: Office, id: string, state: 'sent' | 'ambiguous' | 'unreachable'): Promise<void> {
  const stored = await office.store.get(scope.unit, id);
  if (stored === undefined) throw new Error(`no ${id}`);
  const delivery = decode(deliveryRecord, stored);
  const sentAt = state === 'sent' ? delivery.data.createdAt : null;
  await office.store.commit(scope.unit, [replace(deliveryRecord, delivery, { ...delivery.data, state, sentAt })]);
}

/** So many more people of one department, none of whom has the app. */
export async function crowd(office: Office, count: number, from = 0): Promise<void> {
  const stored = await office.store.get(scope.unit, person('an'));
  if (stored === undefined) throw new Error('no an');
  const { data } = decode(personRecord, stored);
  for (let i = from; i < from + count; i++) {
    const id = personId(`crowd${String(i).padStart(4, '0')}`);
    const fullName = `Nguyễn Phước Quý Bảo Hoàng Trường Phương Thảo Nguyên ${i}`;
    const title = 'Viên chức phụ trách tư vấn, giới thiệu việc làm và đào tạo nghề';
    await office.store.commit(scope.unit, [
      create(personRecord, scope, id, { ...data, fullName, title, aadObjectId: id, departmentId: dept('advice') }),
    ]);
  }
}
