import { z } from 'zod';
import { mayFollowDecisions, mayPublish, mayRecordDecision } from '../../domain/policy/award.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { PageRef } from '../../records/message.ts';
import { agreeContent, agreeContentInput } from './agree-content.ts';
import { agreeRevocation, agreeRevocationInput, refuseRevocation, refuseRevocationInput } from './agree-revocation.ts';
import { amendmentPage, announcementPage } from './announcement.page.ts';
import { answerForwarded, answerForwardedInput } from './answer-forwarded.ts';
import { casePage, reasonPage } from './case.page.ts';
import { changeReason, changeReasonInput } from './change-reason.ts';
import { agreementPage, forwardingPage } from './confirm.page.ts';
import { consideredPage } from './considered.page.ts';
import { correctSubmission, correctSubmissionInput } from './correct-submission.ts';
import { decidePage } from './decide.page.ts';
import { decisionPage } from './decision.page.ts';
import { forwardDossiers, forwardDossiersInput } from './forward-dossiers.ts';
import { declinedPage, forwardedPage, noticePage, reconsideredPage, revokedPage } from './notice.page.ts';
import { paperPage, submissionPage } from './paper.page.ts';
import { answeringPage, replyPage, waitingPage } from './parent-answer.page.ts';
import { previewPage, publishPage } from './publish.page.ts';
import { publishResults, publishResultsInput } from './publish-results.ts';
import { recordDecision, recordDecisionInput } from './record-decision.ts';
import {
  decideCase,
  decideDecision,
  decidePaper,
  decideReason,
  decideReply,
  decideShow,
  decideSubmission,
  decideWaiting,
  publishShow,
  reasons,
  resultsShow,
} from './refs.ts';
import { resultsPage } from './results.page.ts';
import { consideredSpread, forwardedSpread, resultsSpread } from './results.spread.ts';
import { revokeAward, revokeAwardInput } from './revoke-award.ts';
import { revokingPage } from './revoking.page.ts';
import { reconsider, sendBack, sendBackInput } from './send-back.ts';
import { awardTodos } from './todos.ts';

const ofRound = z.strictObject({ round: z.string().default(''), page: z.string().default('0') });
const ofDecision = z.strictObject({ decision: z.string(), page: z.string().default('0') });
const ofNomination = z.strictObject({ nomination: z.string() });

/** The leaders and the office. */
const follower = (ctx: Ctx): void => requireMay(ctx, mayFollowDecisions, 'DECIDE_ONLY');
const office = (ctx: Ctx): void => requireMay(ctx, mayRecordDecision, 'DECIDE_OFFICE_ONLY');
const publisher = (ctx: Ctx): void => requireMay(ctx, mayPublish, 'PUBLISH_OFFICE_ONLY');

/** A command names the round, so that its card is kept in step. */
const ofCurrentRound = async (
  ctx: Ctx,
  page: { readonly ref: (params: { round: string }) => PageRef },
): Promise<Answer> => show(page.ref({ round: (await roundOf(ctx, '')).data.round }));

/** From the council's recommendation to the certificate: content agreed, paper recorded, results published. */
export const award = capability({
  commands: [
    {
      name: 'decide',
      isFor: mayFollowDecisions,
      where: 'personal',
      inRound: 'underWay',
      run: async (ctx) => {
        follower(ctx);
        return ofCurrentRound(ctx, decideShow);
      },
    },
    {
      name: 'publish',
      isFor: mayPublish,
      where: 'personal',
      inRound: 'underWay',
      run: async (ctx) => {
        publisher(ctx);
        return ofCurrentRound(ctx, publishShow);
      },
    },
    {
      name: 'results',
      isFor: () => true,
      where: 'personal',
      inRound: 'underWay',
      run: (ctx) => ofCurrentRound(ctx, resultsShow),
    },
  ],
  verbs: [
    opens('decide.show', ofRound, decideShow, follower),
    // Whoever follows decisions, and who agrees to a revocation in the director's own case: the page knows.
    opens('decide.decision', ofDecision, decideDecision),
    opens('decide.waiting', ofRound, decideWaiting, follower),
    opens('decide.paper', z.strictObject({ decision: z.string() }), decidePaper, office),
    opens('decide.reply', ofNomination, decideReply, office),
    opens('decide.case', ofNomination, decideCase, follower),
    opens('decide.correction', z.strictObject({ submission: z.string() }), decideSubmission, follower),
    // Who may do what follows is asked when it is done; the vice-chair is among them in the director's own case.
    opens('decide.ask', z.strictObject({ ask: z.enum(reasons), id: z.string() }), decideReason),
    // On cards of earlier releases.
    verb('decide.revocation', ofNomination, async (_ctx, { nomination }) => show(decideCase.ref({ nomination }))),
    opens('publish.show', z.strictObject({ round: z.string().default('') }), publishShow, publisher),
    opens('results.show', ofRound, resultsShow),
    verb('decide.agree', agreeContentInput, agreeContent),
    verb('decide.forward', forwardDossiersInput, forwardDossiers),
    verb('decide.record', recordDecisionInput, recordDecision),
    verb('decide.answer', answerForwardedInput, answerForwarded),
    verb('decide.revoke', revokeAwardInput, revokeAward),
    verb('decide.agreeRevocation', agreeRevocationInput, agreeRevocation),
    verb('decide.refuseRevocation', refuseRevocationInput, refuseRevocation),
    verb('decide.sendBack', sendBackInput, sendBack),
    verb('decide.reconsider', sendBackInput, reconsider),
    verb('decide.reason', changeReasonInput, changeReason),
    verb('decide.submission', correctSubmissionInput, correctSubmission),
    verb('publish.results', publishResultsInput, publishResults),
  ],
  pages: [
    decidePage,
    agreementPage,
    forwardingPage,
    decisionPage,
    paperPage,
    waitingPage,
    replyPage,
    answeringPage,
    submissionPage,
    casePage,
    reasonPage,
    revokingPage,
    publishPage,
    previewPage,
    announcementPage,
    amendmentPage,
    noticePage,
    declinedPage,
    consideredPage,
    forwardedPage,
    reconsideredPage,
    revokedPage,
    resultsPage,
  ],
  spreads: [resultsSpread, consideredSpread, forwardedSpread],
  todos: awardTodos,
});
