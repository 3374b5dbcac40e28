import assert from 'node:assert/strict';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Card } from '../../src/ports/messenger.ts';
import { adopted } from '../support/adopted.ts';
import { chapters } from '../support/grand-tour.ts';
import { textOf } from '../support/office.ts';
import { council } from '../support/tour/council.ts';
import { openTour } from '../support/tour/open-tour.ts';
import { settings } from '../support/tour/settings.ts';

/** From when the new names and figures are in force: before the council meets, after the round was opened. */
const from = '2026-12-01';
const source = 'văn bản mới';

/** The plan that the round is opened under. */
const opened = (real: Plan): Plan => ({
  ...real,
  title: 'Phong trào tên cũ',
  unit: { ...real.unit, office: 'Phòng tên cũ', council: 'Hội đồng tên cũ', shortName: 'Đơn vị tên cũ' },
  levels: real.levels.map((level) => ({
    ...level,
    authority: [{ from: '2023-01-01', value: `Thẩm quyền cũ ${level.id}`, source }],
  })),
});

/** What the office adopts meanwhile: names, money and law are facts of the day; whatever is a rule must not reach the open round. */
const after = (plan: Plan): Plan => ({
  ...plan,
  title: 'Phong trào tên mới',
  unit: { ...plan.unit, office: 'Phòng tên mới', council: 'Hội đồng tên mới', shortName: 'Đơn vị tên mới' },
  levels: plan.levels.map((level) => ({
    ...level,
    name: `Cấp đổi luật ${level.id}`,
    authority: [...level.authority, { from, value: `Thẩm quyền mới ${level.id}`, source }],
  })),
  legalBasis: [
    ...plan.legalBasis.map((text) => (text.kind === 'Luật' ? { ...text, effectiveTo: '2026-11-30' } : text)),
    {
      id: 'luat-moi',
      kind: 'Luật',
      number: '99/2026/QH16',
      date: '2026-11-15',
      issuer: 'Quốc hội',
      title: '',
      effectiveFrom: from,
      effectiveTo: null,
      citedIn: ['papers'],
      note: '',
    },
  ],
  criteria: {
    department: plan.criteria.department.map((each) => ({ ...each, name: 'Tiêu chuẩn đổi luật' })),
    person: plan.criteria.person.map((each) => ({ ...each, name: 'Tiêu chuẩn đổi luật' })),
    adhoc: plan.criteria.adhoc,
  },
  settings: {
    ...plan.settings,
    bonus: {
      ...plan.settings.bonus,
      baseSalary: [...plan.settings.bonus.baseSalary, { from, value: 9_990_000, source }],
    },
    council: { ...plan.settings.council, passPercent: 99 },
  },
});

describe('a round that is open while names, money and law change', function () {
  this.timeout(60_000);
  const shown: { page: string; words: string }[] = [];

  before(async () => {
    const tour = await openTour('vi', { now: '2026-11-02T09:00:00', plan: opened });
    const at = chapters.indexOf(council);
    for (const part of chapters.slice(0, at)) await part(tour);
    const plan = after(tour.office.plan);
    Object.assign(tour.office.unit, await adopted(tour.office, plan));
    const known = new Set([...tour.cards.values()].flat());
    // The settings show what rounds to come are going to be ruled by.
    for (const part of chapters.slice(at)) if (part !== settings) await part(tour);
    tour.office.store.close();
    for (const [page, cards] of tour.cards)
      for (const card of cards) if (!known.has(card)) shown.push({ page, words: wordsOf(card) });
  });
  const wordsOf = (card: Card): string => `${textOf(card)}\n${JSON.stringify(card)}`;
  const saying = (words: string): string[] =>
    shown.filter((each) => each.words.includes(words)).map(({ page }) => page);

  it('no card of a paper that is made later bears an old name', () => {
    assert.ok(shown.length > 60, `${shown.length} cards`);
    for (const old of ['tên cũ', 'Thẩm quyền cũ', '06/2022/QH15']) assert.deepEqual(saying(old), [], old);
  });
  it('the new ones stand on the cards that name them: council, agreement, papers, the announcement and what people are told', () => {
    for (const [words, ...pages] of [
      ['Thẩm quyền mới unit', 'decide.show', 'decide.agreement', 'decide.paper', 'decide.decision', 'results.channel'],
      ['Thẩm quyền mới so', 'decide.forwarding', 'decide.reply', 'results.declined'],
      ['99/2026/QH16', 'decide.agreement', 'decide.forwarding', 'decide.paper', 'decide.decision', 'decide.case'],
      ['99/2026/QH16', 'council.closing', 'council.minutes', 'decide.submission'],
      ['9.990.000', 'decide.agreement', 'decide.paper', 'decide.decision'],
      ['Phong trào tên mới', 'results.channel'],
    ] as const)
      for (const page of pages) assert.ok(saying(words).includes(page), `${page}: ${words} (${saying(words)})`);
  });
  it('no rule of the new plan reaches the round', () => {
    for (const rule of ['đổi luật', '99%']) assert.deepEqual(saying(rule), [], rule);
    assert.ok(saying('quá 50%').includes('council.session'));
  });
});
