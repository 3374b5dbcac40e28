import type { Element } from './elements.ts';

interface Node {
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Of several buttons that are each the likeliest of their section only the first stays so: a card recommends one thing. */
export function onePrimary(body: readonly Element[]): readonly Element[] {
  let isTaken = false;
  const walk = (node: Node): Node => {
    if (node.style === 'positive') {
      if (!isTaken) {
        isTaken = true;
        return node;
      }
      const { style: _style, ...plain } = node;
      if (!isNode(plain.fallback)) return plain;
      const { style: _fallbackStyle, ...fallback } = plain.fallback;
      return { ...plain, fallback };
    }
    const changed = Object.entries(node).flatMap(([key, value]): [string, unknown][] =>
      Array.isArray(value) ? [[key, value.map((each) => (isNode(each) ? walk(each) : each))]] : [],
    );
    return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
  };
  return body.map((element) => walk(element as unknown as Node) as unknown as Element);
}
