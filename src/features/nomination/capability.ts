import { z } from 'zod';
import { idsOf, ownDossier, whose } from '../../model/dossier/own.ts';
import { currentRound } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { type CommandRoute, capability, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { lane } from '../../pipeline/lane.ts';
import { dossierKey } from '../../records/evidence.ts';
import type { PageRef } from '../../records/message.ts';
import { sentFileRecord } from '../../records/sent-file.ts';
import { addEvidence, addEvidenceInput } from './add-evidence.ts';
import { appendText, appendTextInput } from './append-text.ts';
import { assessPages } from './assess.page.ts';
import { declineNomination, declineNominationInput } from './decline-nomination.ts';
import { dossierPages } from './dossier.page.ts';
import { evidencePages } from './evidence.page.ts';
import { keptEvidence } from './evidence.ts';
import { fetchFile } from './fetch-file.ts';
import { finishAssessment, finishAssessmentInput } from './finish-assessment.ts';
import { openAssessment } from './open-assessment.ts';
import { readPages } from './read.page.ts';
import { receiveFiles } from './receive-files.ts';
import { receivingPage } from './receiving.page.ts';
import { dossierRead, dossierShow, evidenceItem, evidenceList, evidenceSort } from './refs.ts';
import { removeEvidence, removeEvidenceInput } from './remove-evidence.ts';
import { reopenDossier, reopenDossierInput } from './reopen-dossier.ts';
import { requestNomination, requestNominationInput } from './request-nomination.ts';
import { saveAnswer, saveAnswerInput } from './save-answer.ts';
import { saveSheet, saveSheetInput } from './save-sheet.ts';
import { sheetPage } from './sheet.page.ts';
import { sortPage } from './sort.page.ts';
import { sortEvidence, sortEvidenceInput } from './sort-evidence.ts';
import { sendingPages } from './submit.page.ts';
import { submitDossier, submitDossierInput } from './submit-dossier.ts';
import { nominationTodos } from './todos.ts';
import { typedCriterion } from './typed-criterion.ts';
import { offerLink, offerLinkInput, typedLink } from './typed-link.ts';
import { withdrawDossier, withdrawDossierInput } from './withdraw-dossier.ts';

/** In the whole process: each holds a connection to a host that may be slow, and writes to the disk. */
const fetchedAtOnce = 3;

/** Verbs that only read take whatever inputs the card around their button has. */
const reading = z.strictObject({
  ...whose,
  criterion: z.string().default(''),
  page: z.string().default('1'),
  from: z.string().default(''),
});
type Reading = z.infer<typeof reading>;

/** Resolves "the current round" and "me", so that the card shown is kept in step with its dossier. */
const own =
  (page: { readonly ref: (ids: ReturnType<typeof idsOf>) => PageRef }) =>
  async (ctx: Ctx): Promise<Answer> =>
    show(page.ref(idsOf(await ownDossier(ctx, { round: '', candidate: '' }))));

async function idsFor(ctx: Ctx, { round, candidate }: Reading): Promise<{ round: string; candidate: string }> {
  return {
    round: round === '' ? (await currentRound(ctx)).data.round : round,
    candidate: candidate === '' ? ctx.me.id : candidate,
  };
}

const command = (name: string, page: Parameters<typeof own>[0]): CommandRoute => ({
  name,
  isFor: () => true,
  where: 'personal',
  inRound: 'open',
  run: own(page),
});

/** What a button does, when its name is typed instead. */
const step = (name: string) => ({ name, isFor: () => true, isStep: true, where: 'personal', inRound: 'open' }) as const;

/** Self-assessment, evidence and the dossier of a person or a department (R-031, R-032, R-056 … … R-081). */
export const nomination = capability({
  commands: [
    {
      ...command('assess', dossierShow),
      run: (ctx) => openAssessment(ctx, { round: '', candidate: '', criterion: '' }),
    },
    { ...step('send'), run: (ctx) => submitDossier(ctx, { round: '', candidate: '', rev: '', confirm: false }) },
    { ...step('ask'), run: (ctx) => requestNomination(ctx, { round: '', candidate: '', level: '' }) },
    { ...step('decline'), run: (ctx) => declineNomination(ctx, { round: '', candidate: '' }) },
    {
      ...step('withdraw'),
      inRound: 'underWay',
      run: (ctx) => withdrawDossier(ctx, { round: '', candidate: '', rev: '', confirm: false }),
    },
    command('evidence', evidenceList),
    command('dossier', dossierShow),
  ],
  verbs: [
    verb('assess.open', reading, openAssessment),
    verb('assess.save', saveAnswerInput, saveAnswer),
    verb('assess.sheet', saveSheetInput, saveSheet),
    verb('assess.append', appendTextInput, appendText),
    verb('assess.finish', finishAssessmentInput, finishAssessment),
    verb('nomination.request', requestNominationInput, requestNomination),
    verb('nomination.decline', declineNominationInput, declineNomination),
    verb('nomination.submit', submitDossierInput, submitDossier),
    verb('nomination.withdraw', withdrawDossierInput, withdrawDossier),
    verb('nomination.reopen', reopenDossierInput, reopenDossier),
    verb('dossier.show', reading, async (ctx, input) => show(dossierShow.ref(await idsFor(ctx, input)))),
    verb('dossier.read', reading, async (ctx, input) =>
      show(dossierRead.ref({ ...(await idsFor(ctx, input)), criterion: input.criterion, from: input.from })),
    ),
    verb('evidence.list', reading, async (ctx, input) =>
      show(evidenceList.ref({ ...(await idsFor(ctx, input)), page: input.page })),
    ),
    verb('evidence.open', z.strictObject({ evidence: z.string() }), async (_ctx, { evidence }) =>
      show(evidenceItem.ref({ evidence })),
    ),
    verb('evidence.add', addEvidenceInput, addEvidence),
    verb('evidence.link', offerLinkInput, offerLink),
    verb('evidence.sort', sortEvidenceInput, sortEvidence),
    verb('evidence.loose', reading, async (ctx, input) =>
      show(evidenceSort.ref({ ...(await idsFor(ctx, input)), files: '', refused: '[]' })),
    ),
    verb('evidence.remove', removeEvidenceInput, removeEvidence),
  ],
  pages: [
    ...[...assessPages, sheetPage, ...dossierPages, ...readPages, ...sendingPages],
    ...[...evidencePages, receivingPage, sortPage],
  ],
  files: [{ isLast: true, isFor: async () => true, run: receiveFiles }],
  keeps: [keptEvidence],
  lanes: [
    lane({
      ...{ lane: 'fetch', record: sentFileRecord, everyMs: 1_000, handle: fetchFile },
      parallel: { atOnce: fetchedAtOnce, lineOf: ({ round, candidate }) => dossierKey(round, candidate.id) },
    }),
  ],
  texts: [typedCriterion, typedLink],
  todos: nominationTodos,
});
