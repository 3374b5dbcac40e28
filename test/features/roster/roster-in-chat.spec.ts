import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import type { PageRef } from '../../../src/records/message.ts';
import { type Person, personId, personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, everyoneBut, type Office, openOffice, person, scope } from '../../support/office.ts';
import { storeWith } from '../../support/store-with.ts';
import { channel, connect } from '../campaign/launching.ts';
import { change } from '../reminders/a-round.ts';

const noOffice = everyoneBut('office', 'officeHead', 'secretary');
const opened = (card: unknown, verb: string) => actionsOf(card).filter((action) => action.verb === verb);

async function join(office: Office, key: string, more: Partial<Person>): Promise<void> {
  const [like] = (await office.dump('person')).filter(({ id }) => id === person('an2'));
  const data = personRecord.schema.parse(like?.data);
  await office.store.commit(scope.unit, [create(personRecord, scope, personId(key), { ...data, ...more })]);
}

/** Whose records are read in lists so that the office is shown this. */
async function readFor(office: Office, ref: PageRef): Promise<string[]> {
  const read: string[] = [];
  const store = storeWith(office.store, {
    query: async (query) => {
      const page = await office.store.query(query);
      if (query.type === personRecord.type) read.push(...page.items.map(({ doc }) => doc.id));
      return page;
    },
  });
  await office.run(
    async (turn) => {
      const me = await turn.get(personRecord, person('office'));
      assert.ok(me);
      const viewer = { unit: scope.unit, owner: me.id, person: me, locale: 'vi' as const, at: office.now };
      assert.ok(await office.book.compose(turn, ref, { viewer }));
    },
    { store },
  );
  return read;
}

describe('nhân sự', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
  });

  it('shows the office how many there are, by department and state, and how many are not reached', async () => {
    await change(office, 'an', { status: 'onLeave', statusFrom: '2026-11-01', statusTo: '2026-11-16' });
    await change(office, 'on', { status: 'left', statusFrom: '2026-11-16' });
    await change(office, 'thao', { endDate: '2026-11-15' });
    for (const key of ['office', 'an', 'on']) await connect(office, key);
    await connect(office, 'an2', 'uninstalled');
    for (const key of ['office', 'officeHead', 'secretary']) {
      const { card, text, show } = await office.as(key).say('nhan su');
      assert.equal(show.page, 'roster.show');
      assertGoodCard(card);
      assert.match(text, /^13 người trong danh sách/m);
      assert.match(text, /10\nĐang làm việc\n1\nĐang nghỉ chế độ\n2\nĐã nghỉ việc/);
      assert.match(text, /^9 người chưa nhận được tin/m);
      assert.match(text, /Phòng Tư vấn – Giới thiệu việc làm\n5 người\nĐang làm việc 4 · đang nghỉ chế độ 1$/m);
      assert.match(text, /Phòng Bảo hiểm thất nghiệp\n3 người\nĐang làm việc 1 · đã nghỉ việc 2$/m);
      assert.deepEqual(
        opened(card, 'roster.department').map(({ data }) => data.department),
        [dept('lead'), dept('office'), dept('advice'), dept('insurance')],
      );
    }
  });

  it('says so when everybody is reached', async () => {
    for (const key of ['office', ...everyoneBut('office')]) await connect(office, key);
    assert.match((await office.as('office').say('nhân sự')).text, /Tin của trợ lý đến được mọi người/);
  });

  it('reads nobody for the figures but who has left', async () => {
    await change(office, 'on', { status: 'left', statusFrom: '2026-11-16' });
    assert.deepEqual(await readFor(office, { page: 'roster.show', params: {} }), [person('on')]);
  });

  it('lists a department by given name, namesakes told apart, and who left last', async () => {
    await change(office, 'adviceDeputy', { status: 'left', statusFrom: '2026-01-01' });
    await change(office, 'hniê', { status: 'onLeave', statusFrom: '2026-11-01' });
    await connect(office, 'an');
    const { card, text } = await office
      .as('office')
      .click('roster.department', { department: dept('advice'), page: '0' });
    assertGoodCard(card);
    const names = opened(card, 'roster.person').map(({ data }) => data.person);
    assert.deepEqual(names, ['an', 'an2', 'adviceHead', 'hniê', 'adviceDeputy'].map(person));
    assert.match(
      text,
      /Nguyễn Văn An \(an\)\nChuyên viên\nXem[^\n]*\nNguyễn Văn An \(an2\)\nChuyên viên\nChưa cài ứng dụng/,
    );
    assert.match(text, /H'Hen Niê\nChuyên viên\nĐang nghỉ chế độ; Chưa cài ứng dụng/);
    assert.match(text, /Trịnh Thị Ẩn\nChuyên viên\nĐã nghỉ việc\nXem/);
  });

  it('pages 300 people of one department, each once, whatever their names, under the size limit', async () => {
    for (let n = 0; n < 295; n++) {
      const fullName = `Tôn Nữ Hoàng Trường Phương Thảo Nguyên ${String(n).padStart(3, '0')}`;
      await join(office, `x${n}`, {
        fullName,
        title: 'Viên chức phụ trách tư vấn, giới thiệu việc làm và đào tạo nghề',
      });
    }
    const seen: unknown[] = [];
    for (let page = 0; page < 25; page++) {
      const { card } = await office
        .as('office')
        .click('roster.department', { department: dept('advice'), page: String(page) });
      assertGoodCard(card);
      seen.push(...opened(card, 'roster.person').map(({ data }) => data.person));
    }
    assert.equal(seen.length, 300);
    assert.equal(new Set(seen).size, 300);
  });

  it('says that a department has nobody', async () => {
    const data = { name: 'Phòng Mới', order: 9, isOffice: false, isCollective: true, closedOn: null };
    await office.store.commit(scope.unit, [create(departmentRecord, scope, dept('lead').replace('lead', 'new'), data)]);
    assert.match((await office.as('office').say('nhân sự')).text, /Phòng Mới\n0 người/);
    const { card, text } = await office.as('office').click('roster.department', { department: 'department:new' });
    assertGoodCard(card);
    assert.match(text, /chưa có ai/);
  });
});

