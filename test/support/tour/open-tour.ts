import assert from 'node:assert/strict';
import { texts } from '../../../src/adapters/texts/texts.ts';
import { CodedError } from '../../../src/domain/errors.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import type { Place } from '../../../src/pipeline/context.ts';
import { decode, list, replace } from '../../../src/ports/documents.ts';
import type { Attachment } from '../../../src/ports/files.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import type { Banner, Locale, Typed } from '../../../src/ports/pages.ts';
import type { Texts } from '../../../src/ports/texts.ts';
import type { PageRef } from '../../../src/records/message.ts';
import { type Person, personId, personRecord } from '../../../src/records/person.ts';
import { actionsOf, type Office, openOffice, scope, textOf } from '../office.ts';

/** Names, titles and words as long as the centre's own lists have them. */
const longName = 'Nguyễn Phước Tôn Nữ Hoàng Trường Phương Thảo Nguyên';
const longTitle = 'Viên chức phụ trách tư vấn, giới thiệu việc làm và đào tạo nghề';

const named: Readonly<Record<string, Partial<Person>>> = {
  an: { fullName: longName, title: longTitle },
  adviceHead: { status: 'onLeave', statusFrom: '2026-11-10', statusTo: '2026-11-11' },
  adviceDeputy: { status: 'onLeave', statusFrom: '2026-11-11', statusTo: '2026-11-11' },
  hniê: { status: 'onLeave', statusFrom: '2026-11-20' },
};

/** A card that somebody has just opened. */
export interface Opened {
  readonly office: Office;
  readonly who: string;
  readonly show: PageRef;
  readonly card: Card;
}
/** Looks at what is opened; may try things in turns that are never written. */
export type Look = (opened: Opened) => Promise<void>;
const merged = (one: typeof named, other: typeof named): typeof named =>
  Object.fromEntries([...Object.keys(one), ...Object.keys(other)].map((key) => [key, { ...one[key], ...other[key] }]));

