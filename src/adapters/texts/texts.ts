import type { DateTime } from 'luxon';
import en from '../../../locales/en.json' with { type: 'json' };
import vi from '../../../locales/vi.json' with { type: 'json' };
import { CodedError, type Facts } from '../../domain/errors.ts';
import { formatDate } from '../../domain/text/format.ts';
import type { Locale } from '../../ports/pages.ts';
import type { Texts, TextTree } from '../../ports/texts.ts';
import { compileSentence, type Sentence } from './sentence.ts';
import { compileWords, type Fill } from './words.ts';

const spoken = { vi, en } satisfies Record<Locale, TextTree>;

function at(tree: TextTree, key: string): string | TextTree | undefined {
  return key
    .split('.')
    .reduce<string | TextTree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree);
}

/** @returns the words of a language for whoever knows these facts already */
function build(locale: Locale): (known: Facts) => Texts {
  const sentences = new Map<string, Sentence>();
  const parts = new Map<string, Fill>();
  const compile = (key: string, source: string): Sentence => compileSentence({ key, source, locale, instant });
  const sentenceAt = (key: string): Sentence => {
    const source = at(spoken[locale], key);
    if (typeof source !== 'string') throw new CodedError('TEXT_MISSING', { key });
    return compile(key, source);
  };
  const partAt = (key: string): Fill => {
    const tree = at(spoken[locale], key);
    if (typeof tree !== 'object') throw new CodedError('TEXT_MISSING', { key });
    return compileWords(key, tree, compile);
  };
  const say = (key: string, facts: object, known: Facts): string =>
    remembered(sentences, key, sentenceAt)(facts, known);
  /** The last moment of a day is said as the day that it ends: nobody counts milliseconds before midnight. */
  function instant(moment: DateTime): string {
    const date = formatDate(moment);
    return isLastMoment(moment)
      ? say('words.endOfDay', { date }, {})
      : say('words.moment', { time: moment.toFormat('HH:mm'), date }, {});
  }
  return (known) => ({
    locale,
    t: (key, facts = {}) => say(key, facts, known),
    has: (key) => typeof at(spoken[locale], key) === 'string',
    words: (key, facts) => remembered(parts, key, partAt)(facts, known),
  });
}

const isLastMoment = (moment: DateTime): boolean => moment.toMillis() === moment.endOf('day').toMillis();

/** What is compiled stays compiled, for every word of the language that was ever asked for. */
function remembered<T>(memory: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  memory.set(key, made);
  return made;
}

const built = { vi: build('vi'), en: build('en') };
/** The words of one language, compiled once for the process. @param known what every sentence may name without being given it */
export const texts = (locale: Locale, known: Facts = {}): Texts => built[locale](known);
