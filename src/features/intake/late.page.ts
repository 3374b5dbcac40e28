import { lateFormCard } from '../../../cards/intake/late-form.ts';
import { lateListCard } from '../../../cards/intake/late-list.ts';
import { supplementDeadline } from '../../domain/calendar/supplement.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { type Nominee, nomineesIn } from '../../model/dossier/nominees.ts';
import { codeWords, numbersOf } from '../../model/dossier/number.ts';
import { closesAt, roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { readDossier } from './intake-dossier.ts';
import { intakeLateForm, intakeLateList } from './refs.ts';

const unsent = ['draft', 'returned', 'lapsed'] as const satisfies readonly NominationState[];
const pageSize = 8;

/** Dossiers that were begun, or sent back, and not sent in their time, searchable by name without diacritics. */
export const lateListPage = definePage({
  name: intakeLateList,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (viewer.person === undefined || !isOffice(viewer.person.data)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const wanted = fold(params.name);
    const isOpen = ({ nomination }: Nominee): boolean => viewer.at <= openUntil({ plan, round, nomination });
    const all = (await nomineesIn(turn, round.data.round, ...unsent)).filter((n) => !isOpen(n));
    const numbers = await numbersOf(turn, round.data.round);
    const part = slice(
      all.filter((n) => fold(n.name).includes(wanted)),
      params.page,
      pageSize,
    );
    const view = {
      round: round.data.round,
      roundName: roundName(plan, round),
      name: params.name,
      rows: part.items.map(({ nomination, id, name, departmentName }) => ({
        nomination: nomination.id,
        rev: nomination.rev,
        name,
        departmentName: `${departmentName} · ${codeWords(texts, numbers.get(id), nomination.data)}`,
        state: texts.t(`words.state.${nomination.data.state}`),
      })),
      isEmpty: part.total === 0,
      empty: texts.t(all.length === 0 ? 'words.lateEmpty.none' : 'words.lateEmpty.notFound'),
      ...pagingView(part),
    };
    return { card: lateListCard(texts, view, banner), summary: texts.t('summaries.intake.lateList') };
  },
});

export const lateFormPage = definePage({
  name: intakeLateForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (viewer.person === undefined || !isOffice(viewer.person.data)) return null;
    const { nomination, candidate, criteria, missing, round, plan } = await readDossier(turn, params.nomination);
    const earliest = supplementDeadline(viewer.at, closesAt(plan, round.data), plan);
    const canReopen = nomination.data.state === 'lapsed';
    const names = criteria.filter(({ id }) => missing.includes(id)).map(({ id, name }) => `${id} (${name})`);
    const view = {
      nomination: nomination.id,
      rev: nomination.rev,
      round: round.data.round,
      name: candidate.name,
      departmentName: candidate.departmentName,
      complete: missing.length === 0,
      canReopen,
      canAct: canReopen || missing.length === 0,
      earliest: texts.t('words.at', { at: earliest }),
      until: typed?.until ?? '',
      missing: names.join('; ') || '—',
      reason: typed?.reason ?? '',
    };
    return { card: lateFormCard(texts, view, banner), summary: texts.t('summaries.intake.lateForm') };
  },
});
