import { mayWrite } from '../../domain/policy/dossier.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { nextStepOf } from '../../model/dossier/next-step.ts';
import { idsOf, isWritable, type Whose } from '../../model/dossier/own.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { assessCriterion, assessOverview, assessSheet } from './refs.ts';
import { fitsOneCard } from './sheet-inputs.ts';

/**
 * Where writing goes on. Whoever has something left to write, or was given it back, gets all criteria on one card where they fit, else the overview; a criterion
 * that was asked for is opened with the others or alone.
 */
export async function openAssessment(ctx: Ctx, { criterion, ...of }: Whose & { criterion: string }): Promise<Answer> {
  const dossier = await loadDossier(ctx, of.round, of.candidate === '' ? ctx.me.id : of.candidate);
  const ids = idsOf(dossier);
  const writes = mayWrite(ctx.actor, dossier.candidate) && isWritable(dossier, ctx.at);
  const fits = writes && fitsOneCard(dossier);
  if (criterion !== '') return show(fits ? assessSheet.ref(ids) : assessCriterion.ref({ ...ids, criterion }));
  const goesOn = fits && (dossier.facts.state === 'returned' || (await nextStepOf(ctx, dossier, ctx)) === 'goOn');
  return show(goesOn ? assessSheet.ref(ids) : assessOverview.ref(ids));
}
