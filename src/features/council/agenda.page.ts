import { agendaCard } from '../../../cards/council/agenda.ts';
import { agendaFormCard } from '../../../cards/council/agenda-form.ts';
import { mayReadCouncil, mayRecordCouncil } from '../../domain/policy/council.ts';
import { isOwn } from '../../domain/policy/dossier.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { aboutNominee } from '../../model/council/findings.ts';
import { nextNumber, sessionsOf, waitingDossiers } from '../../model/council/session.ts';
import { candidateOf, inCouncilOrder, type Nominee, nominees } from '../../model/dossier/nominees.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { agendaId, agendaRecord } from '../../records/council.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import { dossierChoices } from './meeting.page.ts';
import { councilAgenda, councilAgendaForm } from './refs.ts';

const pageSize = 8;

/** When and where the council is going to meet, and what it will consider. */
export const agendaFormPage = definePage({
  name: councilAgendaForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayRecordCouncil(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const key = round.data.round;
    const waiting = await waitingDossiers(turn, key);
    if (waiting.length === 0) return null;
    const before = await turn.get(agendaRecord, agendaId(key, nextNumber(await sessionsOf(turn, key))));
    const view = {
      round: key,
      roundName: roundName(plan, round),
      heldOn: typed?.heldOn ?? before?.data.heldOn ?? '',
      place: typed?.place ?? before?.data.place ?? '',
      today: viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd'),
      ...dossierChoices(texts, waiting, typed),
    };
    return { card: agendaFormCard(texts, view, banner), summary: texts.t('summaries.council.agendaForm') };
  },
});

/** What a member reads before the meeting; nobody opens the own dossier here. */
export const agendaPage = definePage({
  name: councilAgenda,
  subject: ({ agenda }) => agenda,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const agenda = await turn.get(agendaRecord, params.agenda);
    if (actor === undefined || agenda === undefined || !mayReadCouncil(actor)) return null;
    const { round: key, heldOn, place, considered, number } = agenda.data;
    const round = await roundOf(turn, key);
    const plan = await roundPlan(turn, round);
    const ids = considered.map((candidate) => nominationId(key, candidate));
    const found = [...(await turn.getMany(nominationRecord, ids)).values()];
    const all = (await nominees(turn, found)).sort(inCouncilOrder);
    const part = slice(all, params.page, pageSize);
    const facts = { number, date: formatIsoDate(heldOn), place };
    const levelOf = ({ nomination }: Nominee): string =>
      plan.levels.find(({ id }) => id === nomination.data.level)?.name ?? '';
    const view = {
      ...pagingView(part),
      agenda: agenda.id,
      round: key,
      roundName: roundName(plan, round),
      when: texts.t('words.council.agendaWhen', facts),
      isSentAgain: agenda.rev > 1,
      rows: part.items.map((nominee) => ({
        candidate: nominee.id,
        name: nominee.name,
        detail: `${aboutNominee(texts, nominee)}. ${levelOf(nominee)}`,
        chip: texts.t('words.council.result.tabled'),
        tone: 'accent' as const,
        mayOpen: !isOwn(actor, candidateOf(nominee)),
      })),
    };
    return { card: agendaCard(texts, view, banner), summary: texts.t('summaries.council.agenda', facts) };
  },
});
