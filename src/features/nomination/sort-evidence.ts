import { z } from 'zod';
import { idsOf, ownDossier, whose } from '../../model/dossier/own.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { type Placement, placeEvidence } from './place-evidence.ts';
import { evidenceList } from './refs.ts';

/** How many files one card asks about; more of them stay without a criterion and are listed. */
export const sortedAtOnce = 6;

export const sortEvidenceInput = z
  .object({
    ...whose,
    /** Evidence ids, in the order of the inputs `to0`, `to1` …; each input names a dossier and a criterion: `person CN1`. */
    files: z.string(),
  })
  .catchall(z.string());
type Input = z.infer<typeof sortEvidenceInput>;

/** Says for each file which criterion it proves; a head may also give it to the department's dossier. */
export async function sortEvidence(ctx: Ctx, input: Input): Promise<Answer> {
  const placements = input.files
    .split(' ')
    .slice(0, sortedAtOnce)
    .flatMap((evidence, i): Placement[] => {
      const [kind, criterion = ''] = (input[`to${i}`] ?? '').split(' ');
      const candidate = kind === 'department' ? ctx.actor.departmentId : ctx.me.id;
      return criterion === '' ? [] : [{ evidence, candidate, criterion }];
    });
  const placed = await placeEvidence(ctx, placements);
  if (placed === undefined) return show(evidenceList.ref(idsOf(await ownDossier(ctx, input))));
  return show(evidenceList.ref(idsOf(placed)), good('evidence.sorted', { n: placements.length }));
}
