import { DateTime } from 'luxon';
import { showCard } from '../../../cards/retention/show.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Destruction, destructionId, destructionRecord } from '../../records/destruction.ts';
import { evidenceRecord } from '../../records/evidence.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { isPeriodOver, periodOf } from './periods.ts';
import { retentionShow } from './refs.ts';

/** What of a round would be destroyed, until when it is kept, and what has become of it; for the office. */
export const showPage = definePage({
  name: retentionShow,
  subject: ({ round }) => destructionId(round),
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (!viewingAs(viewer, isOffice)) return null;
    const round = await roundOf(turn, params.round);
    const destruction = (await turn.get(destructionRecord, destructionId(params.round)))?.data;
    const until = periodOf(turn, round);
    const where = byRound(params.round);
    const [dossiers, files] = await Promise.all([
      turn.count(nominationRecord, where),
      turn.count(evidenceRecord, where),
    ]);
    const view = {
      round: params.round,
      roundName: roundName(await roundPlan(turn, round), round),
      period:
        until === undefined
          ? texts.t('words.retention.none')
          : texts.t('words.retention.until', {
              on: formatIsoDate(until),
              source: turn.plan.settings.retention?.source ?? '',
            }),
      state: destruction === undefined ? '' : await stateOf(turn, texts, destruction),
      content: texts.t('words.retention.content', { dossiers, files }),
      mayDestroy: destruction === undefined && isPeriodOver(turn, round),
      number: typed?.number ?? '',
      issuedOn: typed?.issuedOn ?? '',
    };
    return { card: showCard(texts, view, banner), summary: texts.t('summaries.retention', { round: view.roundName }) };
  },
});

async function stateOf(turn: Turn, texts: Texts, { asked, number, issuedOn, destroyed, endedAt }: Destruction) {
  const at = DateTime.fromISO(endedAt ?? asked.at, { zone: turn.plan.zone });
  const facts = { at, n: destroyed, number, on: formatIsoDate(issuedOn), by: await nameOf(turn, asked.by) };
  return texts.t(`words.retention.${endedAt === null ? 'going' : 'done'}`, facts);
}
