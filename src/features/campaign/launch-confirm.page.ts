import { mayLaunch } from '../../domain/policy/campaign.ts';
import { definePage } from '../../pipeline/page.ts';
import { launchConfirmScreen } from '../../screens/campaign/launch-screens.ts';
import { audienceFigures, isOfficeChannelBound } from './audience.ts';
import { documentLine } from './document-line.ts';
import { type Addressee, launchMessage } from './launch-message.ts';
import { isSample } from './launch-prepare.page.ts';
import { launchConfirm } from './refs.ts';
import { viewingAs } from './viewing-as.ts';

const addressees: readonly Addressee[] = ['staff', 'head', 'leader'];

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
      audience: texts.t('words.campaign.audience', { all: people, reached, later: people - reached }),
      channelLine: texts.t(
        `words.campaign.${(await isOfficeChannelBound(turn)) ? 'recordToChannel' : 'recordNowhere'}`,
      ),
      previews: addressees.map((addressee) => ({
        who: texts.t(`words.campaign.launch.preview.${addressee}`),
        ...launchMessage(texts, {
          plan,
          number: params.number,
          issuedOn: params.issuedOn,
          at: viewer.at,
          to: {
            addressee,
            fullName: texts.t('words.campaign.launch.anyName'),
            title: texts.t('words.campaign.launch.anyTitle'),
          },
        }),
      })),
      ...params,
    };
    return { card: launchConfirmScreen(texts, view, banner), summary: texts.t('summaries.campaign.prepare') };
  },
});
