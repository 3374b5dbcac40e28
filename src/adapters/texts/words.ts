import type { Facts } from '../../domain/errors.ts';
import type { TextTree } from '../../ports/texts.ts';
import type { Sentence } from './sentence.ts';

const given = Symbol('the facts of these words');
interface Given {
  readonly facts: object;
  readonly known: Facts;
}
interface Filled {
  [given]: Given;
}
type Compile = (key: string, source: string) => Sentence;
/** The words of a part of the tree, filled with these facts. */
export type Fill = (facts: object, known?: Facts) => TextTree;

/** Turns a part of the words into objects whose properties are filled when they are read; each word is compiled at its first reading. */
export function compileWords(key: string, tree: TextTree, compile: Compile): Fill {
  const prototype = {};
  for (const [name, node] of Object.entries(tree)) {
    const read = reader(`${key}.${name}`, node, compile);
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Filled) {
        return read(this[given]);
      },
    });
  }
  return (facts, known = {}) => {
    const words = Object.create(prototype) as Filled;
    words[given] = { facts, known };
    return words as unknown as TextTree;
  };
}

function reader(key: string, node: string | TextTree, compile: Compile): (of: Given) => string | TextTree {
  if (typeof node !== 'string') {
    const fill = compileWords(key, node, compile);
    return ({ facts, known }) => fill(facts, known);
  }
  let sentence: Sentence | undefined;
  return ({ facts, known }) => {
    sentence ??= compile(key, node);
    return sentence(facts, known);
  };
}
