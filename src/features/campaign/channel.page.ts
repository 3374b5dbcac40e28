import type { z } from 'zod';
import { mayBindChannel } from '../../domain/policy/campaign.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Address, addressId, addressRecord, channelOwner, channelPurpose } from '../../records/address.ts';
import { channelBoundScreen, channelChooseScreen } from '../../screens/campaign/channel-screens.ts';
import type { Texts } from '../../screens/texts.ts';
import { channelBound, channelChoose } from './refs.ts';

async function boundTo(turn: Turn, purpose: z.infer<typeof channelPurpose>): Promise<Address | undefined> {
  return (await turn.get(addressRecord, addressId(channelOwner(purpose))))?.data;
}

const nameOf = (texts: Texts, address: Address): string =>
  address.channelName === '' ? texts.t('words.campaign.namelessChannel') : address.channelName;

/** What this channel may be for, and what is bound now. */
export const channelChoosePage = definePage({
  name: channelChoose,
  compose: async ({ turn, viewer, texts, banner }) => {
    const { person } = viewer;
    if (person === undefined) return null;
    const actor = { id: person.id, roles: person.data.roles, departmentId: person.data.departmentId };
    const allowed = channelPurpose.options.filter((purpose) => mayBindChannel(actor, purpose));
    if (allowed.length === 0) return null;
    const choices = [];
    for (const purpose of allowed) {
      const bound = await boundTo(turn, purpose);
      const title = texts.t(`words.campaign.purposes.${purpose}.title`);
      choices.push({
        purpose,
        title,
        what: texts.t(`words.campaign.purposes.${purpose}.what`),
        state:
          bound === undefined
            ? texts.t('words.campaign.channelUnbound')
            : texts.t('words.campaign.channelBoundTo', { channel: nameOf(texts, bound) }),
        bind: texts.t(`words.campaign.purposes.${purpose}.bind`),
      });
    }
    return { card: channelChooseScreen(texts, { choices }, banner), summary: texts.t('summaries.campaign.channel') };
  },
});

export const channelBoundPage = definePage({
  name: channelBound,
  compose: async ({ turn, texts, params, banner }) => {
    const bound = await boundTo(turn, params.purpose);
    if (bound === undefined) return null;
    const view = {
      purposeName: texts.t(`words.campaign.purposes.${params.purpose}.title`),
      channelName: nameOf(texts, bound),
      what: texts.t(`words.campaign.purposes.${params.purpose}.what`),
    };
    return { card: channelBoundScreen(texts, view, banner), summary: texts.t('summaries.campaign.channel') };
  },
});
