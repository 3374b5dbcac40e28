type Json = { readonly [key: string]: unknown };

/** Names of the schema may be written in any case. */
const named = ['color', 'size', 'weight', 'spacing', 'horizontalAlignment', 'verticalContentAlignment', 'style'];
const usual = ['isRequired', 'isMultiline', 'isMultiSelect', 'separator'];
/** What a card says by saying nothing. */
const isUsual = ([key, value]: readonly [string, unknown]): boolean =>
  (usual.includes(key) && value === false) || (named.includes(key) && String(value).toLowerCase() === 'default');

/**
 * A card as it looks, however it is spelt: templates wrote `Accent` where the kit writes `accent`, and what is so anyway. One bar, that of
 * a sending's departments, was built of columns without the boxes that every other bar has. A line of a list that some may open was a box of
 * nothing but a box.
 */
export function look(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(look);
  if (node === null || typeof node !== 'object') return node;
  if (isBareBar(node as Json)) return look(boxed(node as Json));
  const inner = onlyBox(node as Json);
  if (inner !== undefined) return look({ ...inner, ...node, items: inner.items });
  return Object.fromEntries(
    Object.entries(node)
      .filter((entry) => !isUsual(entry))
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

/** The box that is all there is in a box, when it has no look of its own. */
function onlyBox({ type, items, selectAction }: Json): Json | undefined {
  const [only, ...rest] = Array.isArray(items) ? (items as Json[]) : [];
  if (type !== 'Container' || selectAction !== undefined || only?.type !== 'Container' || rest.length > 0)
    return undefined;
  const { type: _type, items: _items, spacing, selectAction: _action, ...looks } = only;
  return Object.keys(looks).length === 0 && String(spacing).toLowerCase() === 'none' ? only : undefined;
}
