import { awayCard } from '../../../cards/review/away.ts';
import { collectiveCard } from '../../../cards/review/collective.ts';
import { criterionCard } from '../../../cards/review/criterion.ts';
import { dossierCard } from '../../../cards/review/dossier.ts';
import { formCard } from '../../../cards/review/form.ts';
import { meetingCard } from '../../../cards/review/meeting.ts';
import { membersCard } from '../../../cards/review/members.ts';
import { opinionCard } from '../../../cards/review/opinion.ts';
import { peopleCard } from '../../../cards/review/people.ts';
import { proposalCard } from '../../../cards/review/proposal.ts';
import { proposeCard } from '../../../cards/review/propose.ts';
import { queueCard } from '../../../cards/review/queue.ts';
import { returnedCard } from '../../../cards/review/returned.ts';
import {
  collectiveScreen,
  meetingScreen,
  membersScreen,
  peopleScreen,
  proposalScreen,
  proposeScreen,
} from '../../../src/screens/review/department-screens.ts';
import {
  awayScreen,
  criterionScreen,
  dossierScreen,
  formScreen,
  opinionScreen,
  queueScreen,
  returnedScreen,
} from '../../../src/screens/review/review-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(awayScreen, awayCard),
  pair(collectiveScreen, collectiveCard),
  pair(criterionScreen, criterionCard),
  pair(dossierScreen, dossierCard),
  pair(formScreen, formCard),
  pair(meetingScreen, meetingCard),
  pair(membersScreen, membersCard),
  pair(opinionScreen, opinionCard),
  pair(peopleScreen, peopleCard),
  pair(proposalScreen, proposalCard),
  pair(proposeScreen, proposeCard),
  pair(queueScreen, queueCard),
  pair(returnedScreen, returnedCard),
];
