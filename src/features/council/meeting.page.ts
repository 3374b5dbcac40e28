import { additionCard } from '../../../cards/council/addition.ts';
import { amendmentCard } from '../../../cards/council/amendment.ts';
import { meetingCard } from '../../../cards/council/meeting.ts';
import { isWithin } from '../../domain/council/chain.ts';
import { type CouncilRules, quorumOf } from '../../domain/council/council.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { meetingBounds } from '../../model/council/chain.ts';
import { passRuleWords } from '../../model/council/findings.ts';
import { isTold, nextNumber, sessionBoard, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { stepSize } from '../../model/dossier/move-in-steps.ts';
import type { Nominee } from '../../model/dossier/nominees.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import { personOf } from '../../model/people/people.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Typed } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { agendaId, agendaRecord, sessionRecord } from '../../records/council.ts';
import { councilMembers } from './record-session.ts';
import { councilAddition, councilAmendment, councilForm } from './refs.ts';

const isSecretary = ({ viewer }: Pick<Ask<unknown>, 'viewer'>): boolean => {
  const actor = actorOf(viewer);
  return actor !== undefined && mayRecordCouncil(actor);
};

/** The meeting as it took place, and which dossiers it considered. */
export const meetingFormPage = definePage({
  name: councilForm,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner, typed } = ask;
    if (!isSecretary(ask)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const waiting = await waitingDossiers(turn, round.data.round);
    if (waiting.length === 0) return null;
    const members = await councilMembers(turn);
    const number = nextNumber(await sessionsOf(turn, round.data.round));
    const agenda = await turn.get(agendaRecord, agendaId(round.data.round, number));
    // Which dossiers are chosen is not known yet: the command looks at when those were sent.
    const bounds = await meetingBounds(turn, { round, zone: plan.zone, at: viewer.at, dossiers: [], number });
    const view = {
      ...(await formView(turn, texts, { members, rules: plan.settings.council })),
      roundName: roundName(plan, round),
      round: round.data.round,
      number,
      asksAttendance: true,
      earliest: bounds.from.on,
      latest: bounds.to.on,
      // As it was announced, once the day has come.
      heldOn:
        typed?.heldOn ??
        (agenda !== undefined && isWithin(agenda.data.heldOn, bounds) ? agenda.data.heldOn : bounds.to.on),
      place: typed?.place ?? agenda?.data.place ?? '',
      notes: typed?.notes ?? '',
      present: typed?.present ?? members.join(','),
      ...dossierChoices(texts, waiting, typed),
    };
    return { card: meetingCard(texts, view, banner), summary: texts.t('summaries.council.form') };
  },
});

export const amendmentPage = definePage({
  name: councilAmendment,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner, typed } = ask;
    const session = await turn.get(sessionRecord, params.session);
    if (!isSecretary(ask) || session === undefined) return null;
    const round = await roundOf(turn, session.data.round);
    const plan = await roundPlan(turn, round);
    const board = await sessionBoard(turn, session.id);
    const { cases, closing } = board;
    const isFixed = closing || session.data.state === 'closed';
    if (isFixed && (await isTold(turn, board))) return null;
    const dossiers = cases.map(({ nominee }) => nominee.nomination);
    const { number } = session.data;
    const bounds = await meetingBounds(turn, { round, zone: plan.zone, at: viewer.at, dossiers, number });
    const view = {
      ...(await formView(turn, texts, session.data)),
      asksAttendance: !isFixed,
      earliest: bounds.from.on,
      latest: bounds.to.on,
      roundName: roundName(plan, round),
      session: session.id,
      rev: session.rev,
      number,
      heldOn: typed?.heldOn ?? session.data.heldOn,
      place: typed?.place ?? session.data.place,
      notes: typed?.notes ?? session.data.notes,
      present: typed?.present ?? session.data.present.join(','),
    };
    return { card: amendmentCard(texts, view, banner), summary: texts.t('summaries.council.form') };
  },
});

export const additionPage = definePage({
  name: councilAddition,
  compose: async (ask) => {
    const { turn, texts, params, banner, typed } = ask;
    const session = await turn.get(sessionRecord, params.session);
    if (!isSecretary(ask) || session?.data.state !== 'recording') return null;
    const waiting = await waitingDossiers(turn, session.data.round);
    const view = {
      session: session.id,
      rev: session.rev,
      number: session.data.number,
      hasDossiers: waiting.length > 0,
      ...dossierChoices(texts, waiting, typed),
    };
    return { card: additionCard(texts, view, banner), summary: texts.t('summaries.council.form') };
  },
});

async function formView(turn: Turn, texts: Texts, of: { members: readonly string[]; rules: CouncilRules }) {
  const named = await Promise.all(
    of.members.map(async (id) => ({ id, name: (await personOf(turn, id)).data.fullName })),
  );
  const names = await namesApart(turn, named);
  const members = of.members.map((id, i) => ({ id, title: names[i] ?? '' }));
  const { numerator, denominator } = of.rules.quorum;
  const rules = texts.t('words.council.rules', {
    total: of.members.length,
    needed: quorumOf(of.rules, of.members.length),
    numerator,
    denominator,
    pass: passRuleWords(texts, of),
  });
  return { members, total: of.members.length, rules };
}

/** A short list is ticked one by one, all at first; of a long one the whole is one choice, since a card has only so much room. */
export function dossierChoices(texts: Texts, waiting: readonly Nominee[], typed: Typed | undefined) {
  const isLong = waiting.length > stepSize;
  const listed = waiting.slice(0, stepSize).map((nominee) => ({
    id: nominee.id,
    title: nominee.kind === 'department' ? nominee.name : `${nominee.name} – ${nominee.departmentName}`,
  }));
  const all = { id: 'all', title: texts.t('words.council.all', { n: waiting.length }) };
  return {
    dossiers: isLong ? [all, ...listed] : listed,
    chosen: typed?.dossiers ?? (isLong ? 'all' : listed.map((d) => d.id).join(',')),
    waiting: waiting.length,
    longList: isLong ? texts.t('words.council.longList', { shown: stepSize, n: waiting.length }) : '',
  };
}
