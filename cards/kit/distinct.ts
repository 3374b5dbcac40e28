import type { Element, Execute } from './elements.ts';

interface Node {
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

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
  const walk = (node: Node): Node => {
    const changed = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'selectAction' && isNode(value) && value.type === 'Action.Execute')
        return [[key, told(value as unknown as Execute)]];
      if (Array.isArray(value)) return [[key, value.map((each) => (isNode(each) ? walk(each) : each))]];
      return [];
    });
    return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
  };
  return body.map((element) => walk(element as unknown as Node) as unknown as Element);
}
