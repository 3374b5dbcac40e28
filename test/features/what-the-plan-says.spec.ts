import assert from 'node:assert/strict';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { adopted } from '../support/adopted.ts';
import { actionsOf, type Office, openOffice, person } from '../support/office.ts';
import { instant, round, seedRound } from '../support/seed-round.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Every page of the plan as somebody reads it, from its table of contents to the last page. */
async function readPlan(office: Office, key = 'an'): Promise<string> {
  const contents = await office.as(key).say('kế hoạch');
  const texts = [contents.text];
  let next = actionsOf(contents.card).find(({ verb }) => verb === 'plan.section');
  while (next !== undefined) {
    const { card, text } = await office.as(key).click('plan.section', next.data);
    texts.push(text);
    next = actionsOf(card).find(({ title }) => title === 'Trang sau');
  }
  return flat(texts.join('\n'));
}

/** R-number and what a reader of the plan finds in chat: the plan's own words, and what they mean today. */
const toBeRead: readonly (readonly [row: string, what: string, words: readonly string[]])[] = [
  [
    'R-003',
    'the plan as one whole',
    ['Phong trào thi đua đặc biệt theo Chỉ thị số 14/CT-UBND', 'Trung tâm Dịch vụ việc làm Khánh Hòa'],
  ],
  ['R-004', 'the parent plan', ['Thực hiện Kế hoạch số 58/KH-SLĐTBXH ngày 29/05/2023']],
  ['R-005', 'the directive', ['Chỉ thị số 14/CT-UBND']],
  ['R-008', 'the aim', ['thực hiện về việc xây dựng, phát triển tỉnh Khánh Hòa đến năm 2030, tầm nhìn đến năm 2045']],
  ['R-009', 'what it asks of heads', ['trách nhiệm của người đứng đầu cơ quan']],
  ['R-026', 'two stages', ['02 giai đoạn', 'Giai đoạn 2023 - 2025', 'Giai đoạn 2026 - 2030']],
  [
    'R-028',
    'the last day of the movement',
    ['bắt đầu thi đua từ ngày ban hành Kế hoạch đến ngày 31/12/2030', 'đến ngày 31/12/2030.'],
  ],
  ['R-029', 'the preliminary review', ['sơ kết giai đoạn 2023 - 2025 vào năm 2025']],
  ['R-030', 'the final review', ['Tổng kết giai đoạn 2026 - 2030 vào năm 2030']],
  ['R-031', 'that departments are commended as collectives', ['Tập thể: Các phòng chuyên môn của Trung tâm']],
  ['R-032', 'that every employee may be commended', ['Cá nhân: Toàn thể viên chức và người lao động']],
  ['R-034', 'Decision 1165', ['Quyết định số 1165/QĐ-UBND, ngày 29/4/2022']],
  ['R-035', 'Resolution 09', ['Nghị quyết số 09-NQ/TW ngày 28/01/2022 của Bộ Chính trị']],
  ['R-036', 'Plan 6524', ['Kế hoạch 6524/KH-UBND ngày 15/7/2022']],
  ['R-038', 'content 1', ['tạo sự chuyển biến rõ nét trong lãnh đạo, chỉ đạo', 'công tác khen thưởng']],
  ['R-042', 'content 3', ['Phát huy truyền thống đoàn kết, năng động, sáng tạo', 'trên tất cả các lĩnh vực']],
  ['R-043', 'content 3', ['mọi nguồn lực hoàn thành xuất sắc nhiệm vụ của phòng']],
  ['R-048', 'Directive 05', ['Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị']],
  ['R-049', 'Conclusion 01', ['Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị']],
  ['R-052', 'the texts to make known', ['Nghị quyết số 09-NQ/TW', 'Chỉ thị số 05-CT/TW', '6524/KH-UBND']],
  [
    'R-053',
    'Giấy khen of the director of the Sở, by its name of today',
    ['Khen thưởng cấp Sở: Giấy khen của Giám đốc Sở', 'Giấy khen của Giám đốc Sở Nội vụ'],
  ],
  [
    'R-054',
    'Giấy khen of the centre’s director',
    ['Giấy khen của Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa (Định kỳ hằng năm)'],
  ],
  [
    'R-055',
    'a round in each year that is left',
    [2026, 2027, 2028, 2029, 2030].map((year) => `Đợt xét khen thưởng năm ${year}`),
  ],
  ['R-097', 'the Sở among its recipients', ['Sở LĐTB&XH;']],
  ['R-098', 'the leaders among its recipients', ['Lãnh đạo TT;']],
  ['R-099', 'the departments among its recipients', ['Các phòng chuyên môn TT;']],
  ['R-100', 'its filing line', ['Lưu: VT, HCNV, T.Hiền']],
  ['R-102', 'who signs it', ['Giám đốc Chu Văn Công']],
];

