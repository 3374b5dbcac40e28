import { DateTime } from 'luxon';
import { oweOldCards } from '../../delivery/mirror/old-cards.ts';
import { openingLook } from '../../domain/calendar/opening.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import { closingId, closingRecord, openingId, openingRecord } from '../../records/closing.ts';
import { oldCardsId, oldCardsRecord } from '../../records/old-cards.ts';
import { roundRecord } from '../../records/round.ts';
import { oweClosing } from './closing.ts';
import { oweOpening } from './opening.ts';
import { openedRounds } from './round.ts';

/** A unit, its rounds and its campaign owe what they would owe had this release begun them. Run at each start; twice changes nothing. */
export async function backfill(turn: Turn): Promise<void> {
  const { plan } = turn;
  const rounds = await turn.list(roundRecord);
  const closings = await turn.getMany(
    closingRecord,
    rounds.map(({ data }) => closingId(data.round)),
  );
  const changes: Change[] = rounds
    .filter(({ data }) => !closings.has(closingId(data.round)))
    .map(({ data }) => oweClosing(turn.scope, data));
  if ((await turn.get(oldCardsRecord, oldCardsId)) === undefined) turn.ride([oweOldCards(turn.scope, turn.at)]);
  const campaign = await turn.get(campaignRecord, campaignId(plan.id));
  if (campaign?.data.cancelled === null) changes.push(...(await opening(turn, campaign.data)));
  if (changes.length > 0) turn.commit({ command: 'round.backfill', subject: plan.id, changes });
}

/** A plan that now foresees an earlier day is looked at in time for it. */
async function opening(turn: Turn, campaign: Campaign): Promise<Change[]> {
  const { plan, at: now } = turn;
  const known = await turn.get(openingRecord, openingId(plan.id));
  if (known === undefined) {
    const at = DateTime.max(now, DateTime.fromISO(campaign.launched.at, { zone: plan.zone }));
    return [await oweOpening(turn, at)];
  }
  const opened = new Set((await openedRounds(turn)).map(({ data }) => data.round));
  const settledAt = DateTime.fromISO(known.data.settledAt, { zone: plan.zone });
  const { due, next } = openingLook({ plan, opened, settledAt, now });
  const wanted = due.length > 0 ? now : next;
  const { dueAt } = known.data;
  if (wanted === undefined || (dueAt !== null && dueAt <= stamp(wanted))) return [];
  return [replace(openingRecord, known, { ...known.data, dueAt: stamp(wanted) })];
}
