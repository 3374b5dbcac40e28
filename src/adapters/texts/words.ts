import type { Locale } from '../../ports/pages.ts';
import type { TextTree } from '../../ports/texts.ts';
import { compileSentence, type Sentence } from './sentence.ts';

const given = Symbol('the facts of these words');
interface Filled {
  [given]: object;
}

/** Turns a part of the words into objects whose properties are filled when they are read; each word is compiled at its first reading. */
export function compileWords(key: string, tree: TextTree, locale: Locale): (facts: object) => TextTree {
  const prototype = {};
  for (const [name, node] of Object.entries(tree)) {
    const read = reader(`${key}.${name}`, node, locale);
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Filled) {
        return read(this[given]);
      },
    });
  }
  return (facts) => {
    const words = Object.create(prototype) as Filled;
    words[given] = facts;
    return words as unknown as TextTree;
  };
}

function reader(key: string, node: string | TextTree, locale: Locale): (facts: object) => string | TextTree {
  if (typeof node !== 'string') return compileWords(key, node, locale);
  let sentence: Sentence | undefined;
  return (facts) => {
    sentence ??= compileSentence(key, node, locale);
    return sentence(facts);
  };
}