/** R-number, a text that the plan rests on, and who issued it when, as the office reads it in the list of grounds. */
const grounds: readonly (readonly [row: string, name: string, issued: string])[] = [
  ['R-004', 'Kế hoạch số 58/KH-SLĐTBXH', 'Sở Lao động – Thương binh và Xã hội, 29/05/2023'],
  ['R-005', 'Chỉ thị số 14/CT-UBND', 'Ủy ban nhân dân tỉnh Khánh Hòa, 22/07/2022'],
  ['R-034', 'Quyết định số 1165/QĐ-UBND', 'Ủy ban nhân dân tỉnh Khánh Hòa, 29/04/2022'],
  ['R-035', 'Nghị quyết số 09-NQ/TW', 'Bộ Chính trị, 28/01/2022'],
  ['R-036', 'Kế hoạch số 6524/KH-UBND', 'Ủy ban nhân dân tỉnh Khánh Hòa, 15/07/2022'],
  ['R-048', 'Chỉ thị số 05-CT/TW', 'Bộ Chính trị, 15/05/2016'],
  ['R-049', 'Kết luận số 01-KL/TW', 'Bộ Chính trị, 18/05/2021'],
];

/** Movements of the province and the country that the plan links itself to, with their years. */
const movements: readonly (readonly [row: string, name: string, years: string])[] = [
  ['R-044', 'Cả nước chung sức xây dựng nông thôn mới', '2021 - 2025'],
  ['R-045', 'Vì người nghèo - Không để ai bị bỏ lại phía sau', '2021 - 2025'],
  ['R-046', 'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở', '2019 - 2025'],
];

const amended = (change: (plan: Plan) => Partial<Plan>) => (plan: Plan) => ({ ...plan, ...change(plan) });

describe('what the plan says, read in chat', () => {
  let read: string;
  let forOffice: string;
  before(async () => {
    const office = await openOffice();
    read = await readPlan(office);
    forOffice = await readPlan(office, 'office');
  });
  for (const [row, what, words] of toBeRead)
    it(`${row}: ${what}`, () => {
      for (const each of words) assert.ok(read.includes(each), each);
    });

  for (const [row, name, issued] of grounds)
    it(`${row}: the office finds ${name} among the grounds, with its issuer and date`, () => {
      const list = forOffice.split('CĂN CỨ PHÁP LÝ').at(-1) ?? '';
      const states = ['Cần đối chiếu', 'Chưa ghi nhận hết hiệu lực'];
      assert.ok(
        states.some((state) => list.includes(`${name} ${state} ${issued}`)),
        list,
      );
    });

  for (const [row, name, years] of movements)
    it(`${row}: “${name}” is in the plan’s words, and now it is said that it has ended`, () => {
      const now = read.slice(read.lastIndexOf('ÁP DỤNG HIỆN NAY'));
      const words = read.slice(0, -now.length);
      assert.ok(words.includes(`“${name}” giai đoạn ${years}`), words);
      assert.ok(now.includes(`${name} Đã kết thúc`), now);
    });

  it('R-005: tells the office, and not staff, which two dates of the directive are to be checked', () => {
    assert.match(forOffice, /Cần đối chiếu ngày ban hành: Kế hoạch ghi 22\/7\/2022 ở bốn chỗ .* và 21\/7\/2022 ở hai/);
    assert.doesNotMatch(read, /Cần đối chiếu/);
  });

  it('R-101: leaves out what the scan left behind', () => assert.doesNotMatch(read, /[{}]|VBĐT/));

  it('R-047: shows a movement of the province that the unit has added', async () => {
    const added = { id: 'tinh-so', name: 'Khánh Hòa thi đua chuyển đổi số', fromYear: 2026, toYear: 2028, source: '' };
    const plan = amended(
      ({ movements: those }) => ({ movements: [...those, { ...those[0], ...added }] }) as Partial<Plan>,
    );
    assert.ok((await readPlan(await openOffice({ plan }))).includes(added.name));
  });

  it('R-050: shows the theme that the unit has set for the year', async () => {
    const theme = { year: 2026, theme: 'Kỷ cương, sáng tạo, hiệu quả' };
    const plan = amended(() => ({ yearlyThemes: [theme] }) as Partial<Plan>);
    assert.match(await readPlan(await openOffice({ plan })), /2026.*Kỷ cương, sáng tạo, hiệu quả/);
  });

  it('R-017: amended while a round is open, asks with its new words in the next one; the round keeps its own', async () => {
    const office = await openOffice();
    await seedRound(office);
    const [was, now] = ['nỗ lực bám sát', 'chủ động bám sát'];
    const plan = structuredClone(office.plan);
    for (const criterion of plan.criteria.person) Object.assign(criterion, { text: criterion.text.replace(was, now) });
    Object.assign(office.unit, await adopted(office, plan));
    const next = 'annual-2027';
    await seedRound(office, { round: next, year: 2027, deadline: instant('2027-11-30T23:59:59.999') });
    const asked = async (of: string) =>
      flat((await office.as('an').click('assess.open', { round: of, candidate: person('an'), criterion: 'CN1' })).text);
    for (const [of, words, other] of [
      [round, was, now],
      [next, now, was],
    ] as const) {
      const text = await asked(of);
      assert.ok(text.includes(words) && !text.includes(other), text);
    }
  });
});
