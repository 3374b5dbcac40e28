import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headcountOf } from '../../../src/features/roster/headcount.ts';
import { audienceFigures, audienceOf, reachFigures } from '../../../src/model/people/audience.ts';
import type { Person } from '../../../src/records/person.ts';
import { connect } from '../../features/campaign/launching.ts';
import { change } from '../../features/reminders/a-round.ts';
import { everyone, openOffice } from '../../support/office.ts';

const day = fc.constantFrom(null, '2026-11-15', '2026-11-16', '2026-11-17');
const attendance: fc.Arbitrary<Partial<Person>> = fc.record({
  status: fc.constantFrom('active', 'onLeave', 'left'),
  statusFrom: day,
  statusTo: day,
  endDate: day,
});
const somebody = fc.record({ attendance, reason: fc.constantFrom(undefined, '', 'uninstalled', '403') });

describe('how many a message to everyone reaches', () => {
  it('is counted as whoever reads everybody counts it, the parts adding up, whoever has left and kept the app', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 4, maxLength: everyone.length }), async (people) => {
        const office = await openOffice({ now: '2026-11-16T09:00:00' });
        for (const [i, { attendance: to, reason }] of people.entries()) {
          const key = everyone[i] ?? '';
          await change(office, key, to);
          if (reason !== undefined) await connect(office, key, reason);
        }
        const turn = office.turn();
        const read = { people: 0, reachable: 0 };
        for await (const { recipients } of audienceOf(turn)) {
          read.people += recipients.length;
          read.reachable += recipients.filter(({ reach }) => reach === 'reachable').length;
        }
        assert.deepEqual(await reachFigures(turn), read);
        const { departments, ...whole } = await audienceFigures(turn);
        assert.deepEqual(whole, read);
        for (const of of ['people', 'reachable'] as const)
          assert.equal(
            departments.reduce((sum, row) => sum + row[of], 0),
            read[of],
          );
        const counted = await headcountOf(turn, '2026-11-16');
        const { active, onLeave, left, people: all } = counted.whole;
        assert.deepEqual([active + onLeave, active + onLeave + left], [read.people, everyone.length]);
        assert.equal(all, everyone.length);
        for (const of of ['people', 'active', 'onLeave', 'left'] as const)
          assert.equal(
            counted.departments.reduce((sum, row) => sum + row[of], 0),
            counted.whole[of],
          );
      }),
      { numRuns: 40 },
    );
  });
});
