import { DateTime } from 'luxon';
import { reportCard } from '../../../cards/closing/report.ts';
import { shareOf } from '../../../cards/kit/kit.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import { isSent, type NominationState } from '../../domain/dossier/nomination.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { mayExtendRound } from '../../domain/policy/campaign.ts';
import { isOffice, leadsUnit } from '../../domain/policy/posts.ts';
import { departments, isOpen } from '../../model/people/people.ts';
import { endingOf, isGraceable } from '../../model/round/closing.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { roundName } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { channelOwner } from '../../records/address.ts';
import { closingId, type RoundResult } from '../../records/closing.ts';
import type { Department } from '../../records/department.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { closingReport } from './refs.ts';

const departmentsShown = 10;

/** How a round closed, in figures; to the office's people also what waits for them, to the leaders as it is. The channel reads figures alone. */
export const closingReportPage = definePage({
  name: closingReport,
  subject: ({ round }) => closingId(round),
  compose: async ({ turn, viewer, texts, params, banner, redraw }) => {
    const actor = actorOf(viewer);
    const actsForOffice = actor !== undefined && isOffice(actor);
    const leads = actor !== undefined && leadsUnit(actor);
    if (!actsForOffice && !leads && viewer.owner !== channelOwner('office')) return null;
    const ending = await endingOf(turn, params.round);
    const { plan, closing } = ending;
    const { outcome } = closing;
    const isCurrent = closing.phase === 'closed' && (params.times === '' || params.times === String(closing.times));
    if (outcome === null || (!isCurrent && !redraw)) return null;
    const grace = closing.graces.at(-1);
    const isReopened = closing.phase !== 'closed' && grace !== undefined;
    const all = await departments(turn);
    const { shown, more } = rowsOf(texts, outcome, all);
    const waits = actsForOffice ? await waitsOf(turn, texts, params.round) : [];
    const view = {
      unitName: plan.unit.name,
      roundName: roundName(plan, ending.round),
      deadline: deadlineLine(texts, local(plan, outcome.closesAt)),
      asOf: texts.t('words.at', { at: local(plan, outcome.countedAt) }),
      isReopened,
      reopened: isReopened
        ? texts.t('words.closing.reopened', { until: deadlineLine(texts, local(plan, grace.until)) })
        : '',
      totals: totalsOf(texts, outcome),
      aside: asideOf(texts, plan, outcome, all),
      departments: shown,
      more: more > 0 ? texts.t('words.closing.moreDepartments', { n: more }) : '',
      waits,
      isPerson: actor !== undefined,
      isOffice: actsForOffice,
      canExtend: actsForOffice && mayExtendRound(actor) && (await isGraceable(turn, ending, viewer.at)),
      round: params.round,
    };
    const { sent, lapsed } = outcome.total;
    const summary = texts.t('summaries.closing.report', { name: view.roundName, sent, lapsed });
    return { card: reportCard(texts, view, banner), summary };
  },
});

const local = ({ zone }: Plan, instant: string): DateTime => DateTime.fromISO(instant, { zone });

const totalsOf = (texts: Texts, { total }: RoundResult) =>
  (['sent', 'lapsed', 'declines'] as const).map((key) => ({
    figure: String(total[key]),
    label: texts.t(`words.closing.totals.${key}`),
  }));

/** Everyone by how the round closed for them, and the collective dossiers of the departments that write one. */
function asideOf(
  texts: Texts,
  plan: Plan,
  { total, departments: counted }: RoundResult,
  all: readonly Loaded<Department>[],
): string {
  const eligible = all.filter((each) => isOpen(each) && writesCollective(each.data, plan));
  const collective = (is: (state: NominationState) => boolean): number =>
    counted.filter(({ collective: state }) => state !== null && is(state)).length;
  return texts.t('words.closing.aside', {
    whole: wholeWords(texts, total),
    collectives: collective(isSent),
    of: eligible.length,
    collectivesLapsed: collective((state) => state === 'lapsed'),
  });
}

const parts = ['sent', 'lapsed', 'returned', 'extended', 'declines', 'silent', 'onLeave'] as const;
type Counts = Readonly<Record<(typeof parts)[number] | 'people', number>>;

/** The parts add up to the people. */
function wholeWords(texts: Texts, counts: Counts): string {
  const told = parts.filter((part) => counts[part] > 0);
  return texts.t('words.progress.whole', {
    n: counts.people,
    parts: told.map((part) => texts.t(`words.closing.part.${part}`, { n: counts[part] })).join(' · '),
  });
}

/** In protocol order; when there are too many for a card, those with the most that was not sent. */
function rowsOf(texts: Texts, outcome: RoundResult, all: readonly Loaded<Department>[]) {
  const name = new Map(all.map(({ id, data }) => [id, data.name]));
  const peopled = outcome.departments.filter(({ people }) => people > 0);
  const first = [...peopled].sort((a, b) => b.lapsed - a.lapsed).slice(0, departmentsShown);
  const shown = peopled
    .filter((department) => first.includes(department))
    .map((department) => ({
      name: name.get(department.id) ?? '—',
      figures: wholeWords(texts, department),
      ...shareOf(department.sent, department.people),
    }));
  return { shown, more: peopled.length - shown.length };
}

/** What the office has to do next, as it is now. */
async function waitsOf(turn: Turn, texts: Texts, round: string): Promise<string[]> {
  const waits: string[] = [];
  for (const state of ['submitted', 'opined', 'returned', 'lapsed'] as const) {
    const where = nominationBy.state(round, state);
    const n = await turn.count(nominationRecord, where);
    if (n > 0) waits.push(texts.t(`words.closing.waits.${state}`, { n }));
  }
  return waits;
}
