import { channelBoundCard } from '../../../cards/campaign/channel-bound.ts';
import { channelChooseCard } from '../../../cards/campaign/channel-choose.ts';
import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { channelName, channelOf, channelWords } from '../../model/sending/channels.ts';
import { heldFor } from '../../model/sending/owed-again.ts';
import { definePage } from '../../pipeline/page.ts';
import { channelOwner, channelPurpose } from '../../records/address.ts';
import { channelBound, channelChoose } from './refs.ts';

/** What this channel may be for, what is bound now, and whether messages arrive there. */
export const channelChoosePage = definePage({
  name: channelChoose,
  compose: async ({ turn, viewer, texts, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const allowed = channelPurpose.options.filter((purpose) => mayBindChannel(person.data, purpose));
    if (allowed.length === 0) return null;
    const choices = [];
    for (const purpose of allowed) {
      const channel = await channelOf(turn, purpose);
      const n = channel.state === 'open' ? 0 : (await heldFor(turn, channelOwner(purpose))).length;
      choices.push({
        purpose,
        title: texts.t(`words.campaign.purposes.${purpose}.title`),
        what: texts.t(`words.campaign.purposes.${purpose}.what`),
        state: [
          channelWords(texts, 'state', channel),
          ...(n > 0 ? [texts.t('words.channels.waiting', { n })] : []),
        ].join(' '),
        bind: texts.t(`words.campaign.purposes.${purpose}.bind`),
      });
    }
    return { card: channelChooseCard(texts, { choices }, banner), summary: texts.t('summaries.campaign.channel') };
  },
});

export const channelBoundPage = definePage({
  name: channelBound,
  compose: async ({ turn, texts, params, banner }) => {
    const channel = await channelOf(turn, params.purpose);
    if (channel.state === 'unbound') return null;
    const view = {
      purposeName: texts.t(`words.campaign.purposes.${params.purpose}.title`),
      channelName: channelName(texts, channel),
      what: texts.t(`words.campaign.purposes.${params.purpose}.what`),
    };
    return { card: channelBoundCard(texts, view, banner), summary: texts.t('summaries.campaign.channel') };
  },
});
