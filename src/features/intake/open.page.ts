import { z } from 'zod';
import { dossierCode } from '../../domain/dossier.ts';
import { canHold, canMove } from '../../domain/nomination.ts';
import { hasRole } from '../../domain/roles.ts';
import { openScreen } from '../../screens/intake/intake-screens.ts';
import { dossierParts } from '../dossier-parts.ts';
import { definePage } from '../page.ts';
import { checkRows, sentAt } from './intake-checks.ts';
import { mayHandle, readDossier } from './intake-dossier.ts';
import { stateTone } from './state-tone.ts';

/** One dossier as the office checks it: what the records show, and what may be done. */
export const openPage = definePage({
  page: 'intake.open',
  params: z.strictObject({ nomination: z.string() }),
  subject: ({ nomination }) => nomination,
  compose: async ({ deps, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined || !hasRole(person.data, 'office')) return null;
    const dossier = await readDossier(deps, params.nomination);
    const { nomination, candidate, plan, round } = dossier;
    const { state, level, snapshot } = nomination.data;
    const actor = { id: person.id, roles: person.data.roles, departmentId: person.data.departmentId };
    const handles = mayHandle({ actor }, dossier);
    const checks = await checkRows(deps, texts, { dossier, at: viewer.at });
    const view = {
      nomination: nomination.id,
      rev: nomination.rev,
      round: round.data.round,
      candidate: candidate.id,
      code: dossierCode(round.data.round, candidate.id),
      name: snapshot?.name ?? candidate.name,
      title: snapshot?.title ?? candidate.title,
      hasTitle: (snapshot?.title ?? candidate.title) !== '',
      departmentName: snapshot?.departmentName ?? candidate.departmentName,
      state: texts.t(`words.state.${state}`),
      tone: stateTone(state),
      level: plan.levels.find((l) => l.id === level)?.name ?? '—',
      sentAt: sentAt(dossier) || '—',
      checks,
      parts: dossierParts(texts, dossier).map(({ criterion, name, rating, tone, evidenceCount }) => ({
        criterion,
        name,
        rating,
        tone,
        evidenceCount,
      })),
      note: plan.dossier.note,
      hasNote: plan.dossier.note !== '',
      isOwn: !handles,
      canAccept: handles && canMove(state, 'accept'),
      canReturn: handles && canMove(state, 'return'),
      canRecord: handles && (canHold(state) || state === 'onHold'),
      canHold: handles && canHold(state),
      canResume: handles && state === 'onHold',
    };
    return { card: openScreen(texts, view, banner), summary: texts.t('summaries.intake.open', { name: view.name }) };
  },
});
