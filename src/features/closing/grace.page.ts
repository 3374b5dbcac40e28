import { DateTime } from 'luxon';
import { graceConfirmCard } from '../../../cards/closing/grace-confirm.ts';
import { graceFormCard } from '../../../cards/closing/grace-form.ts';
import { graceEndsBy } from '../../domain/calendar/closing.ts';
import { mayExtendRound } from '../../domain/policy/campaign.ts';
import { endingOf, graceFacts } from '../../model/round/closing.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import { closingGraceConfirm, closingGraceForm } from './refs.ts';

/** Until when, and why. */
export const graceFormPage = definePage({
  name: closingGraceForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayExtendRound(actor)) return null;
    const ending = await endingOf(turn, params.round);
    const facts = graceFacts(ending, viewer.at);
    const view = {
      round: params.round,
      roundName: roundName(ending.plan, ending.round),
      now: deadlineLine(texts, facts.closesAt),
      latest: texts.t('words.at', { at: graceEndsBy(facts.deadline) }),
      day: typed?.day ?? '',
      time: typed?.time ?? ending.plan.calendar.officeHours.to,
      reason: typed?.reason ?? '',
      seen: String(ending.closing.graces.length),
    };
    return { card: graceFormCard(texts, view, banner), summary: texts.t('summaries.closing.graceForm') };
  },
});

/** What will be recorded and whom it concerns. */
export const graceConfirmPage = definePage({
  name: closingGraceConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayExtendRound(actor)) return null;
    const ending = await endingOf(turn, params.round);
    const where = nominationBy.state(params.round, 'lapsed');
    const lapsed = await turn.count(nominationRecord, where);
    const view = {
      ...params,
      roundName: roundName(ending.plan, ending.round),
      now: deadlineLine(texts, graceFacts(ending, viewer.at).closesAt),
      until: deadlineLine(texts, DateTime.fromISO(params.until, { zone: ending.plan.zone })),
      effect: texts.t(`words.closing.graceEffect.${lapsed === 0 ? 'open' : 'lapsed'}`, { n: lapsed }),
    };
    return { card: graceConfirmCard(texts, view, banner), summary: texts.t('summaries.closing.graceForm') };
  },
});
