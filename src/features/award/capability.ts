import { z } from 'zod';
import { mayFollowDecisions, mayPublish, mayRecordDecision } from '../../domain/policy/award.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { PageRef } from '../../records/message.ts';
import { agreeContent, agreeContentInput } from './agree-content.ts';
import { announcementPage } from './announcement.page.ts';
import { answerForwarded, answerForwardedInput } from './answer-forwarded.ts';
import { agreementPage, forwardingPage } from './confirm.page.ts';
import { decidePage } from './decide.page.ts';
import { decisionPage, paperPage } from './decision.page.ts';
import { forwardDossiers, forwardDossiersInput } from './forward-dossiers.ts';
import { declinedPage, noticePage, revokedPage } from './notice.page.ts';
import { replyPage, revocationPage, revokingPage, waitingPage } from './parent-answer.page.ts';
import { previewPage, publishPage } from './publish.page.ts';
import { publishResults, publishResultsInput } from './publish-results.ts';
import { recordDecision, recordDecisionInput } from './record-decision.ts';
import {
  decideDecision,
  decidePaper,
  decideReply,
  decideRevocation,
  decideShow,
  decideWaiting,
  publishShow,
  resultsShow,
} from './refs.ts';
import { resultsPage } from './results.page.ts';
import { resultsSpread } from './results.spread.ts';
import { revokeAward, revokeAwardInput } from './revoke-award.ts';
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
      run: async (ctx) => {
        follower(ctx);
        return ofCurrentRound(ctx, decideShow);
      },
    },
    {
      name: 'publish',
      isFor: mayPublish,
      where: 'personal',
      run: async (ctx) => {
        publisher(ctx);
        return ofCurrentRound(ctx, publishShow);
      },
    },
    { name: 'results', isFor: () => true, where: 'personal', run: (ctx) => ofCurrentRound(ctx, resultsShow) },
  ],
  verbs: [
    opens('decide.show', ofRound, decideShow, follower),
    opens('decide.decision', ofDecision, decideDecision, follower),
    opens('decide.waiting', ofRound, decideWaiting, follower),
    opens('decide.paper', z.strictObject({ decision: z.string() }), decidePaper, office),
    opens('decide.reply', ofNomination, decideReply, office),
    opens('decide.revocation', ofNomination, decideRevocation, office),
    opens('publish.show', z.strictObject({ round: z.string().default('') }), publishShow, publisher),
    opens('results.show', ofRound, resultsShow),
    verb('decide.agree', agreeContentInput, agreeContent),
    verb('decide.forward', forwardDossiersInput, forwardDossiers),
    verb('decide.record', recordDecisionInput, recordDecision),
    verb('decide.answer', answerForwardedInput, answerForwarded),
    verb('decide.revoke', revokeAwardInput, revokeAward),
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
    revocationPage,
    revokingPage,
    publishPage,
    previewPage,
    announcementPage,
    noticePage,
    declinedPage,
    revokedPage,
    resultsPage,
  ],
  spreads: [resultsSpread],
  todos: awardTodos,
});
