import { CodedError } from '../../domain/errors.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { lane } from '../../pipeline/lane.ts';
import { destructionRecord } from '../../records/destruction.ts';
import { destroyDossiers, destroyDossiersInput } from './destroy-dossiers.ts';
import { destroyStep } from './destroy-step.ts';
import { roundsToDestroy } from './periods.ts';
import { retentionShow, roundParams } from './refs.ts';
import { showPage } from './show.page.ts';
import { retentionTodos } from './todos.ts';

/** How long dossiers are kept, and what is destroyed by a decision once that is over (`docs/personal-data.md`). */
export const retention = capability({
  commands: [
    {
      name: 'retention',
      isFor: isOffice,
      isStep: true,
      where: 'personal',
      run: async (ctx) => {
        requireMay(ctx, isOffice, 'OFFICE_ONLY');
        const [round] = await roundsToDestroy(ctx);
        if (round === undefined) throw new CodedError('RETENTION_NONE');
        return show(retentionShow.ref({ round: round.data.round }));
      },
    },
  ],
  verbs: [
    opens('retention.show', roundParams, retentionShow, (ctx) => requireMay(ctx, isOffice, 'OFFICE_ONLY')),
    verb('retention.destroy', destroyDossiersInput, destroyDossiers),
  ],
  pages: [showPage],
  lanes: [lane({ lane: 'destruction', record: destructionRecord, everyMs: 5_000, handle: destroyStep })],
  todos: retentionTodos,
});
