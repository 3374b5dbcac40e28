import { launchConfirmCard } from '../../../cards/campaign/launch-confirm.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { toCheckWords } from '../../model/council/grounds.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import { audienceFigures } from './audience.ts';
import { documentLine } from './document-line.ts';
import { type Addressee, type LaunchFacts, launchMessage } from './launch-message.ts';
import { isSample } from './launch-prepare.page.ts';
import { launchConfirm } from './refs.ts';
import { viewingAs } from './viewing-as.ts';

const addressees: readonly Addressee[] = ['staff', 'head', 'leader'];

/** The reader's name and title are left open. */
function toAnyone(texts: Texts, kind: Addressee): LaunchFacts['to'] {
  const fullName = texts.t('words.campaign.launch.anyName');
  const title = texts.t('words.campaign.launch.anyTitle');
  const you = kind === 'staff' ? texts.t('words.addressee.you.unstated') : title;
  const form = kind === 'staff' ? 'staff' : 'officer';
  const addressee = texts.t(`words.addressee.${form}`, { fullName, title, you });
  return { kind, title, words: { addressee, you, post: texts.t('words.addressee.post.head') } };
}

/** The launch as it will read, before it goes out. */
export const launchConfirmPage = definePage({
  name: launchConfirm,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = turn;
    const { people, reachable: reached } = await audienceFigures(turn);
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
          at: viewer.at,
          to: toAnyone(texts, addressee),
        }),
      })),
      ...params,
    };
    return { card: launchConfirmCard(texts, view, banner), summary: texts.t('summaries.campaign.prepare') };
  },
});
