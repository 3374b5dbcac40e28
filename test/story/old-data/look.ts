type Json = { readonly [key: string]: unknown };

/** Names of the schema may be written in any case. */
const named = ['color', 'size', 'weight', 'spacing', 'horizontalAlignment', 'verticalContentAlignment', 'style'];
/** What a card says by saying nothing. */
const usual = ['isRequired', 'isMultiline', 'isMultiSelect', 'separator'];

/**
 * A card as it looks, however it is spelt: templates wrote `Accent` where the kit writes `accent`, and what is so anyway. One bar, that of
 * a sending's departments, was built of columns without the boxes that every other bar has.
 */
export function look(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(look);
  if (node === null || typeof node !== 'object') return node;
  if (isBareBar(node as Json)) return look(boxed(node as Json));
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(usual.includes(key) && value === false))
      .map(([key, value]) => [
        key,
        named.includes(key) && typeof value === 'string' ? value.toLowerCase() : look(value),
      ]),
  );
}

const columnsOf = (node: Json): readonly Json[] => (Array.isArray(node.columns) ? node.columns : []);
const isBareBar = (node: Json): boolean =>
  columnsOf(node).length > 0 &&
  columnsOf(node).every(({ style, items }) => style !== undefined && (items as Json[])[0]?.text === ' ');
const boxed = (node: Json): Json => ({
  ...node,
  spacing: 'small',
  columns: columnsOf(node).map(({ style, ...column }) => ({
    ...column,
    items: [{ type: 'Container', style, items: column.items }],
  })),
});
