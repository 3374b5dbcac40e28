import { z } from 'zod';
import { pageNumber } from '../../model/dossier/refs.ts';
import { pageName } from '../../pipeline/page-name.ts';

/** A dossier's id as cards carry it; an id of anything else is a forged card. */
export const nominationRef = z.string().startsWith('nomination:').max(300);

const collectiveParams = z.strictObject({ round: z.string().default('') });
const noticeParams = z.strictObject({ nomination: nominationRef });

export const reviewAway = pageName('review.away', z.strictObject({ round: z.string(), reviewer: z.string() }));
export const collectiveShow = pageName('collective.show', collectiveParams);
export const collectiveMembers = pageName(
  'collective.members',
  z.strictObject({ round: z.string().default(''), page: pageNumber }),
);
export const reviewMeeting = pageName('review.meeting', collectiveParams);
export const reviewDossier = pageName('review.dossier', z.strictObject({ nomination: nominationRef }));
export const reviewCriterion = pageName(
  'review.criterion',
  z.strictObject({ nomination: nominationRef, criterion: z.string().max(40), page: pageNumber }),
);
export const reviewForm = pageName(
  'review.form',
  z.strictObject({ nomination: nominationRef, ask: z.enum(['agree', 'disagree', 'return']) }),
);
export const reviewOpinion = pageName('review.opinion', noticeParams);
export const reviewReturned = pageName('review.returned', noticeParams);
export const reviewPeople = pageName(
  'review.people',
  z.strictObject({
    round: z.string().default(''),
    query: z.string().max(100).default(''),
    page: pageNumber,
  }),
);
export const reviewPropose = pageName('review.propose', z.strictObject({ round: z.string(), person: z.string() }));
export const reviewProposal = pageName('review.proposal', z.strictObject({ nomination: nominationRef }));
