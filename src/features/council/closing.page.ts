import { closingCard } from '../../../cards/council/closing.ts';
import { quotaCount } from '../../domain/council/council.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { boardRev, isContradictory, type SessionBoard, sessionBoard } from '../../model/council/session.ts';
import { countWords } from '../../model/dossier/count-words.ts';
import { nomineesIn } from '../../model/dossier/nominees.ts';
import { departments, isOpen, peopleHere } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { minutesForm } from './minutes-form.ts';
import { councilClosing } from './refs.ts';

/** The last look before the results are fixed: how many of each, and where they go over what the plan allows. */
export const closingPage = definePage({
  name: councilClosing,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayRecordCouncil(actor)) return null;
    const board = await sessionBoard(turn, params.session);
    const { session, cases } = board;
    if (session.data.state !== 'recording') return null;
    const results = cases.filter((c) => c.standing === 'entered' || c.standing === 'settled');
    const of = (outcome: string): typeof results => results.filter((c) => c.outcome === outcome);
    const away = cases.length - results.length;
    const gated = of('gate').map((c) => c.nominee.name);
    const quotas = await quotaLines(turn, texts, board);
    const notes = [
      ...quotas.notes,
      ...(gated.length > 0 ? [texts.t('words.council.gated', { names: gated.join(', ') })] : []),
      ...(away > 0 ? [texts.t('words.council.away', { n: away })] : []),
    ].map((text) => ({ text }));
    const odd = results.filter(isContradictory).map((c) => c.nominee.name);
    const warnings = [
      ...quotas.warnings,
      ...(odd.length > 0 ? [texts.t('words.council.contradictory', { names: odd.join(', ') })] : []),
    ];
    const line = (key: string, some: typeof results) => ({
      label: texts.t(`words.council.closing.${key}`),
      value: upperFirst(
        countWords(
          texts,
          some.map(({ nominee }) => nominee),
        ),
      ),
    });
    const view = {
      ...(await minutesForm(turn, texts, { viewer, board, typed })),
      session: session.id,
      rev: boardRev(board),
      meetingNumber: session.data.number,
      meeting: texts.t('words.council.meeting', {
        date: formatIsoDate(session.data.heldOn),
        present: session.data.present.length,
        total: session.data.members.length,
      }),
      counts: [line('recommended', of('recommended')), line('not', [...of('short'), ...of('gate')])],
      warnings: warnings.map((text) => ({ text })),
      hasWarnings: warnings.length > 0,
      notes,
      hasNotes: notes.length > 0,
    };
    return { card: closingCard(texts, view, banner), summary: texts.t('summaries.council.closing') };
  },
});

/** Over a quota is a warning to the council, never a silent cut; one that was not entered is said to be so. */
async function quotaLines(turn: Turn, texts: Texts, { plan, session, cases }: SessionBoard) {
  const warnings: string[] = [];
  const missing: string[] = [];
  const before = await nomineesIn(turn, session.data.round, 'recommended', 'forwarded', 'awarded');
  const here = new Set(cases.map((c) => c.nominee.id));
  for (const quota of plan.quotas) {
    const level = plan.levels.find((l) => l.id === quota.level)?.name ?? quota.level;
    const what = texts.t(`words.council.quotaOf.${quota.candidate}`, { level });
    if (quota.limit === null) {
      missing.push(what);
      continue;
    }
    const limit = quotaCount(quota.limit, await countOf(turn, plan, quota)) ?? 0;
    const recommended =
      before.filter(
        (n) => !here.has(n.id) && n.kind === quota.candidate && n.nomination.data.council?.level === quota.level,
      ).length +
      cases.filter(
        (c) => c.outcome === 'recommended' && c.nominee.kind === quota.candidate && c.finding?.level === quota.level,
      ).length;
    if (recommended > limit) {
      warnings.push(texts.t('words.council.overQuota', { what, recommended, limit, source: quota.source }));
    }
  }
  const notes = missing.length === 0 ? [] : [texts.t('words.council.quotaMissing', { what: missing.join('; ') })];
  return { warnings, notes };
}

/** A percentage is of everyone, or of every department, that may be considered. */
async function countOf(turn: Turn, plan: Plan, { limit, candidate }: Plan['quotas'][number]): Promise<number> {
  if (limit === null || !('percent' in limit)) return 0;
  if (candidate === 'department') {
    return (await departments(turn)).filter((each) => isOpen(each) && writesCollective(each.data, plan)).length;
  }
  return peopleHere(turn);
}
