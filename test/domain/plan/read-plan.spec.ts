import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CodedError } from '../../../src/domain/errors.ts';
import { readPlan } from '../../../src/domain/plan/read-plan.ts';

const source = readFileSync(new URL('../../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url), 'utf8');

/** The plan with one passage changed; the passage must be there exactly once, or the table row tests nothing. */
function edited(passage: string, replacement: string): string {
  assert.equal(source.split(passage).length - 1, 1, `"${passage}" must occur once`);
  return source.replace(passage, () => replacement);
}

function refusal(yamlText: string): { count: unknown; problems: string[] } {
  try {
    readPlan(yamlText);
  } catch (error) {
    assert.ok(error instanceof CodedError, String(error));
    assert.equal(error.code, 'PLAN_INVALID');
    return { count: error.facts.count, problems: String(error.facts.problems).split('\n') };
  }
  return assert.fail('the plan was taken');
}

const lineOf = (yamlText: string, passage: string) => yamlText.slice(0, yamlText.indexOf(passage)).split('\n').length;

describe('readPlan', () => {
  it('takes the plan of the source', () => {
    const plan = readPlan(source);
    assert.deepEqual(
      plan.criteria.department.map((criterion) => criterion.id),
      ['TT1', 'TT2', 'TT3', 'TT4', 'TT5', 'TT6', 'TT7'],
    );
    assert.deepEqual(
      plan.criteria.person.filter((criterion) => criterion.headsOnly).map((criterion) => criterion.id),
      ['CN3'],
    );
    assert.equal(plan.document.number, null);
    assert.ok(plan.quotas.every((quota) => quota.limit === null));
  });

  it('names one Directive 14, flagged with both dates of the source (R-005)', () => {
    const directives = readPlan(source).legalBasis.filter((text) => text.number === '14/CT-UBND');
    assert.equal(directives.length, 1);
    assert.match(directives[0]?.note ?? '', /Cần đối chiếu.*22\/7\/2022.*21\/7\/2022/s);
  });

  it('says Bằng khen in the words of V.2 and in the note on the contradiction, nowhere else (R-077)', () => {
    const { text, dossier, ...rest } = readPlan(source);
    const { note, ...parts } = dossier;
    assert.match(note, /Bằng khen/);
    assert.equal(JSON.stringify(text).split('Bằng khen').length, 2, 'the words of V.2, as issued');
    assert.doesNotMatch(JSON.stringify({ ...rest, parts }), /Bằng khen/);
  });

  it('knows the date of Directive 14 once: every title follows it', () => {
    const plan = readPlan(edited('date: "2022-07-22"', 'date: "2022-07-21"'));
    const titles = [plan.title, ...plan.legalBasis.map(({ title }) => title)].filter((title) =>
      title.includes('Chỉ thị số 14/CT-UBND'),
    );
    assert.equal(titles.length, 3);
    for (const title of titles) assert.match(title, /14\/CT-UBND ngày 21\/7\/2022/);
    assert.match(readPlan(source).title, /14\/CT-UBND ngày 22\/7\/2022/);
  });

  const wrong: readonly [name: string, passage: string, replacement: string, place: string, reason: RegExp][] = [
    ['an unknown key', 'shortName: Trung tâm\n', 'shortName: Trung tâm\n  logo: x\n', 'unit.logo', /unknown key/],
    ['a missing key', '  symbol: DVVLKH\n', '', 'unit.symbol', /expected string/],
    ['an empty text', 'title: Giám đốc\n', 'title: ""\n', 'document.signatory.title', /Too small/],
    ['a zone that is none', 'zone: Asia/Ho_Chi_Minh', 'zone: Asia/Nha_Trang', 'zone', /not a time zone/],
    ['a last day not in every year', 'lastDay: "11-30"', 'lastDay: "02-29"', 'calendar.lastDay', /every year/],
    ['a last day that never exists', 'lastDay: "11-30"', 'lastDay: "11-31"', 'calendar.lastDay', /every year/],
    ['a day in another notation', 'lastDay: "11-30"', 'lastDay: 30/11', 'calendar.lastDay', /month-day.*"30\/11"/],
    ['a date that does not exist', 'end: "2030-12-31"', 'end: "2030-12-32"', 'period.end', /date that exists/],
    [
      'a stage after the period',
      'toYear: 2030\n    review:',
      'toYear: 2031\n    review:',
      'stages[1].toYear',
      /after the end/,
    ],
    ['a review outside its stage', 'reviewYear: 2025', 'reviewYear: 2026', 'stages[0].reviewYear', /within the stage/],
    ['a criterion id used twice', '- id: CN2', '- id: TT1', 'criteria.person[1].id', /"TT1" is already used/],
    [
      'the date of a text that is not there',
      'title: Phong trào thi đua đặc biệt theo Chỉ thị số 14/CT-UBND ngày {date of ct-14-2022}',
      'title: Phong trào theo Chỉ thị ngày {date of ct-15-2022}',
      'title',
      /cites the date/,
    ],
    [
      'a criterion in other words than the plan',
      'text: Thực hiện chế độ thông tin báo cáo đầy đủ',
      'text: Thực hiện tốt chế độ thông tin báo cáo đầy đủ',
      'criteria.department[6].text',
      /not a paragraph/,
    ],
    ['a level id used twice', '- id: so\n', '- id: unit\n', 'levels[1].id', /already used/],
    [
      'a quota of an unknown level',
      'level: unit\n    candidate: person',
      'level: tinh\n    candidate: person',
      'quotas[3].level',
      /no level "tinh"/,
    ],
    [
      'a limit in words',
      'candidate: person\n    limit: null\n    source: Khoản 3 Mục IV Kế hoạch số 10348/KH-UBND ngày 25/10/2022\n',
      'candidate: person\n    limit: many\n    source: x\n',
      'quotas[3].limit',
      /takes \{ count: 5 \}/,
    ],
    [
      'a rating without sense',
      'rating: [met, notMet, notArisen]',
      'rating: [met, notMet]',
      'settings.rating',
      /notArisen is missing/,
    ],
    [
      'a rating given twice',
      'rating: [met, notMet, notArisen]',
      'rating: [met, met, notMet, notArisen]',
      'settings.rating[1]',
      /already used/,
    ],
    [
      'dated rows out of order',
      '- from: "2024-07-01"',
      '- from: "2023-07-01"',
      'settings.bonus.baseSalary[2].from',
      /must be after 2023-07-01/,
    ],
    [
      'dated rows that begin too late',
      'parent:\n  - from: "2023-01-01"',
      'parent:\n  - from: "2023-06-01"',
      'parent[0].from',
      /must begin by 2023-01-01/,
    ],
    [
      'heads only for departments',
      'mayNotArise: true\n      headsOnly: false',
      'mayNotArise: true\n      headsOnly: true',
      'criteria.department[2].headsOnly',
      /only a criterion of persons/,
    ],
    [
      'a quorum never reached',
      '{ numerator: 2, denominator: 3 }',
      '{ numerator: 4, denominator: 3 }',
      'settings.council.quorum',
      /never be reached/,
    ],
    ['reminders at night', 'at: "08:30"', 'at: "19:30"', 'calendar.reminders.at', /outside office hours/],
    [
      'a round without its year',
      'khen thưởng năm {year}',
      'khen thưởng hằng năm',
      'calendar.rounds[0].name',
      /needs \{year\}/,
    ],
    [
      'a round that opens after it ends',
      'năm {year}\n      opensOn: "10-01"',
      'năm {year}\n      opensOn: "12-02"',
      'calendar.rounds[0].opensOn',
      /is before/,
    ],
    [
      'a law that ends before it begins',
      'effectiveTo: "2025-06-30"',
      'effectiveTo: "2023-06-30"',
      'legalBasis[12].effectiveTo',
      /is before/,
    ],
    ['a holiday given twice', '"2027-09-03"', '"2027-09-02"', 'calendar.holidays[26].on', /already used/],
  ];
  for (const [name, passage, replacement, place, reason] of wrong) {
    it(`refuses ${name}, at ${place}`, () => {
      const problem = refusal(edited(passage, replacement)).problems.find((each) => each.includes(`, ${place}: `));
      assert.match(problem ?? '', reason);
    });
  }

  it('gives the line of the value', () => {
    const text = edited('lastDay: "11-30"', 'lastDay: "11-31"');
    assert.match(refusal(text).problems[0] ?? '', new RegExp(`^line ${lineOf(text, 'lastDay: ')}, column 12, `));
  });

  it('tells everything at once, malformed and senseless, in the order of the file', () => {
    const text = edited('lastDay: "11-30"', 'lastDay: "11-31"')
      .replace('  symbol: DVVLKH\n', '  symbol: 5\n')
      .replace('- id: CN2', '- id: CN1');
    const { count, problems } = refusal(text);
    assert.equal(count, 3);
    assert.deepEqual(
      problems.map((problem) => problem.split(', ')[2]?.split(':')[0]),
      ['unit.symbol', 'criteria.person[1].id', 'calendar.lastDay'],
    );
  });

  for (const [what, garble, reason] of [
    ['letters that are lost', (text: string) => text.replace(/[ệụ]/g, '\uFFFD'), /not saved as UTF-8/],
    ['letters that became question marks', (text: string) => text.replace(/[ệụ]/g, '?'), /replaced by question marks/],
    [
      'UTF-8 read as Windows-1252',
      (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)),
      /read as Windows-1252/,
    ],
    ['an old font', () => 'Trung t©m DÞch vô viÖc lµm Kh¸nh Hßa', /TCVN3/],
    ['another old font', () => 'Trung taâm Dòch vuï vieäc laøm Khaùnh Hoøa', /VNI/],
  ] as const) {
    it(`refuses ${what}, with the line and the likely cause`, () => {
      const name = 'Trung tâm Dịch vụ việc làm Khánh Hòa';
      const text = source.replace(name, garble(name));
      assert.notEqual(text, source);
      const [problem] = refusal(text).problems;
      assert.match(problem ?? '', reason);
      assert.match(problem ?? '', new RegExp(`^line ${lineOf(source, name)}, `));
    });
  }

  it('refuses broken YAML with its line', () => {
    const { problems } = refusal('id: a\nunit: {name: x\ntitle: b\n');
    assert.match(problems[0] ?? '', /^line [23], column \d+, /);
  });

  it('refuses a key given twice', () => {
    const { problems } = refusal(edited('zone: Asia/Ho_Chi_Minh\n', 'zone: Asia/Ho_Chi_Minh\nzone: Asia/Bangkok\n'));
    assert.match(problems[0] ?? '', /unique/);
  });

  for (const text of ['', 'just a sentence', '- 1\n- 2\n']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.ok(refusal(text).problems.length > 0);
    });
  }
});
