import { noticeCard } from '../../../cards/award/notice.ts';
import { nominees } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { sessionRecord } from '../../records/council.ts';
import { consideredAt, consideredWords } from './considered-words.ts';
import { resultsConsidered } from './refs.ts';

/**
 * Word of a closed meeting to one whose dossier it considered: proposed or not, and what comes next. What has gone on since is told by the
 * message of that; what is on hold is not told.
 */
export const consideredPage = definePage({
  name: resultsConsidered,
  subject: ({ session }) => session,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const session = await turn.get(sessionRecord, params.session);
    if (viewer.person === undefined || session === undefined) return null;
    const mine = await consideredAt(turn, session, viewer.person);
    if (mine.length === 0) return null;
    const round = await roundOf(turn, session.data.round);
    const plan = await roundPlan(turn, round);
    const of = { session, round, plan, person: viewer.person, at: viewer.at };
    const notices = [];
    for (const nominee of await nominees(turn, mine)) notices.push(await consideredWords(turn, texts, nominee, of));
    const areProposed = mine.every(({ data }) => data.state === 'recommended');
    const heading = texts.t(`words.award.noticeHeading.${areProposed ? 'proposed' : 'considered'}`);
    const tone = areProposed ? ('accent' as const) : ('emphasis' as const);
    return {
      card: noticeCard(texts, { roundName: roundName(plan, round), heading, tone, notices }, banner),
      summary: heading,
    };
  },
});
