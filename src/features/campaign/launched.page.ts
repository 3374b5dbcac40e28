import { DateTime } from 'luxon';
import { launchedCard } from '../../../cards/campaign/launched.ts';
import { formatInstant } from '../../domain/text/format.ts';
import { addressing } from '../../model/people/addressee.ts';
import { campaignOf } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { definePage } from '../../pipeline/page.ts';
import { receiptId } from '../../records/campaign.ts';
import { roundRecord } from '../../records/round.ts';
import { addresseeKind, launchMessage } from './launch-message.ts';
import { campaignLaunched } from './refs.ts';

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
    const message = launchMessage(texts, {
      plan,
      number: campaign.data.number,
      issuedOn: campaign.data.issuedOn,
      at: DateTime.fromISO(asOf, { zone: plan.zone }),
      to: { kind, title: person.data.title, words: addressing(texts, person.data) },
    });
    const view = {
      unitName: plan.unit.name,
      ...message,
      read: read !== undefined,
      readLine:
        read === undefined
          ? ''
          : texts.t('words.campaign.readAt', { when: formatInstant(DateTime.fromISO(read, { zone: plan.zone })) }),
      mayAcknowledge: read === undefined,
      launch: params.launch,
      asOf,
      hasRound: (await turn.count(roundRecord)) > 0,
      isHead: kind === 'head',
      isLeader: kind === 'leader',
    };
    return { card: launchedCard(texts, view, banner), summary: texts.t('summaries.campaign.launched') };
  },
});
