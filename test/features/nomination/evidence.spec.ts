import assert from 'node:assert/strict';
import { oneAtATime } from '../../../src/pipeline/one-at-a-time.ts';
import { create, decode } from '../../../src/ports/documents.ts';
import { type Evidence, evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { roundId, roundRecord } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { keepFile, keptFile } from '../../support/memory-files.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf, refusal, wayBack } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const pdf = (content = 'một'): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n%${content}\ntrailer<<>>\n%%EOF`);
const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0,
  0, 0,
]);
const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00]);

const kept = async (office: Office): Promise<(Evidence & { id: string })[]> =>
  (await office.dump('evidence')).map((d) => ({ ...(d.data as Evidence), id: d.id }));
async function only(office: Office): Promise<Evidence & { id: string }> {
  const [piece, ...rest] = await kept(office);
  assert.ok(piece !== undefined && rest.length === 0);
  return piece;
}

describe('files sent in the chat', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });

  it('are kept, asked about on one card, and given their criteria', async () => {
    const sent = await office.as('an').send(office.attach('Báo cáo.pdf', pdf()), office.attach('', png, 'image'));
    assert.match(sent.text, /Không gửi tài liệu có dấu mật/);
    assert.match(sent.text, /Ảnh 2 gửi lúc 09\.00 02-11-2026\.png/);
    const save = actionsOf(sent.card).find((a) => a.verb === 'evidence.sort');
    const done = await office.as('an').click('evidence.sort', {
      ...save?.data,
      to0: 'person CN1',
      to1: 'person CN2',
    });
    assert.match(done.text, /Đã gắn 2 minh chứng/);
    assert.deepEqual((await kept(office)).map((e) => [e.name, e.criterion]).sort(), [
      ['Báo cáo.pdf', 'CN1'],
      ['Ảnh 2 gửi lúc 09.00 02-11-2026.png', 'CN2'],
    ]);
    const [first] = await kept(office);
    assert.ok(first && (await keptFile(office.machine.files, `${round}:${person('an')}`, first.sha256)));
  });

  it('are refused one by one in words that say what to do, and the good ones are kept', async () => {
    const big = new Uint8Array(20_971_521);
    big.set(pdf());
    const sent = await office
      .as('an')
      .send(
        office.attach('rỗng.pdf', new Uint8Array()),
        office.attach('virus.pdf', exe),
        office.attach('to.pdf', big),
        office.attach('được.pdf', pdf('tốt')),
        office.attach('được bản hai.pdf', pdf('tốt')),
      );
    for (const words of [
      /“rỗng\.pdf” không có nội dung/,
      /“virus\.pdf” không đúng loại/,
      /“to\.pdf” lớn hơn 20 MB/,
      /“được bản hai\.pdf” đã có trong hồ sơ \(Nguyễn Văn An\) với tên “được\.pdf”/,
    ]) {
      assert.match(sent.text, words);
    }
    assert.equal((await only(office)).name, 'được.pdf');
  });

  it('are told where they are already, also when the message is delivered twice at once', async () => {
    const file = office.attach('Báo cáo.pdf', pdf());
    await Promise.all([office.as('an').send(file), office.as('an').send(file)]);
    const { id } = await only(office);
    assert.match(
      (await office.as('an').send(file)).text,
      /đã có trong hồ sơ \(Nguyễn Văn An\) với tên “Báo cáo\.pdf”, chưa gắn/,
    );
    await office.as('an').click('evidence.add', { evidence: id, criterion: 'CN2' });
    assert.match((await office.as('an').send(file)).text, /đã có trong hồ sơ \(Nguyễn Văn An\), tiêu chuẩn CN2/);
    await only(office);
  });

  it('are not taken beyond the number of the plan', async () => {
    office = await openOffice({
      plan: (p) => ({ ...p, settings: { ...p.settings, evidence: { ...p.settings.evidence, maxFiles: 2 } } }),
    });
    await seedRound(office);
    const sent = await office.as('an').sends(...['a', 'b', 'c'].map((n) => office.attach(`${n}.pdf`, pdf(n))));
    assert.match(sent.text, /“c\.pdf” chưa được nhận: hồ sơ đã đủ 2 minh chứng/);
    await office.runDue();
    assert.equal((await kept(office)).length, 2);
    assert.equal(
      await codeOf(office.as('an').click('evidence.add', { url: 'https://example.vn', typed: 'yes' })),
      'EVIDENCE_FULL',
    );
  });

  it('are not taken beyond that number by two messages at once either', async () => {
    const files = (from: number) =>
      Array.from({ length: 15 }, (_, i) => office.attach(`${from + i}.pdf`, pdf(String(from + i))));
    const [one, two] = [files(0), files(100)];
    await Promise.all([office.as('an').send(...one), office.as('an').send(...two)]);
    assert.equal((await kept(office)).length, 20);
  });

  it('ask about six at a time and name the rest', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `tệp ${i}`);
    const sent = await office.as('an').send(...names.map((n) => office.attach(`${n}.pdf`, pdf(n))));
    assert.equal(JSON.stringify(sent.card).match(/"id":"to\d"/g)?.length, 6);
    assert.match(sent.text, /Còn 4 minh chứng nữa chưa gắn tiêu chuẩn/);
    const long = Array.from({ length: 8 }, (_, i) => office.attach(`${'Ấ'.repeat(200)}${i}.pdf`, pdf(String(i))));
    assertGoodCard((await office.as('adviceHead').send(...long, office.attach('rỗng.pdf', new Uint8Array()))).card);
  });

  it('may go to the collective dossier of the head who sent them, bytes and all', async () => {
    const sent = await office.as('adviceHead').send(office.attach('Kế hoạch phòng.pdf', pdf()));
    assert.match(sent.text, /Hồ sơ tập thể – TT1/);
    assert.match(sent.text, /Hồ sơ cá nhân – CN1/);
    const save = actionsOf(sent.card).find((a) => a.verb === 'evidence.sort');
    await office.as('adviceHead').click('evidence.sort', { ...save?.data, to0: 'department TT1' });
    const { sha256, candidate, criterion } = await only(office);
    assert.deepEqual([candidate, criterion], [{ kind: 'department', id: dept('advice') }, 'TT1']);
    assert.ok(await keptFile(office.machine.files, `${round}:${dept('advice')}`, sha256));
    assert.equal(await keptFile(office.machine.files, `${round}:${person('adviceHead')}`, sha256), undefined);
  });

  it('go to the collective dossier when the head’s own is already sent', async () => {
    await seedDossier(office, 'adviceHead', { state: 'submitted' });
    await office.as('adviceHead').send(office.attach('Kế hoạch phòng.pdf', pdf()));
    assert.equal((await only(office)).candidate.id, dept('advice'));
  });

  it('are refused with the reason when nothing can be added', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    const file = office.attach('muộn.pdf', pdf());
    assert.equal((await wayBack(office.as('an').send(file))).code, 'DOSSIER_SENT');
    office.set('2026-12-01T00:00:00.000');
    assert.equal(await codeOf(office.as('an2').send(file)), 'DEADLINE_PASSED');
    assert.deepEqual(await kept(office), []);
  });
});

