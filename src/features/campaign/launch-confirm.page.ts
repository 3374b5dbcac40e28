import { launchConfirmCard } from '../../../cards/campaign/launch-confirm.ts';
import type { PlannedRound } from '../../domain/plan/rounds.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { toCheckWords } from '../../model/council/grounds.ts';
import { reachFigures } from '../../model/people/audience.ts';
import { milestonesToBe } from '../../model/round/dates.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { unopenedRounds } from '../../model/round/opening.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { documentLine } from './document-line.ts';
import { type Addressee, type LaunchFacts, launchMessage } from './launch-message.ts';
import { isSample } from './launch-prepare.page.ts';
import { launchConfirm } from './refs.ts';
import { plannedToTell, roundsAsOf, type ToldRounds } from './told-rounds.ts';

const addressees: readonly Addressee[] = ['staff', 'head', 'leader'];

/** The reader's name and title are left open. */
function toAnyone(texts: Texts, kind: Addressee): LaunchFacts['to'] {
  const fullName = texts.t('words.campaign.launch.anyName');
  const title = texts.t('words.campaign.launch.anyTitle');
  const you = kind === 'staff' ? texts.t('words.addressee.you.unstated') : title;
  const form = kind === 'staff' ? 'staff' : 'officer';
  const addressee = texts.t(`words.addressee.${form}`, { fullName, title, you });
  return { kind, title, isOnLeave: false, words: { addressee, you, post: texts.t('words.addressee.post.head') } };
}

/** The launch as it will read, before it goes out. */
export const launchConfirmPage = definePage({
  name: launchConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = turn;
    const { people, reachable: reached } = await reachFigures(turn);
    const [first] = (await unopenedRounds(turn, viewer.at)).filter(({ deadline }) => viewer.at <= deadline);
    const opening = first?.id === params.round ? first : undefined;
    const told: ToldRounds =
      opening === undefined
        ? await roundsAsOf(turn, viewer.at)
        : { areOpen: true, rounds: [await plannedToTell(turn, opening)] };
    const view = {
      document: documentLine(texts, plan, params),
      isSample: isSample(plan, params.number, params.issuedOn),
      toCheck: toCheckWords(texts, plan, plan.title),
      audience: texts.t('words.campaign.audience', { all: people, reached, later: people - reached }),
      channelLine: channelWords(texts, 'record', await channelOf(turn, 'office')),
      previews: addressees.map((addressee) => ({
        who: texts.t(`words.campaign.launch.preview.${addressee}`),
        ...launchMessage(texts, {
          plan,
          number: params.number,
          issuedOn: params.issuedOn,
          told,
          to: toAnyone(texts, addressee),
        }),
      })),
      ...params,
      opening: opening === undefined ? null : await openingView(turn, texts, opening),
      offered: first !== undefined && opening === undefined ? { round: first.id, name: first.name } : null,
    };
    return { card: launchConfirmCard(texts, view, banner), summary: texts.t('summaries.campaign.prepare') };
  },
});

/** The round that opens along, and how many of its milestones have a date. */
async function openingView(turn: Turn, texts: Texts, planned: PlannedRound) {
  const milestones = await milestonesToBe(turn, planned);
  const dated = milestones.filter(({ on }) => on !== null).length;
  return {
    name: planned.name,
    deadline: texts.t('words.campaign.deadlineIs', { deadline: deadlineLine(texts, planned.deadline) }),
    milestones: texts.t('words.campaign.milestonesDated', { n: dated, of: milestones.length }),
  };
}
