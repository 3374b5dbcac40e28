import { DateTime } from 'luxon';
import { z } from 'zod';
import { answerState } from '../../domain/dossier/criteria.ts';
import { CodedError } from '../../domain/errors.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { type Dossier, loadDossier } from '../../model/dossier/dossier.ts';
import { wantsOf } from '../../model/dossier/next-step.ts';
import { idsOf, nominationOf, ownDossier, refreshed, requireWritable, whose } from '../../model/dossier/own.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Answer, good, Refusal, type Remark, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { withInputs } from '../../pipeline/inputs.ts';
import { rating } from '../../records/assessment.ts';
import {
  answersFrom,
  changedAnswers,
  type Form,
  firstOutdated,
  isUntouched,
  requireKeepable,
  type TypedAnswer,
} from './answers.ts';
import { criterionOf } from './criterion.ts';
import { levelOf } from './level.ts';
import { assessOverview, assessSheet, dossierShow, evidenceList, nominationConfirm } from './refs.ts';
import { mostLetters, sheetInput, sheetInputs } from './sheet-inputs.ts';
import { type Said, writeAssessment } from './write-assessment.ts';

export const saveSheetInput = withInputs(
  {
    ...whose,
    level: z.string().default(''),
    goTo: z.enum(['send', 'overview', 'evidence', 'decline']).default('overview'),
  },
  sheetInput,
);
type Input = z.infer<typeof saveSheetInput>;

/**
 * Keeps all criteria of a card at once, with what the person wants next: to look through it and send, to go on later, to see to the
 * evidence, or not to ask at all. Never overwrites what another device saved meanwhile.
 */
export async function saveSheet(ctx: Ctx, input: Input): Promise<Answer> {
  const dossier = await ownDossier(ctx, input);
  requireWritable(dossier, ctx.at);
  const typed = typedAnswers(dossier, input);
  const form: Form = { show: assessSheet.ref(idsOf(dossier)), typed: fieldsOf(input, typed), room: mostLetters };
  requireKeepable(dossier, typed, form);
  const changed = changedAnswers(dossier, typed);
  const outdated = firstOutdated(dossier, changed);
  if (outdated !== undefined) {
    const by = await nameOf(ctx, outdated.by);
    const at = DateTime.fromISO(outdated.at, { zone: dossier.plan.zone });
    throw new Refusal('ANSWER_CHANGED', { facts: { by, at }, ...form });
  }
  const said = { answers: answersFrom(ctx, dossier, changed), ...wishOf(dossier, input) };
  const changes = writeAssessment(ctx, dossier, said);
  if (changes.length > 0) {
    ctx.commit({
      command: 'assess.sheet',
      subject: nominationOf(dossier),
      facts: { criteria: changed.map(({ criterion }) => criterion.id).join(' '), goTo: input.goTo },
      changes: [...changes, refreshed(ctx, dossier)],
    });
  }
  const { round, candidate } = idsOf(dossier);
  const after = await loadDossier(ctx, round, candidate);
  return onwards(ctx, after, { goTo: input.goTo, isChanged: changes.length > 0 });
}

/** @throws CodedError NO_SUCH_CRITERION for an answer to what is not asked; BAD_CARD for a rating that there is not */
function typedAnswers(dossier: Dossier, input: Input): TypedAnswer[] {
  return sheetInputs(input).map(({ id, of }): TypedAnswer => {
    const rated = z.union([rating, z.literal('')]).safeParse(of('rating'));
    if (!rated.success) throw new CodedError('BAD_CARD');
    return {
      criterion: criterionOf(dossier, id),
      base: of('base'),
      rating: rated.data || null,
      words: tidy(of('words')),
      reason: tidy(of('reason')),
    };
  });
}

/** As the page reads them again; what nobody touched is shown as it is stored. */
const fieldsOf = ({ level }: Input, typed: readonly TypedAnswer[]) => ({
  level,
  ...Object.fromEntries(
    typed
      .filter((answer) => !isUntouched(answer))
      .flatMap(({ criterion: { id }, base, rating: rated, words, reason }) => [
        [`base-${id}`, base],
        [`rating-${id}`, rated ?? ''],
        [`words-${id}`, words],
        [`reason-${id}`, reason],
      ]),
  ),
});

/** @throws CodedError NO_SUCH_LEVEL */
function wishOf(dossier: Dossier, { goTo, level }: Input): Said {
  if (goTo === 'decline') return { declines: true };
  if (goTo !== 'send') return {};
  const asksFor = level === '' ? levelOf(dossier) : level;
  if (!dossier.plan.levels.some(({ id }) => id === asksFor)) throw new CodedError('NO_SUCH_LEVEL');
  return { asksFor };
}

async function onwards(
  ctx: Ctx,
  dossier: Dossier,
  { goTo, isChanged }: Pick<Input, 'goTo'> & { isChanged: boolean },
): Promise<Answer> {
  const ids = idsOf(dossier);
  const lacks = lacking(ctx, dossier);
  if (goTo === 'decline') return show(assessOverview.ref(ids), good('nomination.declined'));
  if (goTo !== 'send') {
    const remark = isChanged ? remarkOf(lacks, 'lacking') : undefined;
    return show(goTo === 'evidence' ? evidenceList.ref(ids) : assessOverview.ref(ids), remark);
  }
  if (lacks !== '') return show(assessSheet.ref(ids), remarkOf(lacks, 'notReady'));
  if ((await wantsOf(ctx, dossier)).length > 0) return show(dossierShow.ref(ids), remarkOf(lacks));
  return show(nominationConfirm.ref(ids), remarkOf(lacks));
}

const remarkOf = (lacks: string, key: 'lacking' | 'notReady' = 'lacking'): Remark =>
  lacks === '' ? good('assess.sheet.whole') : { tone: 'warning', key: `assess.sheet.${key}`, facts: { lacks } };

/** "CN1: mức đánh giá; CN2: nội dung, kết quả đã thực hiện" */
function lacking(ctx: Ctx, { criteria, assessment }: Dossier): string {
  const texts = ctx.texts(ctx.me.data.locale);
  return criteria
    .map(({ id }) => ({ id, state: answerState(assessment?.data.answers[id]) }))
    .filter(({ state }) => state !== 'complete')
    .map(({ id, state }) => `${id}: ${texts.t(`words.dossier.lacks.${state}`)}`)
    .join('; ');
}
