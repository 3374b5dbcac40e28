/** Types that the sandbox server, its test client and its page share. No imports, so that the page's bundle stays small. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type UserRole = 'user' | 'guest' | 'anonymous';

/** One person of the tenant, as the page shows them. */
export type PersonView = {
  key: string;
  aadObjectId: string;
  /** Teams' own id of the person (`29:`). */
  mri: string;
  fullName: string;
  /** Empty for people who are not in the roster. */
  department: string;
  title: string;
  roles: string[];
  organisations: string[];
  status: string;
  reach: Reach;
};

/** `absent`: the app was never installed or was removed; `blocked`: installed, but the person blocked the bot. Both make writes fail with 403. */
export type Reach = 'installed' | 'absent' | 'blocked';

export type ChatKind = 'personal' | 'channel';

export type Author = { kind: 'bot' } | { kind: 'person'; key: string } | { kind: 'system' };

export type Attachment = {
  contentType: string;
  contentUrl?: string;
  content?: Json;
  name?: string;
};

/** One message of a chat. A card returned by Action.Execute is not here: Teams keeps it in the client that clicked. */
export type Message = {
  id: string;
  chatId: string;
  /** The first message of a channel thread; its own id when it is that message. */
  threadId: string;
  author: Author;
  text: string;
  textFormat: 'markdown' | 'plain' | 'xml';
  attachments: Attachment[];
  suggestedActions: SuggestedAction[];
  summary: string;
  /** ISO instant by the sandbox's clock. */
  sentAt: string;
  deleted: boolean;
  /** By its author. */
  edited?: true;
  /** Another message that this one holds: quoted, or forwarded. */
  quote?: { author: Author; text: string; isForwarded: boolean };
  /** Person keys by emoji name. */
  reactions: Record<string, string[]>;
  /** Grows with every edit, deletion and reaction: a client drops the card it holds for this message when this changes. */
  revision: number;
};

export type SuggestedAction = { type: string; title: string; value: string };

export type ChatView = {
  id: string;
  kind: ChatKind;
  /** `personal`, or the channel's: `general`, `office`, `youth`. */
  key: string;
  name: string;
  unread: number;
  last?: { text: string; sentAt: string; author: Author };
};

export type ClockView = { now: string; zone: string };

export type FaultKind =
  | 'throttle'
  | 'unauthorized'
  | 'disabledByAdmin'
  | 'precondition'
  | 'internalError'
  | 'badGateway'
  | 'unavailable'
  | 'gatewayTimeout'
  | 'slow'
  | 'reset'
  | 'lostResponse'
  /** A click whose answer is lost: it comes once more under a new id, though the bot has answered. */
  | 'redelivery';

/** A call of the bot to the connector, as the rate table and the faults name them. */
export type Operation = 'send' | 'update' | 'delete' | 'create' | 'members' | 'attachment' | 'team';

export type FaultRule = {
  id: string;
  kind: FaultKind;
  /** Requests left to hit; absent = no end. */
  count?: number;
  /** Share of requests hit, 0 to 100; absent = all. */
  percent?: number;
  /** Seconds, for `throttle` and `unavailable`; absent = no Retry-After header. */
  retryAfter?: number;
  /** How Retry-After is written; absent = `seconds`. */
  retryAfterAs?: 'seconds' | 'date';
  /** Milliseconds, for `slow`. */
  delay?: number;
  /** For an error answer: the request is carried out all the same before it is told to have failed. */
  after?: boolean;
  /** Absent = `send`, `update` and `create`; `redelivery` hits clicks and nothing else. */
  operations?: Operation[];
  /** How many requests it has hit. */
  hits: number;
};

export type NewFault = Omit<FaultRule, 'id' | 'hits'>;

export type LedgerView = {
  requests: number;
  byOperation: Partial<Record<Operation, number>>;
  byStatus: Record<string, number>;
  /** Requests in each second since the start of the run, index = second. */
  bySecond: number[];
  /** Stored messages per conversation. */
  deliveries: Record<string, number>;
  /** Messages whose conversation, summary and body were stored before in this run. */
  duplicates: number;
  /** Stored messages of the bot. */
  delivered: number;
  /** 429 answers, by their cause. */
  throttled: { byRate: number; byFault: number };
  /** Requests over the rate tables; counted whether or not they are enforced. */
  overRate: number;
  busiestSecond: number;
};

export type InvokeOutcome = {
  /** HTTP status of the bot's answer; 0 when the bot did not answer at all. */
  status: number;
  card?: JsonObject;
  notice?: string;
  error?: string;
};

export type PageEvent =
  | { type: 'message'; message: Message; notify: boolean }
  | { type: 'changed'; message: Message }
  | { type: 'typing'; chatId: string }
  | { type: 'working'; chatId: string; working: boolean }
  | { type: 'unread'; totals: Record<string, number> }
  | { type: 'reach'; person: string; reach: Reach }
  | { type: 'chatLost'; person: string }
  | { type: 'clock'; clock: ClockView }
  | { type: 'faults'; faults: FaultRule[]; enforceRates: boolean };

/** Everything that the page needs to draw itself for one person. */
export type PageState = {
  me: string;
  people: PersonView[];
  unreadByPerson: Record<string, number>;
  chats: ChatView[];
  teamName: string;
  botName: string;
  clock: ClockView;
  faults: FaultRule[];
  enforceRates: boolean;
};
