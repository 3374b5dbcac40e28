import assert from 'node:assert/strict';
import { create, list, replace } from '../../../src/ports/documents.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { connect } from '../campaign/launching.ts';
import { deliveriesOf, type Ended, end, personOf, resend, sentLaunch } from './a-sending.ts';

const longName = 'Nguyễn Phước Công Tằng Tôn Nữ Hoàng Trường Phương Thảo Nguyên Huyền Trân';
const longTitle = 'Viên chức phụ trách tư vấn, giới thiệu việc làm, đào tạo nghề và bảo hiểm thất nghiệp';
const longDepartment = 'Phòng Tư vấn, Giới thiệu việc làm, Bảo hiểm thất nghiệp và Thông tin thị trường lao động số';

const ways: readonly Ended[] = [
  { state: 'sent', doubtful: true, attempts: 2, answered: true },
  { state: 'unreachable', reason: '403 NotEnoughPermissions with a long explanation of the service' },
  { state: 'refused', reason: 'page-failed' },
  { state: 'ambiguous', doubtful: true, reason: 'interrupted' },
  { state: 'superseded', reason: '' },
  { state: 'recalled', reason: '' },
  { state: 'pending', reason: '429' },
];

/** Eleven departments and one person without any, long names all, every outcome in each. */
async function worst(locale: 'vi' | 'en'): Promise<{ office: Office; spread: string }> {
  const office = await openOffice();
  const { data } = await personOf(office, 'an');
  for (let d = 0; d < 9; d++) {
    const id = `department:${String(d).padStart(26, '0')}`;
    const name = `${longDepartment} ${d}`;
    await office.store.commit(scope.unit, [
      create(departmentRecord, scope, id, { name, order: 10 + d, isOffice: false, isCollective: true, closedOn: null }),
      ...ways.map((_, i) =>
        create(personRecord, scope, person(`0${d}${i}`.padStart(26, '0')), {
          ...data,
          fullName: `${longName} ${d}${i}`,
          title: longTitle,
          aadObjectId: `aad-${d}-${i}`,
          departmentId: d === 8 && i > 3 ? '' : id,
        }),
      ),
    ]);
  }
  for (const one of await list(office.store, { unit: scope.unit, type: personRecord }))
    await office.store.commit(scope.unit, [replace(personRecord, one, { ...one.data, locale })]);
  const spread = await sentLaunch(office);
  for (const { id, data: of } of await list(office.store, { unit: scope.unit, type: deliveryRecord }))
    if (/^person:0/.test(of.to)) await end(office, id, ways[Number(of.to.at(-1))] ?? {});
  for (const key of ['an', 'adviceHead']) await office.as(key).click('announce.acknowledge', { launch: spread });
  await connect(office, 'an2');
  return { office, spread };
}

for (const locale of ['vi', 'en'] as const) {
  describe(`cards of đối soát at their fullest (${locale})`, () => {
    it('are good cards, every button of which leads somewhere', async function () {
      this.timeout(10_000);
      const { office, spread } = await worst(locale);
      const repeat = await resend(office, spread, 'true');
      for (const { id } of await deliveriesOf(office, repeat))
        await end(office, id, { state: 'ambiguous', reason: '504' });
      const done = new Set<string>();
      const waiting: { verb: string; data: Record<string, unknown> }[] = [
        { verb: 'sending.list', data: { page: '0' } },
      ];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { card, show } = await office.as('office').click(next.verb, next.data);
        assert.equal(card.lang, locale);
        assertGoodCard(card);
        done.add(show.page);
        for (const action of actionsOf(card)) {
          const key = `${action.verb} ${JSON.stringify(action.data)}`;
          const isAct =
            action.data.confirm === 'yes' ||
            !/^sending\.(list|show|departments|people|resend|export)$/.test(action.verb);
          if (isAct || done.has(key)) continue;
          done.add(key);
          waiting.push(action);
        }
      }
      for (const page of ['list', 'show', 'departments', 'people', 'resend', 'file'])
        assert.ok(done.has(`sending.${page}`), page);
    });
  });
}
