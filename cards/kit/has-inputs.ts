/** Does the card ask for anything? Such a card is never edited behind the person's back. */
export function hasInputs(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasInputs);
  if (node === null || typeof node !== 'object') return false;
  const { type } = node as { type?: unknown };
  return (typeof type === 'string' && type.startsWith('Input.')) || Object.values(node).some(hasInputs);
}