/** An office whose people all read one language, and every card that any of them is shown. */
export async function openTour(
  locale: Locale,
  setup: Parameters<typeof openOffice>[0] = {},
  look: Look = async () => undefined,
) {
  const views = new Map<string, Map<string, object>>();
  const office = await openOffice({
    now: '2026-11-02T09:00:00',
    texts: (...of) => listening(texts(...of)),
    ...setup,
    people: merged(named, setup.people ?? {}),
  });
  const { store } = office;
  const everyone = await list(store, { unit: scope.unit, type: personRecord });
  for (const one of everyone) await store.commit(scope.unit, [replace(personRecord, one, { ...one.data, locale })]);
  const cards = new Map<string, Card[]>();
  /** Everything that anybody was shown, in order; `who` is a key, or `channel:…`. */
  const seen: Seen[] = [];
  const told = new Set<string>();
  /** What a phone shows first of each message that anybody was owed, in order. */
  const previews: Preview[] = [];
  const shapes = new Set<string>();

  /** A card asks for its words with its view: so every view is seen. */
  function listening(words: Texts): Texts {
    return {
      ...words,
      words(key, view) {
        const name = key.replace('cards.', '').replace('.', '/');
        const seen = views.get(name) ?? new Map<string, object>();
        views.set(name, seen.set(JSON.stringify(view), view));
        return words.words(key, view);
      },
    };
  }
  function keep(who: string, page: string, card: Card, summary = ''): Card {
    seen.push({ who, page, words: textOf(card), summary });
    const before = cards.get(page) ?? [];
    const words = textOf(card);
    if (!before.some((other) => textOf(other) === words)) cards.set(page, [...before, card]);
    return card;
  }
  async function click(who: string, verb: string, data: object = {}): Promise<Card> {
    const { show, card } = await office.as(who).click(verb, data);
    await look({ office, who, show, card });
    return keep(who, show.page, card);
  }
  /** By the button of a card that was really shown. */
  const press = (who: string, card: Card, button: Button): Promise<Card> =>
    click(who, button.verb, dataOf(card, button));
  function dataOf(card: Card, { verb, pick = {}, typed = {} }: Button): object {
    const found = actionsOf(card).find(
      (a) => a.verb === verb && Object.entries(pick).every(([key, value]) => a.data[key] === value),
    );
    assert.ok(found, `no ${verb} ${JSON.stringify(pick)} among ${JSON.stringify(actionsOf(card).map((a) => a.verb))}`);
    return { ...found.data, ...typed };
  }
  async function open(who: string, page: string, params: Record<string, string> = {}): Promise<Card> {
    const shown = await office.as(who).page(page, params);
    assert.ok(shown, `${who} is shown nothing by ${page}`);
    return keep(who, page, shown.card, shown.summary);
  }
  /** As the bot answers a refusal: the way back with what was typed, or the sentence alone. */
  async function refused(who: string, act: () => Promise<unknown>): Promise<Card> {
    const error = await act().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof CodedError, `not refused: ${String(error)}`);
    const t = office.turn().texts(locale);
    const text = t.t('errors.withCode', { text: t.t(`errors.${error.code}`, error.facts), code: error.code });
    if (!(error instanceof Refusal)) return open(who, 'start.notice', { text });
    const back = { banner: { tone: 'attention' as const, text }, typed: error.typed };
    const shown = await compose(personId(who), error.show, back);
    assert.ok(shown, `${error.code} leads nowhere`);
    await look({ office, who, show: error.show, card: shown.card });
    return keep(who, error.show.page, shown.card, shown.summary);
  }
  async function compose(owner: string, ref: PageRef, back: { banner?: Banner; typed?: Typed | undefined } = {}) {
    const { banner, typed } = back;
    const stored = await store.get(scope.unit, owner);
    const viewer = {
      unit: scope.unit,
      owner,
      locale,
      at: office.now,
      ...(stored && { person: decode(personRecord, stored) }),
    };
    return office.pages.compose(ref, { viewer, ...(banner && { banner }), ...(typed && { typed }) });
  }

  async function message(who: string, kind: string): Promise<Card> {
    const owed = (await office.owed(kind)).filter(({ to }) => to === who).at(-1);
    assert.ok(owed, `${who} is owed no ${kind}`);
    return open(who, owed.data.show.page, owed.data.show.params);
  }

  return {
    office,
    cards,
    seen,
    previews,
    views,
    locale,
    click,
    press,
    open,
    say: async (who: string, text: string, place?: Place): Promise<Card> => {
      const { show, card } = await office.as(who).say(text, place);
      await look({ office, who, show, card });
      return keep(who, show.page, card);
    },
    /** What the person is answered at once. */
    sends: async (who: string, ...files: Attachment[]): Promise<Card> => {
      const { show, card } = await office.as(who).sends(...files);
      return keep(who, show.page, card);
    },
    /** What the person is told of the files, once they are fetched. */
    send: async (who: string, ...files: Attachment[]): Promise<Card> => {
      const { show, card } = await office.as(who).sends(...files);
      keep(who, show.page, card);
      await office.fetchFiles();
      await open(who, show.page, show.params);
      return message(who, 'evidence.received');
    },
    refuse: (who: string, verb: string, data: object = {}) => refused(who, () => office.as(who).click(verb, data)),
    refusePress: (who: string, card: Card, button: Button) =>
      refused(who, () => office.as(who).click(button.verb, dataOf(card, button))),
    refuseWords: (who: string, text: string) => refused(who, () => office.as(who).say(text)),
    channel: async (purpose: 'office' | 'youth', page: string, params: Record<string, string> = {}): Promise<Card> => {
      const shown = await compose(`channel:${purpose}`, { page, params });
      assert.ok(shown, `the ${purpose} channel is shown nothing by ${page}`);
      return keep(`channel:${purpose}`, page, shown.card, shown.summary);
    },
    /** Does what is due and reads every message owed since; of those that are built alike, one is kept. */
    async messages(): Promise<void> {
      await office.runDue();
      for (const { id, data } of await office.owed()) {
        if (told.has(id)) continue;
        told.add(id);
        const shown = await compose(data.to, data.show);
        if (shown === null) continue;
        previews.push({ kind: data.kind, to: data.to, summary: shown.summary });
        const shape =
          data.show.page + JSON.stringify(shown.card, (_, value) => (typeof value === 'string' ? '' : value));
        const who = data.to.replace(/^person:/, '');
        if (shapes.has(shape))
          seen.push({ who, page: data.show.page, words: textOf(shown.card), summary: shown.summary });
        else keep(who, data.show.page, shown.card, shown.summary);
        shapes.add(shape);
      }
    },
    /** The newest message of the kind that a person is owed, as they would read it now. */
    message,
  };
}
export interface Preview {
  readonly kind: string;
  /** A person's id, or `channel:…`. */
  readonly to: string;
  readonly summary: string;
}
interface Seen {
  readonly who: string;
  readonly page: string;
  readonly words: string;
  /** Of a message, and of what is opened by itself; empty for what a click answers. */
  readonly summary: string;
}
interface Button {
  readonly verb: string;
  /** What the button's data must hold. */
  readonly pick?: Readonly<Record<string, unknown>>;
  readonly typed?: object;
}
export type Tour = Awaited<ReturnType<typeof openTour>>;
