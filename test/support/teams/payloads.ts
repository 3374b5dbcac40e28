import { randomUUID } from 'node:crypto';

/** Whoever sends, and where. */
export interface Sender {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly from: { readonly id: string; readonly aadObjectId: string };
  readonly chatId: string;
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string };
}

type Fields = Readonly<Record<string, unknown>>;
export type Activity = Fields & { readonly type: string };

const invoke = (name: string, value: unknown, more: Fields = {}): Fields => ({ type: 'invoke', name, value, ...more });
const event = (name: string, value: unknown, more: Fields = {}): Fields => ({ type: 'event', name, value, ...more });
const meeting = { id: 'MCMxOTptZWV0aW5n' };
const meetingChat = { conversation: { isGroup: true, conversationType: 'groupChat', id: '19:meeting_x@thread.v2' } };
const groupChat = { conversation: { isGroup: true, conversationType: 'groupChat', id: '19:group@thread.v2' } };
const context = { theme: 'default' };

/** Invokes of what other apps have and this one has not, by what Teams' own pages call them. */
const unserved: Readonly<Record<string, Fields>> = {
  'a search in a list of choices': invoke('application/search', {
    queryText: 'ho',
    queryOptions: { skip: 0, top: 15 },
    dataset: 'people',
  }),
  'a dialog that is opened': invoke('task/fetch', { data: { data: 'x', type: 'task/fetch' }, context }),
  'a dialog that is handed in': invoke('task/submit', { data: { name: 'x' }, context }),
  ...Object.fromEntries(
    (
      [
        ['query', { commandId: 'c', parameters: [{ name: 'q', value: 'x' }], queryOptions: { skip: 0, count: 25 } }],
        ['selectItem', { id: 'x' }],
        ['fetchTask', { commandId: 'c', commandContext: 'compose', context }],
        ['submitAction', { commandId: 'c', commandContext: 'message', data: {}, messagePayload: { id: '1' } }],
        ['queryLink', { url: 'https://example.com/x' }],
        ['anonymousQueryLink', { url: 'https://example.com/x' }],
        ['querySettingUrl', { commandId: 'c' }],
        ['setting', { state: 'x' }],
        ['onCardButtonClicked', { x: 1 }],
      ] as const
    ).map(([name, value]) => [`a message extension’s ${name}`, invoke(`composeExtension/${name}`, value)]),
  ),
  'a file that may be sent': invoke('fileConsent/invoke', {
    type: 'fileUpload',
    action: 'accept',
    context: {},
    uploadInfo: {
      contentUrl: 'https://example.sharepoint.com/a.pdf',
      name: 'a.pdf',
      uploadUrl: 'https://example.sharepoint.com/upload',
      uniqueId: 'x',
      fileType: 'pdf',
    },
  }),
  'a file that may not be sent': invoke('fileConsent/invoke', { type: 'fileUpload', action: 'decline', context: {} }),
  'a sign-in by code': invoke('signin/verifyState', { state: '123456' }),
  'a sign-in by token': invoke('signin/tokenExchange', { id: 'x', connectionName: 'c', token: 't' }),
  'a sign-in that failed': invoke('signin/failure', { code: 'installappfailed', message: 'x' }),
  'a thumb under a message': invoke(
    'message/submitAction',
    { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"x"}' } },
    { replyToId: '1' },
  ),
  'a form of feedback': invoke('message/fetchTask', { data: { actionName: 'feedback', actionValue: {} } }),
  'a connector card': invoke('actionableMessage/executeAction', { body: '{}', actionId: 'x' }),
  'a tab': invoke('tab/fetch', { tabContext: { tabEntityId: 'x' }, context }),
  'a tab that is handed in': invoke('tab/submit', { data: {}, context }),
  'settings of a bot in a group': invoke('config/fetch', { data: {} }, groupChat),
  'one that nobody knows': invoke('something/new', { action: { verb: 'help.open', data: {} } }),
  'one without a name': { type: 'invoke', value: { action: { verb: 'help.open', data: {} } } },
};

const inTeamOf = (team: Sender['team'], eventType: string, more: Fields = {}) => ({
  channelData: { eventType, team, ...more },
  conversation: { isGroup: true, conversationType: 'channel', id: team.id },
});

