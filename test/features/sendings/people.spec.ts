import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import { whyOf } from '../../../src/features/sendings/why.ts';
import { create, replace } from '../../../src/ports/documents.ts';
import { type Delivery, deliveryRecord } from '../../../src/records/message.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { launch } from '../campaign/launching.ts';
import { deliveriesOf, personOf, sentLaunch } from './a-sending.ts';

/** So many more of one department, none of whom has the app; the name says in which order they come. */
async function crowd(office: Office, count: number): Promise<void> {
  const { data } = await personOf(office, 'an');
  const given = ['Ước', 'Ánh', 'Đào', 'Dung', 'Ý', 'An', 'Ân', 'Bình'];
  for (let i = 0; i < count; i += 50) {
    const some = Array.from({ length: Math.min(50, count - i) }, (_, j) => i + j);
    await office.store.commit(
      scope.unit,
      some.map((n) => {
        const id = person(`crowd${String(n).padStart(5, '0')}`);
        const fullName = `Nguyễn ${n} ${given[n % given.length]}`;
        return create(personRecord, scope, id, { ...data, fullName, aadObjectId: id, departmentId: dept('advice') });
      }),
    );
  }
}

/** As the sender leaves everybody who has not installed the app. */
async function noneInstalled(office: Office, spread: string): Promise<void> {
  const all = await deliveriesOf(office, spread);
  for (let i = 0; i < all.length; i += 50) {
    const changes = all
      .slice(i, i + 50)
      .map((one) => replace(deliveryRecord, one, { ...one.data, state: 'unreachable', reason: 'not-installed' }));
    await office.store.commit(scope.unit, changes);
  }
}

const namesOn = (card: unknown): string[] =>
  textOf(card)
    .split('\n')
    .filter((line) => /^Nguyễn \d+ /.test(line));

/** Presses "Trang sau" to the end. @returns the names of each page */
async function everyPage(office: Office, data: unknown): Promise<string[][]> {
  const pages: string[][] = [];
  for (let asked = data; ; ) {
    const { card } = await office.as('office').click('sending.people', asked);
    pages.push(namesOn(card));
    const next = actionsOf(card).find(({ title }) => title === 'Trang sau');
    if (next === undefined) return pages;
    asked = next.data;
  }
}
const givenOf = (name: string): string => name.split(' ').at(-1) ?? '';
const inOrder = ['An', 'Ánh', 'Ân', 'Bình', 'Dung', 'Đào', 'Ước', 'Ý'];
const assertSorted = (names: readonly string[]): void => {
  const places = names.map((name) => inOrder.indexOf(givenOf(name)));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
};

