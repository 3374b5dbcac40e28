import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import { leastText } from '../../src/features/questions/refs.ts';
import { goRound } from '../support/grand-tour.ts';
import { actionsOf } from '../support/office.ts';
import type { Opened } from '../support/tour/open-tour.ts';

/** Rows that are named by what they lead to, cut to the width of a button: nobody can type those in full. */
const isCut = (title: string): boolean => title.endsWith('…');

/** What is refused for the moment, and never for who asks: there is no round yet, or its time is over, or a step comes first. */
const theirTime = ['DEADLINE_PASSED', 'NOT_ASKED', 'NO_CAMPAIGN', 'NO_ROUND'];

for (const locale of ['vi', 'en'] as const)
  describe(`the name of any button, typed by whoever has its card (${locale})`, function () {
    this.timeout(240_000);
    const tried = new Set<string>();
    const notUnderstood = new Set<string>();
    const refused = new Map<string, Set<string>>();

    async function look({ office, who, show, card }: Opened): Promise<void> {
      for (const { title } of actionsOf(card)) {
        const once = `${who} ${title.replace(/\d+/g, '0')}`;
        if (tried.has(once) || isCut(title)) continue;
        tried.add(once);
        const page = await office.wouldSay(who, title).catch((error: unknown) => {
          // What is refused in words was understood.
          if (!(error instanceof CodedError)) throw error;
          refused.set(error.code, (refused.get(error.code) ?? new Set()).add(`${who} ${show.page}: ${title}`));
          return error.code;
        });
        // A long text that is nothing else is offered as a question.
        const isOffered = page === 'question.offer' && [...title].length >= leastText;
        if (page === 'start.unknown' || isOffered) notUnderstood.add(`${who} ${show.page}: ${title}`);
      }
    }
    before(async () => {
      await goRound(locale, look);
    });

    it('is understood', () => {
      assert.deepEqual([...notUnderstood].sort(), []);
      assert.ok(tried.size > 200, `${tried.size}`);
    });
    it('is not refused to those who have it', () =>
      assert.deepEqual(Object.keys(Object.fromEntries(refused)).sort(), theirTime));
  });
