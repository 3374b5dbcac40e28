import { DateTime } from 'luxon';
import { launchedCard } from '../../../cards/campaign/launched.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { addressing } from '../../model/people/addressee.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { campaignOf, closesAt, openedRounds } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { receiptId } from '../../records/campaign.ts';
import { addresseeKind, launchMessage } from './launch-message.ts';
import { campaignLaunched } from './refs.ts';
import { roundsAsOf, type ToldRound } from './told-rounds.ts';

/** The launch as one person receives it; nothing once that launch was cancelled. Kept in step with the person's own receipt. */
export const launchedPage = definePage({
  name: campaignLaunched,
  subject: ({ campaign }, viewer) => receiptId(campaign, viewer.owner),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    const campaign = await campaignOf(turn);
    if (person === undefined || campaign === undefined || campaign.data.spreadId !== params.launch) return null;
    const { plan } = turn;
    const asOf = params.asOf ?? campaign.data.launched.at;
    const read = await readAt(turn, campaign, person.id);
    const kind = addresseeKind(person.data);
    const told = await roundsAsOf(turn, DateTime.fromISO(asOf, { zone: plan.zone }), campaign.data.round);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const isOnLeave = presenceOn(person.data, today) === 'onLeave';
    const message = launchMessage(texts, {
      plan,
      number: campaign.data.number,
      issuedOn: campaign.data.issuedOn,
      told,
      to: { kind, title: person.data.title, words: addressing(turn, texts, person.data), isOnLeave },
    });
    const opened = await openedRounds(turn);
    const view = {
      unitName: plan.unit.name,
      ...message,
      read: read !== undefined,
      readLine:
        read === undefined
          ? ''
          : texts.t('words.campaign.readAt', { when: DateTime.fromISO(read, { zone: plan.zone }) }),
      mayAcknowledge: read === undefined,
      launch: params.launch,
      asOf,
      deadlines: told.areOpen ? openLines(texts, told.rounds, viewer.at) : [],
      hasRound: opened.length > 0,
      canAssess: opened.some(({ data }) => viewer.at <= closesAt(plan, data)),
      isHead: kind === 'head',
      isLeader: kind === 'leader',
    };
    return { card: launchedCard(texts, view, banner), summary: texts.t('summaries.campaign.launched') };
  },
});

/** Until when dossiers of each round are taken, or that this is over; named where there are several. */
const openLines = (texts: Texts, rounds: readonly ToldRound[], at: DateTime) =>
  rounds.map(({ name, closes }) => {
    const isOver = at > closes;
    const line = texts.t(`words.campaign.${isOver ? 'deadlineOver' : 'deadlineIs'}`, {
      deadline: deadlineLine(texts, closes),
    });
    const tone = isOver ? ('emphasis' as const) : ('accent' as const);
    return { line: rounds.length > 1 ? `${name}. ${line}` : line, tone };
  });