describe('links as evidence', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  const add = (data: Record<string, string>) => office.as('an').click('evidence.add', { typed: 'yes', ...data });

  it('are kept under a criterion, once', async () => {
    const link = { url: ' https://example.vn/bài ', name: 'Tin [bài](x)', criterion: 'CN1' };
    await Promise.all([add(link), add(link)]);
    await add(link);
    const piece = await only(office);
    assert.deepEqual([piece.url, piece.name, piece.kind], ['https://example.vn/b%C3%A0i', 'Tin [bài](x)', 'link']);
    assert.equal((await wayBack(add({ ...link, criterion: 'CN2' }))).code, 'EVIDENCE_ALREADY');
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x.test',
    'file:///etc/passwd',
    'example.vn',
    '',
    'https://user:pass@x.test/',
    `https://x.test/${'a'.repeat(2_000)}`,
  ]) {
    it(`refuses ${url.slice(0, 30) || 'nothing'} and keeps what was typed`, async () => {
      const refused = await wayBack(add({ url, name: 'Tên', criterion: 'CN1' }));
      assert.deepEqual([refused.code, refused.typed?.name, refused.typed?.criterion], ['BAD_URL', 'Tên', 'CN1']);
      assert.deepEqual(await kept(office), []);
    });
  }

  it('refuses a name that is too long', async () => {
    const refused = await wayBack(add({ url: 'https://x.test', name: 'a'.repeat(201) }));
    assert.deepEqual([refused.code, refused.facts], ['LINK_NAME_TOO_LONG', { count: 201, max: 200 }]);
  });
});

