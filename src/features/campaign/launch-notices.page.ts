import { DateTime } from 'luxon';
import { launchCancelCard } from '../../../cards/campaign/launch-cancel.ts';
import { launchCancelledCard } from '../../../cards/campaign/launch-cancelled.ts';
import { launchRecordCard } from '../../../cards/campaign/launch-record.ts';
import { cancellableUntil } from '../../domain/plan/launch.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { addressing } from '../../model/people/addressee.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { campaignOf } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { stamp } from '../../ports/commit.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Delivery, deliveryRecord } from '../../records/message.ts';
import { documentLine } from './document-line.ts';
import { readingOf } from './reading.ts';
import { launchCancel, launchCancelled, launchRecord } from './refs.ts';
import { openAsOf, openAtLaunch, type ToldRound } from './told-rounds.ts';

/** The launch as the office's channel keeps it: figures, no names. */
export const launchRecordPage = definePage({
  name: launchRecord,
  compose: async ({ turn, viewer, texts, params }) => {
    const campaign = await campaignOf(turn);
    if (campaign === undefined || campaign.data.spreadId !== params.launch) return null;
    const { plan } = turn;
    const people = (await readingOf(turn, campaign, viewer.at))?.people ?? 0;
    const view = {
      unitName: plan.unit.name,
      movement: plan.title,
      document: documentLine(texts, plan, campaign.data),
      launchedAt: texts.t('words.at', { at: DateTime.fromISO(campaign.data.launched.at, { zone: plan.zone }) }),
      people: texts.t('words.campaign.people', { n: people }),
      open: (await openAtLaunch(turn, campaign.data)).map((round) => openLine(texts, round)),
    };
    return { card: launchRecordCard(texts, view), summary: texts.t('summaries.campaign.launched') };
  },
});

/** Before a launch is taken back: how many have it already, and until when this is possible. */
export const launchCancelPage = definePage({
  name: launchCancel,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const campaign = await campaignOf(turn);
    if (!viewingAs(viewer, mayLaunch) || campaign === undefined) return null;
    const reading = await readingOf(turn, campaign, viewer.at);
    if (reading === undefined) return null;
    const open = await openAtLaunch(turn, campaign.data);
    const view = {
      document: documentLine(texts, turn.plan, campaign.data),
      stays: open.map((round) => openLine(texts, round)),
      sent: texts.t('words.campaign.ofAll', { part: reading.delivered + reading.doubtful, all: reading.people }),
      untilLine: texts.t(`words.campaign.${open.length > 0 ? 'cancelUntilAnyway' : 'cancelUntil'}`, {
        when: texts.t('words.at', { at: cancellableUntil(campaign.data.launched.at, turn.plan) }),
      }),
      launch: params.launch,
    };
    return { card: launchCancelCard(texts, view, banner), summary: texts.t('summaries.campaign.cancel') };
  },
});

/** One that was recalled may have been seen before. */
const mayHaveSeen: readonly Delivery['state'][] = ['sending', 'sent', 'ambiguous', 'recalling', 'recalled'];

/** Tells that a launch was taken back; nothing for a person whom that launch never reached. `delivery` is empty for the channel. */
export const launchCancelledPage = definePage({
  name: launchCancelled,
  compose: async ({ turn, viewer, texts, params }) => {
    const { plan } = turn;
    const { person } = viewer;
    const sent = params.delivery === '' ? undefined : await turn.get(deliveryRecord, params.delivery);
    const reached = sent !== undefined && mayHaveSeen.includes(sent.data.state);
    if (person !== undefined && (!reached || sent.data.to !== person.id)) return null;
    const open = await openAsOf(turn, stamp(viewer.at), null);
    const view = {
      unitName: plan.unit.name,
      stays:
        open.length === 0
          ? ''
          : texts.t('words.campaign.staysOpen', { rounds: open.map((round) => openLine(texts, round)).join(', ') }),
      canAssess: person !== undefined && open.length > 0,
      greeting:
        person === undefined
          ? plan.unit.office
          : texts.t('words.campaign.greeting', { addressee: addressing(turn, texts, person.data).addressee }),
      text:
        sent === undefined
          ? texts.t('words.campaign.cancelledRecord')
          : texts.t('words.campaign.cancelledText', {
              when: texts.t('words.at', {
                at: DateTime.fromISO(sent.data.sentAt ?? sent.data.createdAt, { zone: plan.zone }),
              }),
            }),
      isPerson: person !== undefined,
    };
    return { card: launchCancelledCard(texts, view), summary: texts.t('summaries.campaign.cancelled') };
  },
});

/** "Đợt xét khen thưởng năm 2026 (hạn gửi hồ sơ: hết ngày 30/11/2026 (thứ Hai))" */
const openLine = (texts: Texts, { name, closes }: ToldRound): string =>
  texts.t('words.campaign.openRoundUntil', { name, deadline: deadlineLine(texts, closes) });
