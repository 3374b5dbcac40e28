import { holdFormCard } from '../../../cards/intake/hold-form.ts';
import { originalFormCard } from '../../../cards/intake/original-form.ts';
import { returnFormCard } from '../../../cards/intake/return-form.ts';
import { summaryFormCard } from '../../../cards/intake/summary-form.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatDate } from '../../domain/text/format.ts';
import { sentBackUntil } from '../../model/dossier/dossier.ts';
import { sentName } from '../../model/dossier/sent-names.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Viewer } from '../../ports/pages.ts';
import type { Texts } from '../../ports/texts.ts';
import { departmentWords, type IntakeDossier, readDossier } from './intake-dossier.ts';
import { intakeHoldForm, intakeOriginalForm, intakeReturnForm, intakeSummaryForm } from './refs.ts';
import { maySummarise } from './summarise.ts';

const isForOffice = ({ person }: Viewer): boolean => person !== undefined && isOffice(person.data);

const about = async (turn: Turn, texts: Texts, dossier: IntakeDossier) => ({
  nomination: dossier.nomination.id,
  rev: dossier.nomination.rev,
  name: await sentName(turn, dossier),
  departmentName: departmentWords(texts, dossier),
});

export const returnFormPage = definePage({
  name: intakeReturnForm,
  compose: async ({ turn, viewer, texts, params: { nomination }, banner, typed }) => {
    if (!isForOffice(viewer)) return null;
    const dossier = await readDossier(turn, nomination);
    const earliest = sentBackUntil(dossier, viewer.at);
    const view = {
      ...(await about(turn, texts, dossier)),
      earliest: texts.t('words.at', { at: earliest }),
      reason: typed?.reason ?? '',
      until: typed?.until ?? '',
    };
    return { card: returnFormCard(texts, view, banner), summary: texts.t('summaries.intake.returnForm') };
  },
});

export const holdFormPage = definePage({
  name: intakeHoldForm,
  compose: async ({ turn, viewer, texts, params: { nomination }, banner, typed }) => {
    if (!isForOffice(viewer)) return null;
    const view = { ...(await about(turn, texts, await readDossier(turn, nomination))), reason: typed?.reason ?? '' };
    return { card: holdFormCard(texts, view, banner), summary: texts.t('summaries.intake.holdForm') };
  },
});

export const summaryFormPage = definePage({
  name: intakeSummaryForm,
  compose: async ({ turn, viewer, texts, params: { nomination }, banner, typed }) => {
    if (!isForOffice(viewer)) return null;
    const dossier = await readDossier(turn, nomination);
    const view = {
      ...(await about(turn, texts, dossier)),
      summary: typed?.summary ?? dossier.nomination.data.summary ?? '',
      isOpen: maySummarise(dossier.nomination.data.state),
    };
    return { card: summaryFormCard(texts, view, banner), summary: texts.t('summaries.intake.summaryForm') };
  },
});

export const originalFormPage = definePage({
  name: intakeOriginalForm,
  compose: async ({ turn, viewer, texts, params: { nomination }, banner, typed }) => {
    if (!isForOffice(viewer)) return null;
    const dossier = await readDossier(turn, nomination);
    const view = {
      ...(await about(turn, texts, dossier)),
      receivedOn: typed?.receivedOn ?? formatDate(viewer.at.setZone(dossier.plan.zone)),
    };
    return { card: originalFormCard(texts, view, banner), summary: texts.t('summaries.intake.originalForm') };
  },
});
