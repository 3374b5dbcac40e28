import i18next from 'i18next';
import { DateTime } from 'luxon';
import en from '../../locales/en.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };
import { CodedError, type Facts } from '../domain/errors.ts';
import type { Locale } from '../ports/pages.ts';

/** The words of one language. */
export interface Texts {
  readonly locale: Locale;
  /** @throws CodedError TEXT_MISSING, TEXT_FACT_MISSING */
  t(key: string, facts?: Facts): string;
  has(key: string): boolean;
  /** All words under a key, each with the facts filled in. */
  tree(key: string, facts: Facts): TextTree;
}
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

const words = { vi: vi as TextTree, en: en as TextTree };

const i18n = i18next.createInstance({
  lng: 'vi',
  fallbackLng: false,
  resources: { vi: { translation: vi }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnObjects: false,
  showSupportNotice: false,
  saveMissing: true,
  missingKeyHandler: (_languages, _namespace, key) => {
    throw new CodedError('TEXT_MISSING', { key });
  },
  missingInterpolationHandler: (text: string) => {
    throw new CodedError('TEXT_FACT_MISSING', { text });
  },
});
void i18n.init();

/** Instants read `HH:mm dd/MM/yyyy`, in their own zone. */
function plain(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([k, v]) => [k, DateTime.isDateTime(v) ? v.toFormat('HH:mm dd/MM/yyyy') : v]),
  );
}

function at(tree: TextTree, key: string): string | TextTree | undefined {
  return key
    .split('.')
    .reduce<string | TextTree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree);
}

function build(locale: Locale): Texts {
  const fixed = i18n.getFixedT(locale);
  const t = (key: string, facts: Facts = {}): string => fixed(key, plain(facts));
  const fill = (node: TextTree, key: string, facts: ReturnType<typeof plain>): TextTree =>
    Object.fromEntries(
      Object.entries(node).map(([k, v]) => [
        k,
        typeof v === 'string' ? fixed(`${key}.${k}`, facts) : fill(v, `${key}.${k}`, facts),
      ]),
    );
  return {
    locale,
    t,
    has: (key) => typeof at(words[locale], key) === 'string',
    tree(key, facts) {
      const node = at(words[locale], key);
      if (typeof node !== 'object') throw new CodedError('TEXT_MISSING', { key });
      return fill(node, key, plain(facts));
    },
  };
}

const built = { vi: build('vi'), en: build('en') };
export const texts = (locale: Locale): Texts => built[locale];
