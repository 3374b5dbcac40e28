import { isNode, type Node, shapeFaults } from './card-shapes.ts';

/** Teams draws no more in a card's own row of buttons. */
const mostActions = 6;
/** Teams refuses a message above 80 KB, and we keep far from it: bytes of a card as it is sent, in UTF-16. */
const mostBytes = 28 * 1024;
/** The same with every text input filled in to its end, as a form comes back after a refusal. */
const mostBytesFilled = 64 * 1024;

type Say = (card: Node) => readonly string[];

/** What holds of a whole card, beyond the shape of its parts. */
const ofTheWhole: readonly Say[] = [
  (card) => {
    const count = Array.isArray(card.actions) ? card.actions.length : 0;
    return count > mostActions ? [`${count} actions, more than ${mostActions}`] : [];
  },
  (card) => (bytesOf(card) < mostBytes ? [] : [`${bytesOf(card)} bytes, not under ${mostBytes}`]),
  (card) => {
    const filled = bytesOf(card) + inputsOf(card).reduce((sum, input) => sum + roomIn(input), 0);
    return filled < mostBytesFilled ? [] : [`${filled} bytes when filled in, not under ${mostBytesFilled}`];
  },
  (card) => {
    const ids = inputsOf(card).map(({ id }) => String(id));
    return ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `two inputs are called ${id}`);
  },
  (card) =>
    nodesOf({ ...card, refresh: undefined })
      .filter(({ type }) => type === 'Action.Execute')
      .filter(({ verb, fallback }) => !isNode(fallback) || !isNode(fallback.data) || fallback.data.verb !== verb)
      .map(({ verb }) => `the fallback of ${String(verb)} sends another verb`),
  (card) => {
    const does = new Map<string, string>();
    return (
      nodesOf(card)
        // A command and a button may lead to the same place.
        .filter(({ type, verb }) => type === 'Action.Execute' && verb !== 'command.run')
        .flatMap(({ title, verb, data }) => {
          const deed = JSON.stringify([verb, data]);
          const other = does.get(String(title)) ?? deed;
          does.set(String(title), other);
          return other === deed ? [] : [`two things are called ${String(title)}: ${other} and ${deed}`];
        })
    );
  },
  (card) =>
    nodesOf(card)
      .flatMap((node) => Object.values(node))
      .filter((value) => typeof value === 'string' && /\$\{|\{\{|undefined|\[object/.test(value))
      .map((value) => `unfilled text: ${String(value)}`),
];

/** All that is wrong with a card; empty for a good one. */
export const faultsOf = (card: Node): readonly string[] => [
  ...shapeFaults(card),
  ...ofTheWhole.flatMap((say) => say(card)),
];

const bytesOf = (card: Node): number => JSON.stringify(card).length * 2;
const inputsOf = (card: Node): Node[] => nodesOf(card).filter(({ type }) => String(type).startsWith('Input.'));
const roomIn = ({ value, maxLength }: Node): number =>
  typeof maxLength === 'number' && typeof value === 'string' ? (maxLength - value.length) * 2 : 0;

/** The card and every node within it, but not what actions send. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  const { data: _data, ...shown } = value;
  return [value, ...Object.values(shown).flatMap(nodesOf)];
}
