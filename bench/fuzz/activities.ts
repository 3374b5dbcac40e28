import { team } from '../../sandbox/server/tenant.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import { features } from '../../src/features/features.ts';
import { payloads } from '../../test/support/teams/payloads.ts';
import { type Dice, type Json, mutate, pick } from './mutate.ts';
import { type Envelope, mark, type Sender } from './senders.ts';

/** What people may type, by the first words of each command, and something that nobody understands. */
const { t } = texts('vi');
export const words: readonly string[] = [
  ...features.flatMap(({ commands }) =>
    commands.flatMap(({ name }) => t(`commands.${name}.words`).split('|').slice(0, 1)),
  ),
  'xyz',
];

/** A button that a card had, filled in. */
export interface Button {
  readonly verb: string;
  readonly data: Readonly<Record<string, Json>>;
}

const mutations = [0, 1, 1, 1, 2, 3, 5];
/** Answers to what is typed go at the pace that Teams allows; clicks are answered at once. */
const typed = 0.02;

type Fields = { [name: string]: Json };

/** A message as Teams tells of it. */
export const typedBy = (text: string): Fields => ({ type: 'message', text, textFormat: 'plain' });
/** A click as Teams tells of it. */
export const click = ({ verb, data }: Button): Fields => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb, data: structuredClone(data) as Json }, trigger: 'manual' },
});
const rare: readonly ((dice: Dice) => Fields)[] = [
  (dice) => typedBy(pick(dice, words)),
  () => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'a.pdf',
        content: { downloadUrl: 'https://x.example/a' },
      },
    ],
  }),
  () => ({ type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }),
  () => ({
    type: 'conversationUpdate',
    channelData: { eventType: 'channelDeleted', channel: { id: team.id }, team: { id: team.id } },
  }),
];
/** Every other kind that Teams documents, by this sender, and an edit; few, since each is made for it. */
function kindsBy(base: Envelope['base']): Fields[] {
  const { id = '', serviceUrl, from, recipient, conversation } = base as Record<string, Fields> & { id?: string };
  const kinds = payloads({
    serviceUrl: String(serviceUrl),
    tenantId: String(conversation?.tenantId),
    botId: String(recipient?.id),
    from: { id: String(from?.id), aadObjectId: String(from?.aadObjectId) },
    chatId: String(conversation?.id),
    team,
  });
  const { unserved, silent, odd } = kinds;
  const all = [...unserved, ...silent, ...odd].map(({ activity }) => activity);
  return [...all, kinds.edit(id, 'x')].map((activity) => ({ ...(activity as Fields), id }));
}

/** The same for the same dice and buttons: something valid, changed nowhere or in a few places, at any depth. */
export function activityOf(
  sender: Sender,
  { base }: Envelope,
  { dice, buttons }: { dice: Dice; buttons: readonly Button[] },
): Json {
  const asked =
    dice() < typed ? pick(dice, rare)(dice) : dice() < 0.05 ? pick(dice, kindsBy(base)) : click(pick(dice, buttons));
  const activity: Fields = { ...base, ...asked };
  if (sender !== 'known') activity.text = mark;
  const target: Json = dice() < 0.6 ? ((activity.value as Json | undefined) ?? activity) : activity;
  for (let left = pick(dice, mutations); left > 0; left -= 1) mutate(target, dice);
  return activity;
}
