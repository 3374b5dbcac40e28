/** Every input of every card: the compiler takes no other id. A verb passes over what stands beside its button, and knows it by this list. */
const inputIds = [
  'agree',
  'agreed',
  'ambiguous',
  'answer',
  'answerBy',
  'chair',
  'criterion',
  'date',
  'day',
  'declineReason',
  'disagree',
  'dossiers',
  'dropped',
  'from',
  'heldOn',
  'issuedOn',
  'level',
  'name',
  'note',
  'notes',
  'number',
  'on',
  'organisation',
  'outstanding',
  'place',
  'post',
  'present',
  'query',
  'rating',
  'reason',
  'receivedOn',
  'result',
  'sameNumber',
  'secretary',
  'source',
  'text',
  'time',
  'title',
  'to',
  'total',
  'until',
  'url',
  'value',
  'words',
] as const;
type Name = (typeof inputIds)[number];
/** Where a card asks the same of several things, a number or the thing's own id follows: `to0`, `words-CN1`. */
export type InputId = Name | `${Name}${number}` | `${Name}-${string}`;

const names: ReadonlySet<string> = new Set(inputIds);

export const isInputId = (id: string): boolean => names.has(id) || names.has(id.replace(/(\d+|-.*)$/s, ''));