describe('nhân sự: somebody is looked for', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
  });
  const found = async (query: string) => {
    const { card } = await office.as('office').click('roster.find', { query, page: '0' });
    assertGoodCard(card);
    return opened(card, 'roster.person').map(({ data }) => data.person);
  };

  it('by a part of the name with or without marks, in any case, and by the e-mail', async () => {
    for (const query of ['nguyễn văn', 'NGUYEN VAN', 'nguyễn văn'.normalize('NFD'), '  nguyen   van ', 'guyen va'])
      assert.deepEqual(await found(query), [person('an2'), person('an')], query);
    const only = async (query: string) => (await office.as('office').click('roster.find', { query })).text;
    assert.match(await only("h'hen"), /^Nhân sự\nH'Hen Niê\n[\s\S]*Thư điện tử\nhniê@example.vn/);
    for (const query of ['an2@', 'AN2@example.vn']) assert.match(await only(query), /Thư điện tử\nan2@example.vn/);
  });

  it('across departments by given name, which each row says, and who left last', async () => {
    await change(office, 'vice', { status: 'left', statusFrom: '2026-11-01' });
    const { card, text } = await office.as('office').click('roster.find', { query: 'thi', page: '0' });
    assert.deepEqual(
      opened(card, 'roster.person').map(({ data }) => data.person),
      ['adviceDeputy', 'officeHead', 'office', 'secretary', 'insuranceHead', 'vice'].map(person),
    );
    assert.match(text, /^6 người có “thi”/m);
    assert.match(text, /Lê Thị Ngọc Ánh\nChuyên viên · Ban Giám đốc\nĐã nghỉ việc/);
  });

  it('in words typed in chat: straight to the result, and to the person when it is one', async () => {
    const as = office.as('office');
    assert.deepEqual((await as.say('nhân sự Nguyễn Văn An')).show, {
      page: 'roster.find',
      params: { query: 'Nguyễn Văn An', page: '0' },
    });
    assert.match((await as.say('nhan su: ly on')).text, /Thư điện tử\non@example.vn/);
    const long = await as.say('nhân sự Tôn Nữ Hoàng Trường Phương Thảo Nguyên');
    assert.match(long.text, /Thư điện tử\nthao@example.vn/);
    assert.equal((await as.say('nhân sự')).show.page, 'roster.show');
  });

  it('and is not there', async () => {
    const { card, text, show } = await office.as('office').say('nhân sự Không Có');
    assert.equal(show.page, 'roster.find');
    assertGoodCard(card);
    assert.match(text, /Không có ai có “Không Có” trong họ tên hoặc thư điện tử/);
    assert.deepEqual(opened(card, 'roster.find').length, 1);
  });

  it('with nothing typed leads to all', async () => {
    for (const query of ['', '   ', '\u200b'])
      assert.equal((await office.as('office').click('roster.find', { query })).show.page, 'roster.show');
  });

  it('two of one name and one e-mail are both found, each once', async () => {
    for (const key of ['twin1', 'twin2', 'twin3']) await join(office, key, { fullName: 'Lý Song', email: '' });
    assert.deepEqual(await found('ly song'), ['twin1', 'twin2', 'twin3'].map(person));
  });

  it('among hundreds reads those whom the card shows and nobody else, page by page each once', async () => {
    for (let n = 0; n < 60; n++) await join(office, `x${n}`, { fullName: `Trần Thị ${n}`, email: `x${n}@example.vn` });
    const seen: unknown[] = [];
    for (let page = 0; page < 5; page++) {
      const { card } = await office.as('office').click('roster.find', { query: 'tran thi', page: String(page) });
      assertGoodCard(card);
      const shown = opened(card, 'roster.person').map(({ data }) => data.person);
      assert.equal(shown.length, 12);
      seen.push(...shown);
    }
    assert.equal(new Set(seen).size, 60);
    const read = await readFor(office, { page: 'roster.find', params: { query: 'tran thi', page: '4' } });
    assert.deepEqual(read, seen.slice(48));
  });

  it('a text that begins like that and is none of the office’s stays a text', async () => {
    const text = 'nhân sự của phòng tôi năm nay thay đổi nhiều, xin hỏi cách tính?';
    assert.equal((await office.as('an').say(text)).show.page, 'question.offer');
  });
});

