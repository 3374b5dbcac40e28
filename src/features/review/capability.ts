import { z } from 'zod';
import { mayReview } from '../../domain/policy/review.ts';
import { pageNumber, reviewLists, reviewQueue } from '../../model/dossier/refs.ts';
import { show } from '../../pipeline/answer.ts';
import { type CommandRoute, capability, verb } from '../../pipeline/capability.ts';
import { lane } from '../../pipeline/lane.ts';
import { nominationRecord, opinionReminderRecord } from '../../records/nomination.ts';
import { agree } from './agree.ts';
import { answerProposal, answerProposalInput } from './answer-proposal.ts';
import { awayPage } from './away.page.ts';
import { collectivePages } from './collective.page.ts';
import { criterionPage } from './criterion.page.ts';
import { disagree } from './disagree.ts';
import { dossierPage } from './dossier.page.ts';
import { formPage } from './form.page.ts';
import { opinionInput } from './give-opinion.ts';
import { leadsSome } from './led-department.ts';
import { markOverdue } from './mark-overdue.ts';
import { reviewMornings } from './mornings.ts';
import { openNext } from './next-waiting.ts';
import { toldPages } from './notice.page.ts';
import { openCollective } from './open-collective.ts';
import { proposalPages } from './proposal.page.ts';
import { proposePerson, proposePersonInput } from './propose-person.ts';
import { queuePage } from './queue.page.ts';
import { recordMeeting, recordMeetingInput } from './record-meeting.ts';
import { collectiveMembers, nominationRef, reviewCriterion, reviewDossier, reviewPeople } from './refs.ts';
import { remindReviewer } from './remind-reviewer.ts';
import { returnDossier } from './return-dossier.ts';
import { reviewTodos } from './todos.ts';

const round = z.string().max(40).default('');
const page = pageNumber;

const commands: readonly CommandRoute[] = [
  {
    name: 'review',
    isFor: (actor) => mayReview(actor),
    where: 'personal',
    inRound: 'underWay',
    run: async () => show(reviewQueue.ref({ empty: 'show' })),
  },
  {
    name: 'collective',
    isFor: leadsSome,
    where: 'personal',
    inRound: 'open',
    run: async (ctx) => openCollective(ctx, { round: '' }),
  },
];

/** The opinion of whoever leads the candidate, the department's meeting and its collective dossier. */
export const review = capability({
  commands,
  verbs: [
    verb('review.queue', z.strictObject({ round, list: z.enum(reviewLists).default('waiting'), page }), async (_, to) =>
      show(reviewQueue.ref({ ...to, empty: 'show' })),
    ),
    verb('review.next', z.strictObject({ round }), openNext),
    verb('review.open', z.strictObject({ nomination: nominationRef }), async (_, to) => show(reviewDossier.ref(to))),
    verb(
      'review.criterion',
      z.strictObject({ nomination: nominationRef, criterion: z.string().max(40), page }),
      async (_, to) => show(reviewCriterion.ref(to)),
    ),
    verb('review.agree', opinionInput, agree),
    verb('review.disagree', opinionInput, disagree),
    verb('review.return', opinionInput, returnDossier),
    verb('review.people', z.strictObject({ round, query: z.string().max(100).default(''), page }), async (_, to) =>
      show(reviewPeople.ref(to)),
    ),
    verb('nomination.propose', proposePersonInput, proposePerson),
    verb('nomination.consent', answerProposalInput, answerProposal),
    verb('meeting.record', recordMeetingInput, recordMeeting),
    verb('collective.show', z.strictObject({ round }), openCollective),
    verb('collective.members', z.strictObject({ round, page }), async (_, to) => show(collectiveMembers.ref(to))),
  ],
  pages: [
    queuePage,
    awayPage,
    dossierPage,
    criterionPage,
    formPage,
    ...toldPages,
    ...proposalPages,
    ...collectivePages,
  ],
  lanes: [
    lane({ lane: 'opinionReminder', record: opinionReminderRecord, everyMs: 60_000, handle: remindReviewer }),
    lane({ lane: 'opinion', record: nominationRecord, everyMs: 60_000, handle: markOverdue }),
  ],
  mornings: reviewMornings,
  todos: reviewTodos,
});
