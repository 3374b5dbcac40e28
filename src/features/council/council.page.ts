import { DateTime } from 'luxon';
import { overviewCard } from '../../../cards/council/overview.ts';
import { consideredStates } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayKnowFinding, mayReadCouncil, mayRecordCouncil } from '../../domain/policy/council.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { aboutNominee, findingWords } from '../../model/council/findings.ts';
import { nextNumber, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { candidateOf, inCouncilOrder, type Nominee, nomineesIn } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Agenda, agendaId, agendaRecord, type CouncilSession } from '../../records/council.ts';
import type { Loaded } from '../../records/record.ts';
import { councilShow } from './refs.ts';

const pageSize = 8;
const sessionsShown = 3;

/** What is before the council: for its secretary also what waits for it; for others of the council and the leaders to read. */
export const councilPage = definePage({
  name: councilShow,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayReadCouncil(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const sessions = await sessionsOf(turn, key);
    // None once the meeting is being recorded.
    const agenda = await turn.get(agendaRecord, agendaId(key, nextNumber(sessions)));
    const records = mayRecordCouncil(actor);
    const waiting = records ? await waitingDossiers(turn, key) : [];
    const listed = records ? waiting : (await nomineesIn(turn, key, ...consideredStates)).sort(inCouncilOrder);
    const part = slice(listed, params.page, pageSize);
    const closed = new Map(sessions.filter((s) => s.data.state === 'closed').map((s) => [s.id, s.data]));
    const state = listed.length > 0 ? 'some' : 'none';
    const view = {
      ...pagingView(part),
      round: key,
      roundName: roundName(plan, round),
      council: plan.unit.council,
      summary: texts.t(`words.council.${records ? 'waiting' : 'considered'}.${state}`, {
        counts: countWords(texts, listed),
      }),
      agendas: agenda === undefined ? [] : [agendaRow(texts, agenda, plan)],
      sessions: sessions.slice(-sessionsShown).map((session) => sessionRow(texts, session)),
      hasSessions: sessions.length > 0,
      listHeading: texts.t(`words.council.list.${records ? 'waiting' : 'considered'}`),
      rows: part.items.map((nominee) =>
        records
          ? waitingRow(texts, nominee, { plan, agenda })
          : consideredRow(texts, nominee, { closed, reader: actor }),
      ),
      hasRows: listed.length > 0,
      canRecord: records && waiting.length > 0 && sessions.every((s) => s.data.state === 'closed'),
    };
    return { card: overviewCard(texts, view, banner), summary: view.summary };
  },
});

function agendaRow(texts: Texts, { id, data }: Loaded<Agenda>, { zone }: Plan) {
  const { number, heldOn, place, considered, announced } = data;
  const at = DateTime.fromISO(announced.at, { zone });
  return {
    agenda: id,
    name: texts.t('words.council.agendaWhen', { number, date: formatIsoDate(heldOn), place }),
    detail: texts.t('words.council.agendaDetail', { dossiers: considered.length, at }),
    chip: texts.t('words.council.agendaState'),
    tone: 'accent' as const,
  };
}

function sessionRow(texts: Texts, { id, data }: Loaded<CouncilSession>) {
  const facts = {
    present: data.present.length,
    total: data.members.length,
    dossiers: data.considered.length,
    date: formatIsoDate(data.heldOn),
    number: data.number,
  };
  return {
    session: id,
    name: texts.t('words.council.session', facts),
    detail: texts.t('words.council.sessionDetail', facts),
    chip: texts.t(`words.council.sessionState.${data.state}`),
    tone: data.state === 'closed' ? ('good' as const) : ('warning' as const),
  };
}

/** Of the dossiers that wait, those that the members were sent the agenda of say so. */
function waitingRow(
  texts: Texts,
  nominee: Nominee,
  { plan, agenda }: { plan: Plan; agenda: Loaded<Agenda> | undefined },
) {
  const result = agenda?.data.considered.includes(nominee.id) ? 'tabled' : 'waiting';
  const level = plan.levels.find(({ id }) => id === nominee.nomination.data.level)?.name ?? '';
  return {
    name: nominee.name,
    detail: [aboutNominee(texts, nominee), level].filter(Boolean).join('. '),
    chip: texts.t(`words.council.result.${result}`),
    tone: result === 'tabled' ? ('accent' as const) : ('emphasis' as const),
    candidate: nominee.id,
    mayOpen: false,
  };
}

/** Figures and results are shown once the session that found them is closed, and nobody's own. */
function consideredRow(
  texts: Texts,
  nominee: Nominee,
  { closed, reader }: { closed: ReadonlyMap<string, CouncilSession>; reader: Actor },
) {
  const { council, state } = nominee.nomination.data;
  const isOpen = state === 'tabled' || !mayKnowFinding(reader, candidateOf(nominee));
  const session = council === null || isOpen ? undefined : closed.get(council.session);
  const isRecommended = state !== 'notRecommended' && state !== 'declined';
  const result = session === undefined ? 'tabled' : isRecommended ? 'recommended' : 'notRecommended';
  return {
    name: nominee.name,
    detail:
      council === null || session === undefined ? aboutNominee(texts, nominee) : findingWords(texts, session, council),
    chip: texts.t(`words.council.result.${result}`),
    candidate: nominee.id,
    mayOpen: true,
    tone: ({ tabled: 'accent', recommended: 'good', notRecommended: 'emphasis' } as const)[result],
  };
}
