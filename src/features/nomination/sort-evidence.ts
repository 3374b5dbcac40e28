import { z } from 'zod';
import { chosenFrom } from '../../model/dossier/criterion-choices.ts';
import { loadDossier } from '../../model/dossier/dossier.ts';
import { idsOf, ownDossier, whose } from '../../model/dossier/own.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { looseOf } from './evidence-words.ts';
import { type Placement, placeEvidence } from './place-evidence.ts';
import { evidenceList, evidenceSort } from './refs.ts';

const places = ['to0', 'to1', 'to2', 'to3', 'to4', 'to5'] as const;
/** How many pieces one card asks about; more of them follow on the next. */
export const sortedAtOnce = places.length;
const place = z.string().default('');

export const sortEvidenceInput = z.strictObject({
  ...whose,
  /** Evidence ids, in the order of the inputs `to0`, `to1` …; each input names a dossier and a criterion: `person CN1`. */
  files: z.string(),
  /** The same, for all whose own input is empty. */
  criterion: place,
  to0: place,
  to1: place,
  to2: place,
  to3: place,
  to4: place,
  to5: place,
});
type Input = z.infer<typeof sortEvidenceInput>;

/** Says which criterion each piece proves, or all of them at once; a head may also give it to the department's dossier. */
export async function sortEvidence(ctx: Ctx, input: Input): Promise<Answer> {
  const whoseIds = idsOf(await ownDossier(ctx, input));
  const placements = input.files
    .split(' ')
    .slice(0, sortedAtOnce)
    .flatMap((evidence, i): Placement[] => {
      const own = input[places[i] ?? 'to0'];
      const { candidate, criterion } = chosenFrom(ctx, own || input.criterion);
      return criterion === '' ? [] : [{ evidence, candidate, criterion }];
    });
  if (placements.length === 0)
    throw new Refusal('EVIDENCE_UNSORTED', {
      show: evidenceSort.ref({ ...whoseIds, files: input.files, refused: '[]' }),
    });
  const placed = await placeEvidence(ctx, placements);
  const done = good('evidence.sorted', { n: placements.length });
  const { round, candidate } = whoseIds;
  if (looseOf(await loadDossier(ctx, round, candidate)).length > 0)
    return show(evidenceSort.ref({ ...whoseIds, files: '', refused: '[]' }), done);
  return show(evidenceList.ref(placed === undefined ? whoseIds : idsOf(placed)), done);
}
