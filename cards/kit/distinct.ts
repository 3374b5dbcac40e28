import { eachNode } from '../../src/ports/card-nodes.ts';
import type { Element, Execute } from './elements.ts';

/**
 * Rows that open different things and have one name are numbered from the second on: whoever hears the card could not tell them apart. Their
 * names are heard only, so nobody sees the numbers.
 */
export function distinct(body: readonly Element[]): readonly Element[] {
  const deeds = new Map<string, string[]>();
  const told = (action: Execute): Execute => {
    const deed = JSON.stringify([action.verb, action.data]);
    const known = deeds.get(action.title) ?? [];
    if (!known.includes(deed)) deeds.set(action.title, [...known, deed]);
    const place = known.indexOf(deed);
    const number = place === -1 ? known.length + 1 : place + 1;
    return number === 1 ? action : { ...action, title: `${action.title} (${number})` };
  };
  return eachNode(body, (node) => {
    const action = node.selectAction as Execute | undefined;
    if (action?.type !== 'Action.Execute') return node;
    const named = told(action);
    return named === action ? node : { ...node, selectAction: named };
  });
}
