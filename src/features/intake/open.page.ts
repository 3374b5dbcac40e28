import { DateTime } from 'luxon';
import { openCard } from '../../../cards/intake/open.ts';
import { canHold, canMove, isSent, wasReopened } from '../../domain/dossier/nomination.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { asReadBy, isWithheld } from '../../model/dossier/as-read-by.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { dossierParts } from '../../model/dossier/parts.ts';
import { sentAs, sentName } from '../../model/dossier/sent-names.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { checkRows, sentAt } from './intake-checks.ts';
import { departmentWords, type IntakeDossier, mayHandle, readDossier } from './intake-dossier.ts';
import { intakeOpen } from './refs.ts';
import { stateTone } from './state-tone.ts';

/** One dossier as the office checks it: what the records show, and what may be done. */
export const openPage = definePage({
  name: intakeOpen,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const { person } = viewer;
    if (person === undefined || !isOffice(person.data)) return null;
    const dossier = await readDossier(turn, params.nomination);
    const { nomination, candidate, plan, round } = dossier;
    const { level } = nomination.data;
    const { title } = sentAs(dossier);
    const actor = asActor(person);
    const handles = mayHandle({ actor }, candidate);
    const state = await toldState(turn, actor, nomination.data);
    // Of one's own dossier the office's people read no more here than any candidate: not why it is on hold, nor what the council found.
    const remark = handles ? remarkOf(texts, dossier) : '';
    const read = asReadBy(actor, dossier);
    const checks = await checkRows(turn, texts, {
      ...{ dossier, at: viewer.at, isOwn: !handles },
      isWithheld: isWithheld(read),
    });
    const view = {
      nomination: nomination.id,
      rev: nomination.rev,
      round: round.data.round,
      candidate: candidate.id,
      code: upperFirst(codeOf(texts, dossier)),
      name: await sentName(turn, dossier),
      title,
      hasTitle: title !== '',
      departmentName: departmentWords(texts, dossier),
      state: texts.t(`words.state.${state}`),
      tone: stateTone(state),
      level: plan.levels.find((l) => l.id === level)?.name ?? '—',
      sentAt: sentAt(texts, dossier),
      paper: await paperWords(turn, texts, dossier),
      remark,
      hasRemark: remark !== '',
      checks,
      parts: dossierParts(texts, read).map(({ criterion, name, rating, tone, evidenceCount }) => ({
        criterion,
        name,
        rating,
        tone,
        evidenceCount,
      })),
      note: plan.dossier.note,
      hasNote: plan.dossier.note !== '',
      hasReport: handles && isSent(nomination.data.state),
      isOwn: !handles,
      canAccept: handles && canMove(state, 'accept'),
      canReturn: handles && canMove(state, 'return'),
      canRecord: handles && nomination.data.submitted !== null,
      canHold: handles && canHold(state),
      canResume: handles && state === 'onHold',
    };
    return { card: openCard(texts, view, banner), summary: texts.t('summaries.intake.open', { name: view.name }) };
  },
});

/** Why a dossier that was sent does not move. */
function remarkOf(texts: Texts, dossier: IntakeDossier): string {
  const { nomination, plan } = dossier;
  const { state, hold, returned, destroyedOn } = nomination.data;
  if (destroyedOn !== undefined) return texts.t('words.dossier.note.destroyed', { on: formatIsoDate(destroyedOn) });
  const local = (instant: string): DateTime => DateTime.fromISO(instant, { zone: plan.zone });
  if (state === 'onHold' && hold !== null) {
    return texts.t('words.intakeRemark.onHold', { since: local(hold.at), reason: hold.reason });
  }
  if (state === 'returned' && returned !== null) {
    const facts = { since: local(returned.at), until: openUntil(dossier), reason: returned.reason };
    return texts.t(`words.intakeRemark.${wasReopened(dossier.nomination.data) ? 'reopened' : 'returned'}`, facts);
  }
  return '';
}