describe('evidence of a dossier', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
    await office.as('an').send(office.attach('Báo cáo.png', png), office.attach('x.pdf', pdf()));
    id = (await kept(office)).find((e) => e.name === 'x.pdf')?.id ?? '';
  });

  for (const [state, why] of [
    ['submitted', 'Hồ sơ đã gửi nên'],
    ['withdrawn', 'Hồ sơ đã rút nên'],
    ['lapsed', 'Hồ sơ chưa gửi khi hết hạn nên'],
  ] as const)
    it(`says of a dossier that is ${state} why nothing is added`, async () => {
      await seedDossier(office, 'an', { state });
      const shown = await office.as('an').page('evidence.list', { round, candidate: person('an') });
      assert.match(textOf(shown?.card), new RegExp(`${why} không thêm, gỡ được minh chứng`));
    });

  it('opens by a short-lived link for those who may see it, once it was sent, and for nobody else', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    for (const who of ['an', 'adviceHead', 'office', 'director']) {
      const { card } = await office.as(who).click('evidence.open', { evidence: id });
      assert.match(
        JSON.stringify(card),
        /"Action\.OpenUrl","title":"Mở tệp","url":"http:\/\/127\.0\.0\.1\/files\//,
        who,
      );
    }
    for (const who of ['an2', 'insuranceHead', 'adviceDeputy']) {
      assert.equal(await office.as(who).page('evidence.item', { evidence: id }), null, who);
      assert.equal(await office.as(who).page('evidence.list', { round, candidate: person('an') }), null, who);
      assert.equal(await office.as(who).page('dossier.read', { round, candidate: person('an') }), null, who);
    }
    assert.equal(await office.channelPage('office', 'evidence.item', { evidence: id }), null);
    assert.equal(await office.as('an').page('evidence.item', { evidence: person('an') }), null, 'not an evidence id');
  });

  it('shows the council a tabled dossier only', async () => {
    await seedDossier(office, 'an', { state: 'accepted' });
    assert.equal(await office.as('insuranceHead').page('evidence.item', { evidence: id }), null);
    office = await openOffice();
    await seedRound(office);
    await office.as('an').send(office.attach('x.pdf', pdf()));
    await seedDossier(office, 'an', { state: 'tabled' });
    assert.notEqual(await office.as('insuranceHead').page('evidence.item', { evidence: id }), null);
  });

  it('is removed after confirmation, bytes included; a second click is harmless', async () => {
    const ask = await office.as('an').click('evidence.remove', { evidence: id });
    assert.equal(ask.show.page, 'evidence.remove');
    assert.equal((await kept(office)).length, 2);
    const sha = (await kept(office)).find((e) => e.id === id)?.sha256 ?? '';
    const yes = { evidence: id, confirm: 'yes' };
    await Promise.all([office.as('an').click('evidence.remove', yes), office.as('an').click('evidence.remove', yes)]);
    assert.equal(
      (await kept(office)).some((e) => e.id === id),
      false,
    );
    assert.equal(await keptFile(office.machine.files, `${round}:${person('an')}`, sha), undefined);
  });

  it('keeps its bytes when the same file is sent anew while it is removed', async () => {
    const { files } = office.machine;
    const owner = `${round}:${person('an')}`;
    const piece = (await kept(office)).find((e) => e.id === id);
    const bytes = await keptFile(files, owner, piece?.sha256 ?? '');
    assert.ok(piece && bytes);
    const { id: _, ...data } = piece;
    const isGone = async (): Promise<boolean> => (await office.store.get(scope.unit, id)) === undefined;
    // As the lane fetches it: the bytes are there before the removal is written, their record after.
    const fetched = oneAtATime(owner, async () => {
      await keepFile(files, owner, bytes);
      while (!(await isGone())) await new Promise(setImmediate);
      await new Promise(setImmediate);
      await office.store.commit(scope.unit, [create(evidenceRecord, scope, id, data)]);
    });
    await Promise.all([fetched, office.as('an').click('evidence.remove', { evidence: id, confirm: 'yes' })]);
    assert.equal(await isGone(), false);
    assert.deepEqual(await keptFile(files, owner, piece.sha256), bytes);
  });

  it('is not touched by others, by forged ids, or once the dossier is closed', async () => {
    const before = await kept(office);
    const cases: readonly [who: string, verb: string, data: Record<string, string>, code: string][] = [
      [
        'adviceHead',
        'evidence.remove',
        { round, candidate: person('an'), evidence: id, confirm: 'yes' },
        'NOT_YOUR_DOSSIER',
      ],
      ['an2', 'evidence.add', { evidence: id, criterion: 'CN1' }, 'NOT_YOUR_DOSSIER'],
      ['an', 'evidence.add', { evidence: id, criterion: 'CN3' }, 'NO_SUCH_CRITERION'],
      ['an', 'evidence.add', { evidence: 'evidence:none', criterion: 'CN1' }, 'NO_SUCH_EVIDENCE'],
      ['an', 'evidence.add', { evidence: person('an'), criterion: 'CN1' }, 'NO_SUCH_EVIDENCE'],
      ['an', 'evidence.sort', { files: id, to0: 'person CN3' }, 'NO_SUCH_CRITERION'],
      ['an', 'evidence.sort', { files: id, to0: 'department TT1' }, 'NOT_YOUR_DOSSIER'],
      ['an', 'evidence.sort', { files: `${id} evidence:x`, to0: 'person CN1', to1: 'person CN1' }, 'NO_SUCH_EVIDENCE'],
      ['an', 'evidence.add', { candidate: person('an2'), url: 'https://x.test', typed: 'yes' }, 'NOT_YOUR_DOSSIER'],
    ];
    for (const [who, verb, data, code] of cases)
      assert.equal(await codeOf(office.as(who).click(verb, data)), code, JSON.stringify([who, data]));
    // Someone else's piece under one's own dossier is as good as none.
    await office.as('an2').click('evidence.remove', { evidence: id, confirm: 'yes' });
    await seedDossier(office, 'an', { state: 'submitted' });
    for (const [verb, data] of [
      ['evidence.remove', { evidence: id, confirm: 'yes' }],
      ['evidence.add', { evidence: id, criterion: 'CN1' }],
      ['evidence.add', { url: 'https://x.test', typed: 'yes' }],
      ['evidence.sort', { files: id, to0: 'person CN1' }],
    ] as const) {
      assert.equal((await refusal(office.as('an').click(verb, data))).code, 'DOSSIER_SENT', verb);
    }
    assert.deepEqual(await kept(office), before);
  });

  it('of a round that is over is not touched by naming a piece of the current round first', async () => {
    const past = { round: 'annual-2025', kind: 'annual' as const, year: 2025, deadline: '2025-11-30T16:59:59.999Z' };
    const now = await office.store.get(scope.unit, roundId(round));
    const piece = await office.store.get(scope.unit, id);
    assert.ok(now && piece);
    const old = evidenceId(past.round, person('an'), 'f'.repeat(64));
    await office.store.commit(scope.unit, [
      create(roundRecord, scope, roundId(past.round), { ...decode(roundRecord, now).data, ...past }),
      create(evidenceRecord, scope, old, { ...decode(evidenceRecord, piece).data, round: past.round }),
    ]);
    const before = await kept(office);
    const forged = { files: `${id} ${old}`, to0: 'person CN1', to1: 'person CN2' };
    assert.equal(await codeOf(office.as('an').click('evidence.sort', forged)), 'DEADLINE_PASSED');
    assert.deepEqual(await kept(office), before);
  });

  it('is listed in pages of ten under its criterion', async () => {
    const more = Array.from({ length: 12 }, (_, i) => office.attach(`${i}.pdf`, pdf(String(i))));
    await office.as('an').send(...more);
    await office.as('an').click('evidence.add', { evidence: id, criterion: 'CN2' });
    const first = await office.as('an').say('minh chứng');
    assert.match(first.text, /14\/20 minh chứng/);
    assert.match(first.text, /1–10 trên 14/);
    const next = actionsOf(first.card).find((a) => a.title === 'Trang sau');
    const second = await office.as('an').click('evidence.list', next?.data);
    assert.match(second.text, /CN2\. Đóng góp/);
    assert.match(second.text, /11–14 trên 14/);
    assert.match((await office.as('an').click('evidence.list', { page: '-7' })).text, /1–10 trên 14/);
  });
});
