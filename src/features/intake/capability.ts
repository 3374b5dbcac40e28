import { z } from 'zod';
import { isOffice } from '../../domain/policy/posts.ts';
import { officeSpread } from '../../model/people/tell-office.ts';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { lane } from '../../pipeline/lane.ts';
import { dossierNumberRecord } from '../../records/dossier-number.ts';
import { acceptDossier, acceptDossierInput } from './accept-dossier.ts';
import { extendDossier, extendDossierInput } from './extend-dossier.ts';
import { extendedPage } from './extended.page.ts';
import { findPage } from './find.page.ts';
import { holdFormPage, originalFormPage, returnFormPage, summaryFormPage } from './forms.page.ts';
import { heldPage } from './held.page.ts';
import { holdDossier, holdDossierInput } from './hold-dossier.ts';
import { openRef, reasonedInput, requireOffice } from './intake-dossier.ts';
import { lateFormPage } from './late-form.page.ts';
import { intakeMornings } from './mornings.ts';
import { newsPage } from './news.page.ts';
import { numberDossier } from './number-dossier.ts';
import { openPage } from './open.page.ts';
import { originalsPage } from './originals.page.ts';
import { queuePage } from './queue.page.ts';
import { recordOriginal, recordOriginalInput } from './record-original.ts';
import { recordOriginals, recordOriginalsInput } from './record-originals.ts';
import { intakeFind, intakeQueue, queueFilters } from './refs.ts';
import { reopenLapsed } from './reopen-lapsed.ts';
import { resumeDossier, resumeDossierInput } from './resume-dossier.ts';
import { returnDossier } from './return-dossier.ts';
import { summarise, summariseInput } from './summarise.ts';
import { takeInLate } from './take-in-late.ts';
import { intakeTodos } from './todos.ts';
import { typedName } from './typed-name.ts';

// Reads take what they need and pass over what a form on the same card may add.
const queueInput = z.strictObject({
  round: z.string().default(''),
  filter: z.enum(['all', ...queueFilters]).default('waiting'),
  page: z.string().default('0'),
});
const openInput = z.strictObject({ nomination: z.string() });
const findInput = z.strictObject({
  round: z.string().default(''),
  name: z.string().max(200).default(''),
  page: z.string().default('0'),
});

/** @throws CodedError OFFICE_ONLY; NO_ROUND before the first one opens */
async function showQueue(ctx: Ctx, input: z.infer<typeof queueInput>): Promise<Answer> {
  requireOffice(ctx);
  if (input.round === '') await currentRound(ctx);
  return show(intakeQueue.ref(input));
}

export const intake = capability({
  commands: [
    {
      name: 'intake',
      isFor: (actor) => isOffice(actor),
      where: 'personal',
      inRound: 'underWay',
      run: (ctx) => showQueue(ctx, queueInput.parse({})),
    },
  ],
  verbs: [
    verb('intake.queue', queueInput, showQueue),
    verb('intake.open', openInput, async (ctx, { nomination }) => {
      requireOffice(ctx);
      return { show: openRef(nomination) };
    }),
    opens('intake.find', findInput, intakeFind, requireOffice),
    verb('intake.accept', acceptDossierInput, acceptDossier),
    verb('intake.return', reasonedInput, returnDossier),
    verb('intake.late', reasonedInput, takeInLate),
    verb('intake.reopen', reasonedInput, reopenLapsed),
    verb('intake.extend', extendDossierInput, extendDossier),
    verb('intake.hold', holdDossierInput, holdDossier),
    verb('intake.summarise', summariseInput, summarise),
    verb('intake.resume', resumeDossierInput, resumeDossier),
    verb('intake.original', recordOriginalInput, recordOriginal),
    verb('intake.originals', recordOriginalsInput, recordOriginals),
  ],
  pages: [
    queuePage,
    openPage,
    returnFormPage,
    holdFormPage,
    summaryFormPage,
    originalFormPage,
    originalsPage,
    findPage,
    lateFormPage,
    heldPage,
    extendedPage,
    newsPage,
  ],
  spreads: [officeSpread],
  lanes: [lane({ lane: 'number', record: dossierNumberRecord, everyMs: 5_000, handle: numberDossier })],
  texts: [typedName],
  mornings: intakeMornings,
  todos: intakeTodos,
});
