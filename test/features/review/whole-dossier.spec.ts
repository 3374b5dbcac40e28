import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/domain/text/vietnamese.ts';
import { create } from '../../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const sentAt = instant('2026-11-12T08:00:00');
const piece = {
  round,
  candidate: { kind: 'person' as const, id: person('an') },
  criterion: 'CN1',
  kind: 'link' as const,
  sha256: '',
  bytes: 0,
  mediaType: '',
  url: 'https://example.vn/',
  added: { by: person('an'), at: sentAt },
};
const act = (at: string, reason = '') => ({ by: person('adviceHead'), at: instant(at), reason });

describe('what a reviewer reads before the one click', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
  });
  const read = async (nomination: string, as = 'adviceHead') => {
    const shown = await office.as(as).page('review.dossier', { nomination });
    assert.ok(shown);
    assertGoodCard(shown.card);
    return shown;
  };
  const evidence = (criterion: string, name: string, at: string) =>
    create(evidenceRecord, scope, evidenceId(round, person('an'), fold(name).padEnd(64, 'a')), {
      ...piece,
      criterion,
      name,
      added: { by: person('an'), at: instant(at) },
    });

  it('are the candidate’s own words, whole, and what each piece of evidence is called', async () => {
    const words = (i: number) => `Kết quả thứ ${i}. `.repeat(100).trim();
    const answer = (i: number) => ({
      rating: 'met' as const,
      words: words(i),
      reason: '',
      at: sentAt,
      by: person('an'),
    });
    const id = await seedDossier(office, 'an', { state: 'submitted', answers: { CN1: answer(1), CN2: answer(2) } });
    await office.store.commit(scope.unit, [
      evidence('CN1', 'Báo cáo quý III.pdf', '2026-11-11T08:00:00'),
      evidence('CN1', 'Giấy chứng nhận.pdf', '2026-11-11T08:00:00'),
    ]);
    const text = textOf((await read(id)).card);
    for (const i of [1, 2]) assert.ok(text.includes(words(i)));
    assert.match(
      text,
      /2 minh chứng: (Báo cáo quý III\.pdf; Giấy chứng nhận\.pdf|Giấy chứng nhận\.pdf; Báo cáo quý III\.pdf)/,
    );
    assert.doesNotMatch(text, /còn nữa/);
  });

  it('of one sent again are also why it was sent back and what is new since', async () => {
    const id = await seedDossier(office, 'an', { state: 'draft' });
    const press = async (who: string, card: unknown, verb: string, typed: object = {}) => {
      const button = actionsOf(card).findLast((a) => a.verb === verb);
      assert.ok(button, verb);
      return office.as(who).click(verb, { ...button.data, ...typed });
    };
    const send = async () => {
      const confirm = await office.as('an').click('nomination.submit', { round, candidate: person('an') });
      await press('an', confirm.card, 'nomination.submit');
    };
    await send();
    const opened = await office.as('adviceHead').click('review.next', { round });
    assert.doesNotMatch(opened.text, /trả lại để bổ sung lúc|từ khi trả lại/);
    const form = await press('adviceHead', opened.card, 'review.return');
    await press('adviceHead', form.card, 'review.return', { reason: 'Thiếu số liệu quý III' });
    const back = textOf((await read(id)).card);
    assert.match(back, /Trưởng phòng Đỗ Ăn trả lại để bổ sung lúc 09:00 ngày 12\/11\/2026\.\nThiếu số liệu quý III/);
    assert.doesNotMatch(back, /từ khi trả lại/i);

    office.set('2026-11-12T10:00:00');
    await send();
    assert.match(
      textOf((await read(id)).card),
      /Thiếu số liệu quý III\nTừ khi trả lại không có tiêu chuẩn nào được viết lại/,
    );
    const again = await office.as('adviceHead').click('review.next', { round });
    const second = await press('adviceHead', again.card, 'review.return');
    await press('adviceHead', second.card, 'review.return', { reason: 'Vẫn thiếu' });
    office.set('2026-11-12T11:00:00');
    await office.as('an').click('assess.save', {
      criterion: 'CN2',
      base: instant('2026-11-01T09:00:00'),
      rating: 'met',
      words: 'Quý III kết nối 215 lao động.',
    });
    await office.store.commit(scope.unit, [evidence('', 'Bảng số liệu.pdf', '2026-11-12T11:00:00')]);
    await send();
    const now = textOf((await read(id)).card);
    assert.match(now, /Vẫn thiếu\nMới từ khi trả lại: CN2, Minh chứng chưa gắn với tiêu chuẩn\./);
    assert.match(now, /Quý III kết nối 215 lao động\./);
  });

  it('of one opened again after its deadline are why it is late, and not that somebody sent it back', async () => {
    const again = act('2026-11-11T08:00:00', 'Ốm, điều trị tại bệnh viện');
    const id = await seedDossier(office, 'an', {
      state: 'submitted',
      nomination: { late: again, returned: { ...again, until: sentAt }, submitted: { by: person('an'), at: sentAt } },
    });
    const text = textOf((await read(id)).card);
    assert.equal(text.split('Ốm, điều trị tại bệnh viện').length, 2);
    assert.doesNotMatch(text, /trả lại để bổ sung lúc/);
  });

  it('name the candidate as they were when it was sent', async () => {
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    const snapshot = { name: 'Nguyễn Văn An', title: 'Kế toán', gender: '', departmentName: 'Phòng cũ' };
    const { data } = await nominationOf(office, id);
    assert.ok(data.snapshot);
    await changeNomination(office, id, { snapshot: { ...data.snapshot, ...snapshot } });
    assert.match(textOf((await read(id)).card), /Kế toán, Phòng cũ · \(đang cấp mã\)/);
  });

  it('have room on one card however much was written, and say where they do not end', async () => {
    const line = fc.constantFrom('Kết quả “nổi bật”. ', '"\\', 'đ\n', '𠮷', 'Tiếng Việt ');
    const long = (most: number) =>
      fc.tuple(line, fc.integer({ min: 0, max: most })).map(([of, n]) => of.repeat(n).slice(0, n - (n % 2)));
    const dossier = fc.record({
      words: fc.tuple(...Array.from({ length: 7 }, (_, i) => long(3_990).map((said) => said && `⟦${i}${said}⟧`))),
      pieces: fc.array(long(100), { maxLength: 20 }),
      late: fc.option(long(1_000), { nil: null }),
      reason: long(1_000),
      state: fc.constantFrom('submitted' as const, 'opined' as const),
    });
    const check = async ({ words, pieces, late, reason, state }: Drawn): Promise<void> => {
      const other = await openOffice({ now: '2026-11-12T09:00:00' });
      await seedRound(other);
      const model = (await nominationOf(other, await seedDossier(other, 'an', { state }))).data;
      const candidate = { kind: 'department' as const, id: dept('advice') };
      const id = nominationId(round, candidate.id);
      const by = person('adviceHead');
      const answers = other.plan.criteria.department.map((criterion, i) => [
        criterion.id,
        { rating: 'met' as const, words: words[i] ?? '', reason: '', at: sentAt, by },
      ]);
      const common = { round, candidate, departmentId: candidate.id };
      const returned = { by, at: instant('2026-11-09T09:00:00'), reason, until: sentAt };
      const more = {
        returned,
        late: late === null ? null : { by, at: instant('2026-11-08T09:00:00'), reason: late },
        opinion: model.opinion && { ...model.opinion, reason },
      };
      await other.store.commit(scope.unit, [
        create(assessmentRecord, scope, assessmentId(round, candidate.id), {
          ...common,
          answers: Object.fromEntries(answers),
          wish: 'asks',
        }),
        create(nominationRecord, scope, id, { ...model, ...common, ...more }),
        ...pieces.map((name, i) =>
          create(evidenceRecord, scope, evidenceId(round, candidate.id, `${i + 10}`.padEnd(64, 'a')), {
            ...piece,
            candidate,
            name: name || 'x',
          }),
        ),
      ]);
      const shown = await other.as('director').page('review.dossier', { nomination: id });
      assert.ok(shown);
      assertGoodCard(shown.card);
      const text = textOf(shown.card);
      if (words.every((said) => text.includes(said))) assert.doesNotMatch(text, /còn nữa/);
      else assert.match(text, /còn nữa, chọn để đọc toàn văn/);
      other.store.close();
    };
    await fc.assert(fc.asyncProperty(dossier, check), {
      numRuns: 20,
      // Signs that are two on the wire, in all that others gave as reasons.
      examples: [[{ words: words7, pieces: [], late: quotes, reason: quotes, state: 'submitted' }]],
    });
  });
});

const quotes = '"'.repeat(1_000);
const words7 = Array.from({ length: 7 }, (_, i) => `⟦${i}Kế⟧`);

interface Drawn {
  readonly words: readonly string[];
  readonly pieces: readonly string[];
  readonly late: string | null;
  readonly reason: string;
  readonly state: 'submitted' | 'opined';
}
