import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { texts } from '../../../src/adapters/texts/texts.ts';
import { leavesOf } from '../../../src/features/privacy/leaves.ts';
import { create } from '../../../src/ports/documents.ts';
import { accountRecord } from '../../../src/records/account.ts';
import { addressRecord } from '../../../src/records/address.ts';
import { installedRecord } from '../../../src/records/app-install.ts';
import { assessmentRecord } from '../../../src/records/assessment.ts';
import { answerRecord } from '../../../src/records/call.ts';
import { receiptRecord } from '../../../src/records/campaign.ts';
import { dossierNumberRecord } from '../../../src/records/dossier-number.ts';
import { evidenceRecord } from '../../../src/records/evidence.ts';
import { extensionRecord } from '../../../src/records/extension.ts';
import { formerOpinionId, formerOpinionRecord } from '../../../src/records/former-opinion.ts';
import { deliveryRecord } from '../../../src/records/message.ts';
import { nominationRecord } from '../../../src/records/nomination.ts';
import { paperDossierRecord } from '../../../src/records/paper-dossier.ts';
import { personRecord } from '../../../src/records/person.ts';
import { questionRecord } from '../../../src/records/question.ts';
import { unfinishedRecord } from '../../../src/records/unfinished.ts';
import { afterCouncil, confirmation, decisionOne, recorded } from '../../support/after-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { keptFile } from '../../support/memory-files.ts';
import { dept, everyoneBut, type Office, openOffice, person, scope } from '../../support/office.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { codeOf } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { connect } from '../campaign/launching.ts';
import { change } from './a-leaver.ts';

const exported = {
  ...{ personRecord, addressRecord, installedRecord, accountRecord, assessmentRecord, nominationRecord },
  ...{ dossierNumberRecord, extensionRecord, evidenceRecord, receiptRecord, answerRecord, questionRecord },
  ...{ unfinishedRecord, paperDossierRecord, formerOpinionRecord },
};
const pdfText = '%PDF-1.4\n%%EOF';
const pdf = new TextEncoder().encode(pdfText);

/** An's dossier with evidence and what An asked; `state` undefined: nothing is sent. */
async function withData(state: 'draft' | 'opined' = 'opined'): Promise<Office> {
  const office = await openOffice({ now: '2026-11-13T09:00:00' });
  await seedRound(office);
  await connect(office, 'an');
  await office.as('an').send(office.attach('Giấy xác nhận.pdf', pdf));
  await seedDossier(office, 'an', { state });
  await office.as('an').click('question.ask', { text: 'Bản chính nộp ở đâu và trước ngày nào?' });
  return office;
}
/** What an archive holds besides the workbook, by path. */
async function filesIn(office: Office, who: string, of = 'an'): Promise<Record<string, string>> {
  const { show } = await office.as(who).click('privacy.export', { person: person(of) });
  const bytes = (await keptFile(office.machine.files, person(of), show.params.sha256 ?? '')) ?? assert.fail();
  const { [workbookPath]: _, ...files } = show.params.kind === 'archive' ? unzipSync(bytes) : {};
  return Object.fromEntries(Object.entries(files).map(([path, held]) => [path, Buffer.from(held).toString()]));
}
const workbookPath = 'Dữ liệu cá nhân.xlsx';

/** Each sheet by its name, a row a line. */
async function copyOf(office: Office, who: string, of = 'an'): Promise<Record<string, string>> {
  const { show, card } = await office.as(who).click('privacy.export', { person: person(of) });
  assertGoodCard(card);
  assert.equal(show.page, 'privacy.file');
  const bytes = await keptFile(office.machine.files, person(of), show.params.sha256 ?? '');
  assert.ok(bytes);
  const workbook = show.params.kind === 'archive' ? unzipSync(bytes)[workbookPath] : bytes;
  return Object.fromEntries(
    readWorkbook(workbook ?? assert.fail()).map(({ name, rows }) => [
      name,
      rows.map((row) => row.map(({ value }) => value).join(' | ')).join('\n'),
    ]),
  );
}

