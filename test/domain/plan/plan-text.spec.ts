import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

/** The plan as its unit issued it; it is no part of this repository, and the comparison runs where it lies beside it. */
const source = new URL('../../../../shared/000_6e5b2adb51a172aa.txt', import.meta.url);

/** Typing errors of the source, corrected in the plan file and listed there; nothing else may differ. */
const corrections: readonly (readonly [typed: string, meant: string])[] = [
  ['vai trò, trách nhiệm, vai trò của', 'vai trò, trách nhiệm của'],
  ['đề tập trung', 'để tập trung'],
  ['14/CTUBND ngày 21/7/ 2022', '14/CT-UBND ngày 21/7/2022'],
  ['Ban chấp hành Đảng bộ', 'Ban Chấp hành Đảng bộ'],
  ['của công dân (nếu có)', 'của công dân (nếu có).'],
  ['quy định khen thưởng của Sở', 'quy định khen thưởng của Sở.'],
  ['về Hành chính – Nghiệp vụ trước', 'về Phòng Hành chính – Nghiệp vụ trước'],
  ['01/12/ 2025', '01/12/2025'],
  ['đơn vị cấp trên theo quy định', 'đơn vị cấp trên theo quy định.'],
  ['Khánh Hòa ./.', 'Khánh Hòa./.'],
  ['- Sở LĐTB&XH;', 'Sở LĐTB&XH'],
  ['- Lãnh đạo TT;', 'Lãnh đạo TT'],
  ['- Các phòng chuyên môn TT;', 'Các phòng chuyên môn TT'],
  ['- Lưu: VT, HCNV, T.Hiền', 'Lưu: VT, HCNV, T.Hiền'],
];
/** Of the form, not of the text: blanks that the office fills in at the launch, and a trace of scanning. */
const frame = ['Số: /KH-DVVVKH', 'Khánh Hòa, ngày tháng năm 2023', 'Nơi nhận:', '- } (VBĐT)'];

const linesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The plan file's text and signature, a line each, as the source has them. */
const ours = [
  ...plan.text.flatMap(({ numeral, title, paragraphs }) => [
    ...(title === '' ? [] : [numeral === '' ? title : `${numeral}. ${title}`]),
    ...paragraphs.map((paragraph) => (typeof paragraph === 'string' ? paragraph : paragraph.head)),
  ]),
  ...plan.document.recipients,
  plan.document.filing,
  plan.document.signatory.title.toLocaleUpperCase('vi'),
  plan.document.signatory.name,
];

describe('the text of the plan', () => {
  it('is the source’s, sentence by sentence, but for the corrections listed', function () {
    if (!existsSync(source)) this.skip();
    let corrected = linesOf(readFileSync(source, 'utf8')).join('\n');
    for (const [typed, meant] of corrections) {
      assert.equal(corrected.split(typed).length, 2, `"${typed}" stands in the source once`);
      corrected = corrected.replace(typed, () => meant);
    }
    const theirs = corrected.split('\n').filter((line) => !frame.includes(line));
    const sentences = (lines: readonly string[]) => lines.flatMap((line) => line.split(/(?<=[.;:]) /));
    assert.deepEqual(sentences(ours), sentences(theirs));
  });
  it('has every part that the source has, with its own numerals', () => {
    assert.deepEqual(
      plan.text.map(({ numeral, remark }) => (remark === '' ? numeral : `${numeral} (${remark})`)),
      ['', 'I', 'II', 'III', 'IV', 'V', 'V (trùng số trong bản gốc)', ''],
    );
    const all = ours.join('\n');
    for (const words of [
      /^KẾ HOẠCH\nPhát động thực hiện/,
      /tổ chức thực hiện 02 giai đoạn/,
      /Thực hiện theo quy định Khoản 3, Mục IV, Kế hoạch số 10348\/KH-UBND/,
      /Nghị quyết số 09-NQ\/TW ngày 28\/01\/2022 của Bộ Chính trị về xây dựng, phát triển/,
      /mẫu số 07 Nghị định số 91\/2017\/NĐ-CP/,
      /Trên đây là Kế hoạch phát động/,
    ])
      assert.match(all, words);
  });
  it('holds no note of the office', () => assert.doesNotMatch(ours.join('\n'), /đối chiếu|chưa nhập|văn thư/));
});
