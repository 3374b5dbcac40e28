import en from '../../../locales/en.json' with { type: 'json' };
import vi from '../../../locales/vi.json' with { type: 'json' };
import { CodedError } from '../../domain/errors.ts';
import type { Locale } from '../../ports/pages.ts';
import type { Texts, TextTree } from '../../ports/texts.ts';
import { compileSentence, type Sentence } from './sentence.ts';
import { compileWords } from './words.ts';

const spoken = { vi, en } satisfies Record<Locale, TextTree>;

function at(tree: TextTree, key: string): string | TextTree | undefined {
  return key
    .split('.')
    .reduce<string | TextTree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree);
}

function build(locale: Locale): Texts {
  const sentences = new Map<string, Sentence>();
  const parts = new Map<string, (facts: object) => TextTree>();
  const sentenceAt = (key: string): Sentence => {
    const source = at(spoken[locale], key);
    if (typeof source !== 'string') throw new CodedError('TEXT_MISSING', { key });
    return compileSentence(key, source, locale);
  };
  const partAt = (key: string) => {
    const tree = at(spoken[locale], key);
    if (typeof tree !== 'object') throw new CodedError('TEXT_MISSING', { key });
    return compileWords(key, tree, locale);
  };
  return {
    locale,
    t: (key, facts = {}) => remembered(sentences, key, sentenceAt)(facts),
    has: (key) => typeof at(spoken[locale], key) === 'string',
    words: (key, facts) => remembered(parts, key, partAt)(facts),
  };
}

/** What is compiled stays compiled, for every word of the language that was ever asked for. */
function remembered<T>(memory: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  memory.set(key, made);
  return made;
}

const built = { vi: build('vi'), en: build('en') };
/** The words of one language, compiled once for the process. */
export const texts = (locale: Locale): Texts => built[locale];