describe('nhân sự: one person', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
  });
  const shown = async (key: string): Promise<string> => {
    const { card, text } = await office.as('office').click('roster.person', { person: person(key) });
    assertGoodCard(card);
    return text;
  };

  it('is shown with all that the roster has, and no account id', async () => {
    await change(office, 'thao', {
      title: 'Chuyên viên',
      gender: 'unstated',
      locale: 'en',
      employmentType: 'Biên chế 1',
    });
    const text = await shown('thao');
    assert.match(text, /Tôn Nữ Hoàng Trường Phương Thảo Nguyên\nChuyên viên\nPhòng\nPhòng Bảo hiểm thất nghiệp/);
    assert.match(text, /Vai trò\nViên chức, người lao động; Bí thư Chi đoàn/);
    assert.match(text, /Thư điện tử\nthao@example.vn\nMã Entra\nĐã có\n/);
    assert.match(text, /Vào làm\n01\/01\/2015\nLoại lao động\nBiên chế 1/);
    assert.match(text, /Đoàn thể\nChi đoàn thanh niên\nXưng hô\nAnh\/chị, vì[^\n]*\nNgôn ngữ\nTiếng Anh/);
    assert.doesNotMatch(text, /aad-/);
    await change(office, 'thao', { aadObjectId: '', email: '', organisations: ['vfc'], employmentType: '' });
    assert.match(await shown('thao'), /Thư điện tử\nChưa có\nMã Entra\nChưa có; trợ lý chưa nhận ra/);
    assert.match(await shown('thao'), /Đoàn thể\nvfc/);
  });

  it('is shown as they are there today', async () => {
    const states: readonly (readonly [Partial<Person>, string])[] = [
      [{}, 'Đang làm việc'],
      [{ status: 'onLeave' }, 'Đang nghỉ chế độ'],
      [{ status: 'onLeave', statusFrom: '2026-11-16' }, 'Đang nghỉ chế độ từ ngày 16/11/2026'],
      [
        { status: 'onLeave', statusFrom: '2026-11-01', statusTo: '2026-11-16' },
        'Đang nghỉ chế độ từ ngày 01/11/2026 đến hết ngày 16/11/2026',
      ],
      [
        { status: 'onLeave', statusFrom: '2026-11-01', statusTo: '2026-11-15' },
        'Đang làm việc; đã nghỉ chế độ từ ngày 01/11/2026 đến hết ngày 15/11/2026',
      ],
      [{ status: 'onLeave', statusFrom: '2026-11-17' }, 'Đang làm việc; sẽ nghỉ chế độ từ ngày 17/11/2026'],
      [{ status: 'left', statusFrom: '2026-12-01' }, 'Đang làm việc; sẽ nghỉ việc từ ngày 01/12/2026'],
      [{ status: 'left', statusFrom: '2026-11-16' }, 'Đã nghỉ việc từ ngày 16/11/2026'],
      [{ status: 'active', endDate: '2026-11-15' }, 'Đã nghỉ việc'],
    ];
    for (const [to, words] of states) {
      await change(office, 'an', { status: 'active', statusFrom: null, statusTo: null, endDate: null, ...to });
      assert.match(await shown('an'), new RegExp(`Tình trạng\\n${words}\\nThư điện tử`));
    }
    assert.match(await shown('an'), /Ngày làm việc cuối cùng\n15\/11\/2026/);
  });

  it('is shown with how they are reached', async () => {
    assert.match(await shown('an'), /Liên lạc\nChưa nhận được tin: chưa cài ứng dụng/);
    await connect(office, 'an');
    assert.match(await shown('an'), /Liên lạc\nNhận được tin trong Teams; ghi nhận lúc 07:00 ngày 01\/11\/2026/);
    await connect(office, 'an2', 'uninstalled');
    assert.match(await shown('an2'), /Không nhận được tin: đã gỡ ứng dụng lúc 07:00 ngày 01\/11\/2026/);
    await connect(office, 'on', '403');
    assert.match(await shown('on'), /Không nhận được tin: Teams không cho gửi/);
    await change(office, 'an2', { status: 'left', statusFrom: null });
    assert.match(await shown('an2'), /Liên lạc\nĐã nghỉ việc nên không tính/);
  });
});

