import assert from 'node:assert/strict';
import { keepNamesakes } from '../../src/model/people/keep-namesakes.ts';
import { chapters } from '../support/grand-tour.ts';
import { dept } from '../support/office.ts';
import { openTour } from '../support/tour/open-tour.ts';

/** Three pairs of one name, department and title: two who are candidates, two clerks of the office, two on the council. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  'Nguyễn Thị Lan': ['adviceDeputy', 'an2'],
  'Lê Văn Bình': ['office', 'secretary'],
  'Trần Thị Mai': ['an', 'hniê'],
};
const alike = { title: 'Chuyên viên', gender: 'female' as const };
const people = Object.fromEntries(
  Object.entries(pairs).flatMap(([fullName, keys]) => keys.map((key) => [key, { ...alike, fullName }])),
);

describe('two people of one name, department and title, through a whole round', function () {
  this.timeout(60_000);
  it('are never named without what tells them apart, but to themselves', async () => {
    const tour = await openTour('vi', {
      now: '2026-11-02T09:00:00',
      people: { ...people, an2: { ...alike, fullName: 'Nguyễn Thị Lan', departmentId: dept('advice') } },
    });
    await tour.office.run(keepNamesakes);
    for (const chapter of chapters) await chapter(tour);
    tour.office.store.close();
    const faults = new Set<string>();
    let marked = 0;
    for (const { who, page, words, summary } of tour.seen) {
      for (const [name, keys] of Object.entries(pairs)) {
        // One's own name on one's own card is one's own.
        if (keys.includes(who)) continue;
        for (const text of [words, summary])
          for (const [found] of text.matchAll(new RegExp(`[^\\n]{0,40}${name}(?! \\()[^\\n]{0,40}`, 'g')))
            faults.add(`${page} to ${who}: ${found}`);
        marked += words.split(`${name} (`).length - 1;
      }
    }
    assert.deepEqual([...faults], []);
    assert.ok(marked > 100, `${marked} times`);
  });
});