describe('đối soát: names', () => {
  it('has those who need something first, within that by given name', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { text } = await office.as('office').click('sending.people', { spread, department: dept('insurance') });
    const order = ['Võ Thị Ý', 'Lý Ơn', 'Phương Thảo Nguyên'].map((name) => text.indexOf(name));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.ok(order.every((place) => place >= 0));
  });

  it('says of each when it came and what was done, or why it did not come', async () => {
    const office = await openOffice();
    const spread = await sentLaunch(office);
    const { text } = await office.as('office').click('sending.people', { spread });
    for (const line of [
      /Nguyễn Văn An \(an\)\nChuyên viên · Phòng Tư vấn – Giới thiệu việc làm\nĐã chặn ứng dụng\nChưa kết nối/,
      /Chưa cài ứng dụng trong Teams/,
      /H'Hen Niê\n.*\nĐã gỡ ứng dụng khỏi Teams/,
      /Võ Thị Ý\n.*\nNội dung tin vượt giới hạn của Teams \(413\)\nLỗi/,
      /Trịnh Thị Ẩn\n.*\nTeams không trả lời khi đang gửi \(ETIMEDOUT\)\nChưa rõ/,
      /Lê Thị Thu Hà\n.*\nGửi lúc 09:01 ngày 02\/11\/2026; có thể đã nhận hai lần/,
      /Lê Thị Ngọc Ánh\n.*\nGửi lúc 09:01 ngày 02\/11\/2026; thao tác lúc 10:30 ngày 02\/11\/2026\nĐã thao tác/,
    ])
      assert.match(text, line);
  });

  it('lists 300 of a department wholly by given name, fifteen a page, forwards and back', async function () {
    this.timeout(10_000);
    const office = await openOffice();
    await crowd(office, 290);
    const spread = await launch(office);
    await office.runDue();
    await noneInstalled(office, spread);
    const pages = await everyPage(office, { spread, department: dept('advice') });
    assert.equal(pages.length, 20);
    assert.equal(new Set(pages.flat()).size, 290);
    assertSorted(pages.flat());
    const last = await office.as('office').click('sending.people', { spread, department: dept('advice'), page: '19' });
    const back = actionsOf(last.card).find(({ title }) => title === 'Trang trước');
    assert.deepEqual(namesOn((await office.as('office').click('sending.people', back?.data)).card), pages[18]);
    assert.match(last.text, /286–295 trên 295 người/);
  });

  it('goes through 3,000 of a department a page at a time, reading no more than it shows', async function () {
    this.timeout(20_000);
    const office = await openOffice();
    await crowd(office, 3_000);
    const spread = await launch(office);
    await office.runDue();
    await noneInstalled(office, spread);
    const all = await office.as('office').click('sending.people', { spread, department: dept('advice') });
    assert.match(all.text, /Chưa kết nối được\n3005/);
    assert.deepEqual(namesOn(all.card), []);
    const chosen = actionsOf(all.card).find(({ data }) => data.outcome === 'unreachable');
    const first = await office.as('office').click('sending.people', chosen?.data);
    assert.match(first.text, /1–15 trên 3005 người/);
    assert.match(first.text, /tên được xếp theo vần trong từng trang/);
    assertSorted(namesOn(first.card));
    let read = 0;
    const query = office.store.query.bind(office.store);
    office.store.query = async (asked) => {
      const found = await query(asked);
      if (asked.type === 'delivery' || asked.type === 'person') read += found.items.length;
      return found;
    };
    const next = actionsOf(first.card).find(({ title }) => title === 'Trang sau');
    const second = await office.as('office').click('sending.people', next?.data);
    assert.match(second.text, /16–30 trên 3005 người/);
    assert.ok(read <= 15, `${read} read`);
    const seen = [...namesOn(first.card), ...namesOn(second.card)];
    assert.equal(new Set(seen).size, seen.length);
    const top = actionsOf(second.card).find(({ title }) => title === 'Về đầu danh sách');
    assert.deepEqual(namesOn((await office.as('office').click('sending.people', top?.data)).card), namesOn(first.card));
  });
});

describe('why a message stands as it does', () => {
  const vi = texts('vi');
  const words = (state: Delivery['state'], reason: string): string => whyOf(vi, { state, reason } as Delivery, false);
  const table: readonly (readonly [Delivery['state'], string, RegExp])[] = [
    ['unreachable', 'not-installed', /Chưa cài/],
    ['unreachable', 'uninstalled', /Đã gỡ/],
    ['unreachable', '403 BotNotInConversationRoster', /Đã gỡ/],
    ['unreachable', '403 ConversationBlockedByUser', /Đã chặn/],
    ['unreachable', '403 NotEnoughPermissions', /không cho gửi đến người này \(403 NotEnoughPermissions\)/],
    ['unreachable', '404 ConversationNotFound', /không còn/],
    ['refused', 'page-failed', /không dựng được/],
    ['refused', '400 BadArgument', /không nhận tin \(400/],
    ['refused', '413', /vượt giới hạn/],
    ['ambiguous', 'interrupted', /dừng đúng lúc đang gửi/],
    ['ambiguous', '504', /không trả lời khi đang gửi \(504\)/],
    ['pending', '429', /gửi chậm lại/],
    ['pending', '', /^$/],
    ['sent', '', /^$/],
    ['expired', '', /Quá thời hạn/],
    ['superseded', '', /không còn cần/],
    ['superseded', 'cancelled', /Đã hủy trước khi gửi/],
    ['superseded', 'merged', /Đã gộp/],
    ['unreachable', 'something new', /^something new$/],
  ];
  for (const [state, reason, expected] of table)
    it(`${state}, “${reason}”`, () => assert.match(words(state, reason), expected));

  it('never repeats a long word of the service', () => {
    assert.ok(words('unreachable', 'x'.repeat(500)).length < 100);
  });
});