describe('nhân sự: refused', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
  });
  const clicks: readonly (readonly [verb: string, data: Record<string, string>])[] = [
    ['roster.show', {}],
    ['roster.department', { department: dept('advice') }],
    ['roster.find', { query: 'nguyen' }],
    ['roster.person', { person: person('an') }],
  ];

  it('to everybody but the office, their own row too, by click, by words and as a page; and in channels', async () => {
    for (const key of noOffice) {
      for (const words of ['nhân sự', 'nhân sự Nguyễn', 'nhân sự không có ai'])
        await assert.rejects(office.as(key).say(words), { code: 'OFFICE_ONLY' });
      for (const [verb, data] of clicks) {
        await assert.rejects(office.as(key).click(verb, data), { code: 'OFFICE_ONLY' });
        assert.equal(await office.as(key).page(verb, data), null);
      }
    }
    for (const [verb, data] of clicks) {
      await assert.rejects(office.as('office').click(verb, data, channel('HCNV')), { code: 'PERSONAL_ONLY' });
      assert.equal(await office.channelPage('office', verb, data), null);
    }
    await assert.rejects(office.as('office').say('nhân sự', channel('HCNV')), { code: 'PERSONAL_ONLY' });
  });

  it('to whoever no longer is of the office, on the card that they still have', async () => {
    const { card } = await office.as('office').say('nhân sự');
    await change(office, 'office', { roles: ['staff'] });
    for (const { verb, data } of actionsOf(card))
      await assert.rejects(office.as('office').click(verb, data), { code: 'OFFICE_ONLY' });
  });

  it('for ids of nothing and of other records', async () => {
    for (const id of ['person:nobody', dept('advice'), 'campaign:khanh-hoa-14-ct-ubnd', '', '__proto__', 'a/b'])
      await assert.rejects(
        office.as('office').click('roster.person', { person: id }),
        /NOTHING_TO_SHOW|BadId|BAD_CARD/,
        id,
      );
    for (const id of ['department:none', person('an'), ''])
      await assert.rejects(
        office.as('office').click('roster.department', { department: id }),
        /NOTHING_TO_SHOW|BAD_CARD/,
      );
    await assert.rejects(office.as('office').click('roster.person', { person: 7 }), { code: 'BAD_CARD' });
    await assert.rejects(office.as('office').click('roster.find', { query: 'x'.repeat(1_000) }), { code: 'BAD_CARD' });
  });
});