/** What is told to the bot, and asks for nothing. */
const silent = ({ chatId, from, botId, team }: Sender): Readonly<Record<string, Fields>> => {
  const inTeam = (eventType: string, more: Fields = {}) => inTeamOf(team, eventType, more);
  return {
    'a message that is deleted': { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    'a message that is back': {
      type: 'messageUpdate',
      text: 'trợ giúp',
      channelData: { eventType: 'undeleteMessage' },
    },
    'a message that is changed by Teams': { type: 'messageUpdate', text: 'trợ giúp' },
    'an edit in a channel': { type: 'messageUpdate', text: 'kênh', ...inTeam('editMessage') },
    'a message that is read': event('application/vnd.microsoft.readReceipt', { lastReadMessageId: '1700000000000' }),
    'a meeting that begins': event(
      'application/vnd.microsoft.meetingStart',
      { MeetingType: 'Scheduled', Title: 'Họp', Id: 'x', JoinUrl: 'https://x.test', StartTime: '2026-10-26T01:00:00Z' },
      { ...meetingChat, channelData: { meeting } },
    ),
    'a meeting that ends': event(
      'application/vnd.microsoft.meetingEnd',
      { MeetingType: 'Scheduled', Title: 'Họp', Id: 'x', JoinUrl: 'https://x.test', EndTime: '2026-10-26T02:00:00Z' },
      { ...meetingChat, channelData: { meeting } },
    ),
    'who comes into a meeting': event(
      'application/vnd.microsoft.meetingParticipantJoin',
      { members: [{ user: { ...from, name: 'x' }, meeting: { inMeeting: true, role: 'Organizer' } }] },
      { ...meetingChat, channelData: { meeting } },
    ),
    'who leaves a meeting': event(
      'application/vnd.microsoft.meetingParticipantLeave',
      { members: [{ user: { ...from, name: 'x' }, meeting: { inMeeting: false, role: 'Attendee' } }] },
      { ...meetingChat, channelData: { meeting } },
    ),
    'a token of a sign-in': event('tokens/response', { token: 'x', connectionName: 'c' }),
    'an event that nobody knows': event('something/new', {}),
    'who is typing': { type: 'typing' },
    'a reaction': { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
    'a reaction that is taken back': { type: 'messageReaction', reactionsRemoved: [{ type: 'heart' }], replyToId: '1' },
    'the end of a conversation': { type: 'endOfConversation', code: 'userCancelled' },
    'a command of another service': { type: 'command', name: 'application/x', value: {} },
    'the app, a second time': { type: 'installationUpdate', action: 'add' },
    'an upgrade': { type: 'installationUpdate', action: 'add-upgrade' },
    'an upgrade in a team': { type: 'installationUpdate', action: 'add-upgrade', ...inTeam('') },
    'the app in a chat of several': { type: 'installationUpdate', action: 'add', ...groupChat },
    'the app taken out of a chat of several': { type: 'installationUpdate', action: 'remove', ...groupChat },
    'the bot, once more': { type: 'conversationUpdate', membersAdded: [{ id: botId }], conversation: { id: chatId } },
    'who comes into a chat of several': { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }], ...groupChat },
    'the name of a chat of several': { type: 'conversationUpdate', topicName: 'Họp', ...groupChat },
    ...Object.fromEntries(
      ['channelCreated', 'channelShared', 'channelMemberAdded'].map((eventType) => [
        `${eventType} in a team`,
        { type: 'conversationUpdate', ...inTeam(eventType, { channel: { id: '19:new@thread.tacv2', name: 'Mới' } }) },
      ]),
    ),
    'the name of a team': { type: 'conversationUpdate', ...inTeam('teamRenamed') },
  };
};

/** Clicks that none of the bot's cards can have led to. */
const odd: Readonly<Record<string, Fields>> = {
  'an unknown verb': invoke('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'nothing.here', data: {} },
    trigger: 'manual',
  }),
  'an action of another type': invoke('adaptiveCard/action', {
    action: { type: 'Action.Submit', verb: 'help.open', data: {} },
    trigger: 'manual',
  }),
  'an action without a verb': invoke('adaptiveCard/action', {
    action: { type: 'Action.Execute', data: {} },
    trigger: 'manual',
  }),
  'no action at all': invoke('adaptiveCard/action', {}),
};

/**
 * Activities in the shapes that Teams' documentation gives them (conversation events, message events, read receipts, meeting events, message
 * extensions, dialogs, files, sign-in, feedback, typeahead), by what they tell.
 */
export function payloads(sender: Sender) {
  const { serviceUrl, tenantId, botId, from, chatId } = sender;
  const whole = (fields: Fields): Activity => {
    const { channelData = {}, conversation = {}, ...rest } = fields as Record<'channelData' | 'conversation', Fields>;
    return {
      type: 'message',
      id: `f:${randomUUID()}`,
      timestamp: '2026-10-26T01:00:00.000Z',
      channelId: 'msteams',
      serviceUrl,
      from,
      recipient: { id: botId, name: 'bot' },
      locale: 'vi-VN',
      ...rest,
      conversation: { conversationType: 'personal', id: chatId, tenantId, ...conversation },
      channelData: { tenant: { id: tenantId }, ...channelData },
    };
  };
  const all = (group: Readonly<Record<string, Fields>>) =>
    Object.entries(group).map(([name, fields]) => ({ name, activity: whole(fields) }));
  return {
    whole,
    unserved: all(unserved),
    silent: all(silent(sender)),
    odd: all(odd),
    /** Whoever comes into the team of the sender, or leaves it. */
    comings: all({
      'who comes into a team': {
        type: 'conversationUpdate',
        membersAdded: [{ id: '29:x', aadObjectId: 'x' }],
        ...inTeamOf(sender.team, 'teamMemberAdded'),
      },
      'who leaves a team': {
        type: 'conversationUpdate',
        membersRemoved: [{ id: '29:x', aadObjectId: 'x' }],
        ...inTeamOf(sender.team, 'teamMemberRemoved'),
      },
    }),
    /** A client asks by itself for what no card of ours has it ask for. */
    unasked: whole(
      invoke('adaptiveCard/action', {
        action: { type: 'Action.Execute', verb: 'help.open', data: {} },
        trigger: 'automatic',
      }),
    ),
    edit: (id: string, text: string) =>
      whole({ type: 'messageUpdate', id, text, textFormat: 'plain', channelData: { eventType: 'editMessage' } }),
  };
}
