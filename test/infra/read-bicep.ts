import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

export interface BicepFile {
  /** Where it is not Bicep: line and what stands there. */
  readonly broken: readonly string[];
  readonly params: readonly { readonly name: string; readonly hasDefault: boolean }[];
  readonly outputs: readonly string[];
  /** Of its parameters and variables. */
  readonly names: readonly string[];
  /** How often each name is used, beside where it is given. */
  readonly uses: ReadonlyMap<string, number>;
  readonly modules: readonly { readonly symbol: string; readonly path: string; readonly given: readonly string[] }[];
  /** `symbol.outputs.name` as it is written. */
  readonly asked: readonly { readonly symbol: string; readonly output: string }[];
  /** `Provider/type@version` of each resource. */
  readonly resources: readonly string[];
}

const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

export async function openReader(): Promise<(file: string) => BicepFile> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (file) => {
    const tree = parser.parse(readFileSync(file, 'utf8'));
    if (tree === null) throw new Error(`${file} was not read`);
    return read(tree.rootNode);
  };
}

function read(root: Node): BicepFile {
  const of = (type: string): Node[] => root.namedChildren.filter((node): node is Node => node?.type === type);
  const params = of('parameter_declaration').map((node) => ({
    name: nameOf(node),
    hasDefault: node.children.some((c) => c?.type === '='),
  }));
  const modules = of('module_declaration').map((node) => ({
    symbol: nameOf(node),
    path: stringOf(node),
    given: keysOf(node, 'params'),
  }));
  const names = [...params.map(({ name }) => name), ...of('variable_declaration').map(nameOf)];
  const uses = new Map<string, number>();
  for (const { text } of root
    .descendantsOfType('identifier')
    .filter((node): node is Node => node !== null && !isGiven(node)))
    uses.set(text, (uses.get(text) ?? 0) + 1);
  return {
    broken: root
      .descendantsOfType('ERROR')
      .flatMap((node) => (node === null ? [] : [`${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`])),
    params,
    outputs: of('output_declaration').map(nameOf),
    names,
    uses,
    modules,
    asked: [...root.text.matchAll(/(\w+)\.outputs\.(\w+)/g)].map(([, symbol = '', output = '']) => ({
      symbol,
      output,
    })),
    resources: of('resource_declaration').map(stringOf),
  };
}

const nameOf = (node: Node): string => node.namedChildren.find((child) => child?.type === 'identifier')?.text ?? '';
const stringOf = (node: Node): string =>
  node.namedChildren.find((child) => child?.type === 'string')?.text.slice(1, -1) ?? '';

/** Where a declaration says the name, or an object the name of its property. */
function isGiven(node: Node): boolean {
  const { parent } = node;
  if (parent === null) return false;
  const isFirst = parent.namedChildren[0]?.equals(node) === true;
  return isFirst && (parent.type.endsWith('_declaration') || parent.type === 'object_property');
}

function keysOf(node: Node, property: string): string[] {
  const found = node.descendantsOfType('object_property').find((each) => each !== null && nameOf(each) === property);
  const object = found?.namedChildren.find((child) => child?.type === 'object');
  return (object?.namedChildren ?? []).flatMap((child) => (child?.type === 'object_property' ? [nameOf(child)] : []));
}