describe('a copy of one person’s data', () => {
  it('holds every kind of record, fields and choices in words', async () => {
    const office = await withData();
    const copy = await copyOf(office, 'an');
    assert.deepEqual(Object.keys(copy), [
      ...['Giới thiệu', 'Thông tin nhân sự', 'Tự đánh giá', 'Hồ sơ', 'Minh chứng', 'Câu hỏi'],
      ...['Tin đã gửi', 'Nhật ký'],
    ]);
    for (const [sheet, line] of [
      ['Thông tin nhân sự', 'Nhân sự 1 | Thư điện tử | an@example.vn'],
      ['Thông tin nhân sự', 'Nhân sự 1 | Ngày vào làm | 01/01/2015'],
      ['Thông tin nhân sự', 'Nhân sự 1 | Phòng | Phòng Tư vấn – Giới thiệu việc làm'],
      ['Thông tin nhân sự', 'Liên lạc 1 | Nhận được tin | Có'],
      ['Tự đánh giá', 'Tự đánh giá 1 | Tiêu chuẩn › CN1 › Nội dung | Đã hoàn thành nhiệm vụ được giao'],
      ['Tự đánh giá', 'Tự đánh giá 1 | Tiêu chuẩn › CN1 › Mức tự đánh giá | Đạt'],
      ['Hồ sơ', 'Hồ sơ 1 | Ý kiến › Người thực hiện | Trưởng phòng Đỗ Ăn'],
      ['Minh chứng', 'Minh chứng 1 | Tên | Giấy xác nhận.pdf'],
      ['Minh chứng', `Minh chứng 1 | Dung lượng (byte) | ${pdf.byteLength}`],
      ['Câu hỏi', 'Câu hỏi 1 | Nội dung | Bản chính nộp ở đâu và trước ngày nào?'],
      ['Giới thiệu', 'Người lập | Chuyên viên Nguyễn Văn An'],
    ] as const)
      assert.ok(copy[sheet]?.includes(line), `${line}\n${copy[sheet]}`);
    assert.match(copy['Nhật ký'] ?? '', /question\.ask/);
    assert.doesNotMatch(Object.values(copy).join('\n'), /null|undefined|\[object/);
  });

  it('is made by the office to hand over, and then without what is not sent, which it says', async () => {
    const sent = await copyOf(await withData(), 'office');
    assert.match(sent['Tự đánh giá'] ?? '', /Đã hoàn thành/);
    assert.doesNotMatch(sent['Giới thiệu'] ?? '', /chưa gửi/);
    const office = await withData('draft');
    const unsent = await copyOf(office, 'office');
    assert.doesNotMatch(Object.values(unsent).join('\n'), /Đã hoàn thành|Giấy xác nhận/);
    assert.match(unsent['Giới thiệu'] ?? '', /\d+ nội dung chưa gửi, chỉ người viết đọc được/);
    assert.match(Object.values(await copyOf(office, 'an')).join('\n'), /Đã hoàn thành[\s\S]*Giấy xác nhận/);
  });

  it('has the files of evidence beside the workbook, as far as the reader may read them, and each taken away is a look', async () => {
    const office = await withData();
    assert.deepEqual(await filesIn(office, 'an'), { 'Minh chứng/1. Giấy xác nhận.pdf': pdfText });
    assert.deepEqual(await filesIn(office, 'office'), { 'Minh chứng/1. Giấy xác nhận.pdf': pdfText });
    const { text } = await office.as('an').click('privacy.looks', { round });
    assert.match(text, /Lê Thị Thu Hà[\s\S]*Giấy xác nhận\.pdf/);
    const page = await office.as('an').click('privacy.export', {});
    assert.match(page.text, /Dữ liệu cá nhân Nguyễn Văn An .*\.zip/);
    const unsent = await withData('draft');
    assert.deepEqual(await filesIn(unsent, 'office'), {});
    assert.doesNotMatch((await unsent.as('an').click('privacy.looks', { round })).text, /Lê Thị Thu Hà/);
  });

  it('numbers files as their sheet does, whatever they are called, and says which is lost', async () => {
    const office = await withData('draft');
    await office.as('an').send(office.attach('a:b?.pdf', Buffer.from('%PDF-1.4\nhai\n%%EOF')));
    const [first, second] = Object.keys(await filesIn(office, 'an'));
    assert.match(first ?? '', /^Minh chứng\/1\. /);
    assert.match(second ?? '', /^Minh chứng\/2\. /);
    const [piece] = await office.dump('evidence');
    const { sha256, name } = (piece ?? assert.fail()).data as { sha256: string; name: string };
    await (await office.machine.files.deletionOf(`${round}:${person('an')}`, sha256))();
    assert.equal(Object.keys(await filesIn(office, 'an')).length, 1);
    const copy = await copyOf(office, 'an');
    assert.ok(copy['Giới thiệu']?.includes(`“${name}”: không còn tìm thấy`));
  });

  it('tells no votes, and no result before it is published', async () => {
    const office = await afterCouncil();
    await recorded(office);
    for (const who of ['on', 'office']) {
      const copy = await copyOf(office, who, 'on');
      assert.match(copy['Hồ sơ'] ?? '', /Trạng thái \| Hội đồng chưa đề nghị, chờ quyết định/);
      assert.doesNotMatch(copy['Hồ sơ'] ?? '', /Quyết định \||Kết quả họp|Không đồng ý|Lý do chưa/);
    }
    const data = await confirmation(office, 'office', 'publish.results', { round, decision: decisionOne });
    await office.as('office').click('publish.results', data);
    const after = await copyOf(office, 'on', 'on');
    assert.match(after['Hồ sơ'] ?? '', /Trạng thái \| Chưa được khen thưởng[\s\S]*Lý do chưa khen thưởng/);
    assert.doesNotMatch(after['Hồ sơ'] ?? '', /Kết quả họp/);
  });

  it('names what somebody said of others’ dossiers, and not the others', async () => {
    const copy = await copyOf(await withData(), 'adviceHead', 'adviceHead');
    assert.match(copy['Ý kiến đã cho'] ?? '', /Hồ sơ 1 \| Ý kiến › Loại \| Nhất trí/);
    assert.doesNotMatch(copy['Ý kiến đã cho'] ?? '', /Nguyễn Văn An/);
  });

  it('names what a head said of somebody who had left the department', async () => {
    const office = await withData();
    const opinion = { by: person('adviceHead'), at: '2026-11-12T02:00:00.000Z', words: 'Hoàn thành tốt ở phòng cũ.' };
    const of = { round, candidate: { kind: 'person' as const, id: person('thao') }, departmentId: dept('advice') };
    const data = { ...of, departmentName: 'Phòng Tư vấn', until: '2026-10-15', opinion };
    await office.store.commit(scope.unit, [
      create(formerOpinionRecord, scope, formerOpinionId(round, person('thao'), dept('advice')), data),
    ]);
    const copy = await copyOf(office, 'adviceHead', 'adviceHead');
    assert.match(copy['Ý kiến đã cho'] ?? '', /Hoàn thành tốt ở phòng cũ/);
    assert.doesNotMatch(copy['Ý kiến đã cho'] ?? '', /Tôn Nữ/);
  });

  it('names also what was said in another’s place, and counts it', async () => {
    const office = await withData();
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2026-10-01' });
    const id = await seedDossier(office, 'an2', { state: 'submitted' });
    await office.as('adviceDeputy').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    const shown = await office.as('adviceDeputy').say('dữ liệu của tôi');
    assert.match(shown.text, /Hồ sơ được giao cho ý kiến\n1\n[\s\S]*kể cả khi cho ý kiến thay/);
    const copy = await copyOf(office, 'adviceDeputy', 'adviceDeputy');
    assert.match(copy['Ý kiến đã cho'] ?? '', /Hồ sơ 1 \| Ý kiến › Loại \| Nhất trí/);
  });

  it('is refused to everybody else, and the file to everybody but whoever made it', async () => {
    const office = await withData();
    for (const who of everyoneBut('office', 'officeHead', 'secretary', 'an'))
      assert.equal(await codeOf(office.as(who).click('privacy.export', { person: person('an') })), 'OFFICE_ONLY', who);
    for (const forged of ['person:none', 'department:advice'])
      assert.equal(await codeOf(office.as('office').click('privacy.export', { person: forged })), 'NOTHING_TO_SHOW');
    assert.deepEqual(await office.dump('export'), []);
    const { show } = await office.as('an').click('privacy.export', {});
    for (const who of ['office', 'an2', 'director'])
      assert.equal(await office.as(who).page('privacy.file', show.params), null, who);
    assert.equal(await office.as('an').page('privacy.file', { ...show.params, person: person('an2') }), null);
    assert.ok(await office.as('an').page('privacy.file', show.params));
  });

  it('leaves events with ids, and is gone after an hour', async () => {
    const office = await withData();
    const { show } = await office.as('office').click('privacy.export', { person: person('an') });
    const told = (await office.dump('audit')).map(({ data }) => data as { command: string; subject: string });
    for (const command of ['privacy.export', 'export.open'])
      assert.deepEqual(
        told.filter((event) => event.command === command).map(({ subject }) => subject),
        [person('an')],
      );
    office.set('2026-11-13T10:01:00');
    await office.runDue();
    assert.equal(await keptFile(office.machine.files, person('an'), show.params.sha256 ?? ''), undefined);
    assert.equal(await office.as('office').page('privacy.file', show.params), null);
  });
});

describe('the words of a copy', () => {
  function* namesIn(schema: z.ZodType): Generator<{ field?: string; value?: string }> {
    if (schema instanceof z.ZodObject)
      for (const [field, inner] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
        yield { field };
        yield* namesIn(inner);
      }
    else if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
      yield* namesIn(schema.unwrap() as z.ZodType);
    else if (schema instanceof z.ZodArray) yield* namesIn(schema.element as z.ZodType);
    else if (schema instanceof z.ZodRecord) yield* namesIn(schema.valueType as z.ZodType);
    else if (schema instanceof z.ZodEnum) for (const value of schema.options) yield { value: String(value) };
    else if (schema instanceof z.ZodLiteral) for (const value of schema.values) yield { value: String(value) };
    else if (schema instanceof z.ZodBoolean) yield* [{ value: 'true' }, { value: 'false' }];
    else
      assert.ok(
        schema instanceof z.ZodString || schema instanceof z.ZodNumber || schema instanceof z.ZodStringFormat,
        `a copy does not know ${schema._zod.def.type}`,
      );
  }
  for (const locale of ['vi', 'en'] as const)
    it(`are there for every field and choice of every record in it (${locale})`, () => {
      const words = texts(locale);
      const missing = Object.values(exported).flatMap(({ type, schema }) => [
        ...(words.has(`words.privacy.record.${type}`) ? [] : [type]),
        ...[...namesIn(schema)]
          .map(({ field, value }) => `words.privacy.${field === undefined ? `value.${value}` : `field.${field}`}`)
          .filter((key) => !words.has(key)),
      ]);
      const states = deliveryRecord.schema instanceof z.ZodObject ? deliveryRecord.schema.shape.state.options : [];
      missing.push(...states.filter((state: string) => !words.has(`words.privacy.value.${state}`)));
      assert.deepEqual(missing, []);
    });

  it('are looked for in all that a copy is made of', () => {
    const made = readFileSync(new URL('../../../src/features/privacy/gather.ts', import.meta.url), 'utf8');
    assert.deepEqual(new Set(made.match(/\b[a-z]\w*Record\b/g)), new Set(Object.keys(exported)));
  });

  it('are never put in place of what somebody typed', () => {
    const schema = z.strictObject({ words: z.string(), rating: z.enum(['met']), at: z.iso.datetime() });
    const at = '2026-11-01T02:00:00.000Z';
    assert.deepEqual(
      [...leavesOf(schema, { words: 'met', rating: 'met', at })].map(({ kind }) => kind),
      ['text', 'choice', 'instant'],
    );
  });
});
