import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { keepOffsets } from '../../src/adapters/clock/kept-offsets.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import { openPapers } from '../../src/adapters/word/open-papers.ts';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.ts';
import { writeArchive } from '../../src/adapters/zip/write-archive.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
import type { Asked } from '../../src/bot/incoming.ts';
import { shippedPapers } from '../../src/config.ts';
import { recallSpreadStep } from '../../src/delivery/spread/recall.ts';
import { CodedError } from '../../src/domain/errors.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { versionOf } from '../../src/domain/plan/plan-version.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import type { Role } from '../../src/domain/policy/roles.ts';
import { adoptPlan } from '../../src/features/campaign/adopt-plan.ts';
import { features } from '../../src/features/features.ts';
import { morningKind } from '../../src/model/sending/morning.ts';
import { inPosts } from '../../src/pipeline/acting.ts';
import { asActor } from '../../src/pipeline/actor-of.ts';
import type { Answer } from '../../src/pipeline/answer.ts';
import type { Ctx, Place } from '../../src/pipeline/context.ts';
import { laneStep } from '../../src/pipeline/lane.ts';
import type { Machine, OfficeOf, Office as Unit } from '../../src/pipeline/machine.ts';
import { inForce } from '../../src/pipeline/open-turn.ts';
import { openPages, pagesOf } from '../../src/pipeline/pages.ts';
import { inTurn } from '../../src/pipeline/retry.ts';
import { createSpreadStep } from '../../src/pipeline/spread.ts';
import { beginTurn, namedIn, type Turn } from '../../src/pipeline/turn.ts';
import { keepRefused } from '../../src/pipeline/unfinished.ts';
import { stamp } from '../../src/ports/commit.ts';
import { create, decode, list } from '../../src/ports/documents.ts';
import type { Attachment } from '../../src/ports/files.ts';
import type { Card } from '../../src/ports/messenger.ts';
import type { Shown, Typed, Viewer } from '../../src/ports/pages.ts';
import { type Stored, StoreError } from '../../src/ports/store.ts';
import { withStandings } from '../../src/ports/with-standings.ts';
import { delegationsId, delegationsRecord } from '../../src/records/delegation.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { type Delivery, deliveryRecord, type PageRef } from '../../src/records/message.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import type { Loaded } from '../../src/records/record.ts';
import { settingsId, settingsRecord } from '../../src/records/settings.ts';
import { unfinishedId, unfinishedRecord } from '../../src/records/unfinished.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryStore } from './memory-store.ts';
import { toldBy } from './morning.ts';

/** Keeps nothing: one does for every office. To fold all words anew for each took a fifth of the tests' time. */
export const dispatch = createDispatch(features, texts);

const zone = 'Asia/Ho_Chi_Minh';
keepOffsets(zone);
export const scope = { tenant: 'local', unit: 'test-unit' };

/** key → name, department, roles; departments: lead (leadership), office, advice, insurance. */
const cast: readonly (readonly [
  key: string,
  name: string,
  department: string,
  roles: readonly Role[],
  organisations?: readonly string[],
])[] = [
  ['director', 'Trần Quốc Khánh', 'lead', ['director', 'councilChair']],
  ['vice', 'Lê Thị Ngọc Ánh', 'lead', ['deputyDirector', 'councilViceChair']],
  ['officeHead', 'Nguyễn Thị Hồng Đào', 'office', ['head', 'office', 'council']],
  ['office', 'Lê Thị Thu Hà', 'office', ['office']],
  ['secretary', 'Phạm Thị Mỹ Lệ', 'office', ['office', 'councilSecretary']],
  ['adviceHead', 'Đỗ Ăn', 'advice', ['head', 'council']],
  ['adviceDeputy', 'Trịnh Thị Ẩn', 'advice', ['deputy']],
  ['an', 'Nguyễn Văn An', 'advice', ['staff'], ['youthUnion']],
  ['an2', 'Nguyễn Văn An', 'advice', ['staff']],
  ['hniê', "H'Hen Niê", 'advice', ['staff'], ['youthUnion']],
  ['insuranceHead', 'Võ Thị Ý', 'insurance', ['head', 'council']],
  ['thao', 'Tôn Nữ Hoàng Trường Phương Thảo Nguyên', 'insurance', ['staff', 'youthSecretary'], ['youthUnion']],
  ['on', 'Lý Ơn', 'insurance', ['staff', 'massOrgSecretary'], ['tradeUnion']],
];
const departmentNames = {
  lead: 'Ban Giám đốc',
  office: 'Phòng Hành chính – Nghiệp vụ',
  advice: 'Phòng Tư vấn – Giới thiệu việc làm',
  insurance: 'Phòng Bảo hiểm thất nghiệp',
} as const;
/** Their keys. */
export const everyone: readonly string[] = cast.map(([key]) => key);
export const everyoneBut = (...keys: readonly string[]): string[] => everyone.filter((key) => !keys.includes(key));
export const dept = (key: keyof typeof departmentNames): string => `department:${key}`;
export const person = (key: string): string => `person:${key}`;

const realPlan = readPlan(readFileSync(new URL('../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url), 'utf8'));

/** What a turn has otherwise than the office. */
interface Over extends Partial<Machine>, Partial<Unit> {
  readonly at?: DateTime;
  readonly by?: string;
}

interface OfficeSetup {
  /** ISO in the plan's zone. */
  readonly now?: string;
  readonly plan?: (plan: Plan) => Plan;
  readonly people?: Readonly<Record<string, Partial<Person>>>;
  readonly texts?: Machine['texts'];
}

/** A small centre on the real store, the real plan and the real commands; only the clock, the files and Teams are stand-ins. */
export async function openOffice(setup: OfficeSetup = {}) {
  const store = withStandings(memoryStore());
  const plan = setup.plan?.(realPlan) ?? realPlan;
  let now = DateTime.fromISO(setup.now ?? '2026-11-02T09:00:00', { zone });
  const sent = new Map<string, Uint8Array>();
  let ids = 0;
  const machine: Machine = {
    tenant: scope.tenant,
    store,
    clock: { now: () => now },
    files: memoryFiles(),
    links: { mint: (grant) => `http://127.0.0.1/files/${grant.sha256}`, open: () => undefined },
    attachments: {
      requireAllowed: () => undefined,
      async *fetch({ name, url }, maxBytes) {
        const bytes = sent.get(url) ?? new Uint8Array();
        if (bytes.byteLength > maxBytes) throw new CodedError('FILE_TOO_BIG', { name, max: maxBytes / 1024 / 1024 });
        yield bytes;
      },
    },
    writeWorkbook,
    readWorkbook,
    writeArchive,
    papers: openPapers(shippedPapers, ''),
    texts: setup.texts ?? texts,
    newId: () => `form${String(++ids).padStart(6, '0')}`,
    wake: () => undefined,
    log: pino({ level: 'silent' }),
  };
  const unit: Unit = { scope, plan, planVersion: versionOf(plan) };
  const officeOf: OfficeOf = (id) => (id === scope.unit ? unit : undefined);
  /** The unit itself, by which what is in force is remembered, unless it is to be another. */
  const unitOf = (over: Over): Unit => ('plan' in over || 'planVersion' in over ? { ...unit, ...over } : unit);
  const turn = (over: Over = {}): Turn =>
    beginTurn({ ...machine, ...over }, unitOf(over), { at: over.at ?? now, by: over.by ?? 'system' });
  const run = <T>(work: (turn: Turn) => Promise<T>, over: Over = {}): Promise<T> =>
    inTurn(() => inForce(machine, turn(over)), work);
  await run(adoptPlan);
  for (const [i, key] of (Object.keys(departmentNames) as (keyof typeof departmentNames)[]).entries()) {
    const data = {
      name: departmentNames[key],
      order: i + 1,
      isOffice: key === 'office',
      isCollective: key !== 'lead',
      closedOn: null,
    };
    await store.commit(scope.unit, [create(departmentRecord, scope, dept(key), data)]);
  }
  for (const [key, fullName, department, roles, organisations] of cast) {
    const data: Person = {
      fullName,
      title: roles.includes('director') ? 'Giám đốc' : roles.includes('head') ? 'Trưởng phòng' : 'Chuyên viên',
      departmentId: `department:${department}`,
      roles: [...roles],
      gender: 'female',
      email: `${key}@example.vn`,
      aadObjectId: `aad-${key}`,
      startDate: '2015-01-01',
      endDate: null,
      employmentType: 'publicEmployee',
      status: 'active',
      statusFrom: null,
      statusTo: null,
      organisations: [...(organisations ?? [])],
      locale: 'vi',
      quietRounds: [],
      ...setup.people?.[key],
    };
    await store.commit(scope.unit, [create(personRecord, scope, person(key), data)]);
  }

  const book = openPages(features.flatMap((f) => f.pages));
  const pages = pagesOf(machine, officeOf, book);
  const load = async (key: string) => {
    const stored = await store.get(scope.unit, person(key));
    if (stored === undefined) throw new Error(`no ${key} in the cast`);
    return decode(personRecord, stored);
  };
  const seenBy = (me: Loaded<Person>): Viewer => ({
    unit: scope.unit,
    owner: me.id,
    person: me,
    locale: me.data.locale,
    at: now,
  });
  const viewerOf = async (key: string): Promise<Viewer> => seenBy(await load(key));
  const personal: Place = {
    kind: 'personal',
    isPrivate: true,
    conversationId: 'a:1',
    serviceUrl: 'http://127.0.0.1/',
    teamId: '',
    channelName: '',
    botId: '28:bot',
  };

  async function ctxOf(
    key: string,
    more: { place?: Place; attachments?: Attachment[]; at?: DateTime } = {},
  ): Promise<Ctx> {
    const begun = turn({ at: more.at ?? now, by: person(key) });
    // As the bot does: what every turn asks for is read with the person.
    const [me] = await Promise.all([
      begun.get(personRecord, person(key)),
      begun.get(settingsRecord, settingsId),
      begun.get(unfinishedRecord, unfinishedId(person(key))),
      begun.get(delegationsRecord, delegationsId),
    ]);
    if (me === undefined) throw new Error(`no ${key} in the cast`);
    return {
      ...namedIn(me.data.locale, await inForce(machine, begun)),
      me,
      actor: asActor(await inPosts(begun, me)),
      place: more.place ?? personal,
      sent: more.attachments ?? [],
    };
  }
  /** As the bot does: command and page in one turn, written when both are there; outrun twice it is refused. */
  async function asked(
    key: string,
    asks: Asked,
    more: Parameters<typeof ctxOf>[1] = {},
  ): Promise<Answer & { card: Card; text: string }> {
    try {
      return await inTurn(
        () => ctxOf(key, more),
        async (ctx) => {
          const answer = await dispatch(ctx, asks);
          if (answer === undefined) throw new Error('no answer');
          const shown = await drawn(ctx, answer);
          return { ...answer, card: shown.card, text: textOf(shown.card) };
        },
      );
    } catch (error) {
      if (asks.kind === 'verb')
        await inTurn(
          () => ctxOf(key, more),
          (ctx) => keepRefused(ctx, asks.data),
        );
      if (error instanceof StoreError && error.code === 'BadId') throw new CodedError('BAD_CARD');
      if (error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate'))
        throw new CodedError('CONFLICT');
      throw error;
    }
  }
  async function drawn(ctx: Ctx, answer: Answer): Promise<Shown> {
    const shown = await composed(ctx, answer);
    if (shown === null) throw new Error(`nothing to show: ${answer.show.page}`);
    return shown;
  }
  async function composed(ctx: Ctx, answer: Answer): Promise<Shown | null> {
    const me = (await ctx.get(personRecord, ctx.me.id)) ?? ctx.me;
    const banner = answer.remark && {
      tone: answer.remark.tone,
      text: ctx.texts(me.data.locale).t(`banners.${answer.remark.key}`, answer.remark.facts),
    };
    const viewer = seenBy(me);
    const { typed } = answer;
    return book.compose(await inForce(machine, ctx), answer.show, {
      viewer,
      ...(banner && { banner }),
      ...(typed && { typed }),
    });
  }
  const spreads = createSpreadStep(
    machine,
    officeOf,
    features.flatMap((f) => f.spreads),
  );
  /** What a lane does with one due document. */
  async function lane(name: string, stored: Stored, over: Over = {}): Promise<void> {
    const def = features.flatMap((f) => f.lanes).find((each) => each.lane === name);
    if (def !== undefined) return laneStep({ ...machine, ...over }, () => unitOf(over), def)(stored);
    if (name === 'recallSpread') return recallSpreadStep({ store, clock: machine.clock }, stored);
    return spreads(stored);
  }

  async function fetchFiles(): Promise<void> {
    for (let due = await dueFiles(); due.length > 0; due = await dueFiles())
      for (const stored of due) await lane('fetch', stored).catch(forgiveConflict);
  }
  const dueFiles = async () => [...(await store.due({ lane: 'fetch', until: stamp(now), limit: 50 }))];
  const forgiveConflict = (error: unknown): void => {
    if (!(error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate'))) throw error;
  };
  /** The newest word about files, as the person reads it now; it is told once. */
  async function toldOfFiles(key: string): Promise<(Answer & { card: Card; text: string }) | undefined> {
    const owed = await list(store, { unit: scope.unit, type: deliveryRecord });
    const word = owed.filter((d) => d.data.kind === 'evidence.received' && d.data.to === person(key)).at(-1);
    if (word === undefined || toldWords.has(word.id)) return undefined;
    toldWords.add(word.id);
    const shown = await pages.compose(word.data.show, { viewer: await viewerOf(key) });
    return shown === null ? undefined : { show: word.data.show, card: shown.card, text: textOf(shown.card) };
  }
  const toldWords = new Set<string>();

  async function tells(message: Delivery): Promise<string[]> {
    if (message.kind !== morningKind || (message.show.params.told ?? '') !== '') return toldBy(message);
    const viewer = await viewerOf(message.to.replace(/^person:/, ''));
    return toldBy(message, await pages.compose(message.show, { viewer }));
  }

  return {
    machine,
    unit,
    plan,
    officeOf,
    book,
    /** A turn of the system's. */
    turn,
    /** Work of a turn, and its end. */
    run,
    lane,
    store,
    pages,
    get now(): DateTime {
      return now;
    },
    set: (iso: string): void => {
      now = DateTime.fromISO(iso, { zone });
    },
    /** Bytes that an attachment address answers with. */
    attach: (name: string, bytes: Uint8Array, kind: 'file' | 'image' = 'file'): Attachment => {
      const url = `http://127.0.0.1/up/${sent.size}`;
      sent.set(url, bytes);
      return { name, url, kind };
    },
    as: (key: string) => ({
      /** A click on a card. @throws what the command refuses with */
      click: (verb: string, data: unknown = {}, place?: Place) =>
        asked(key, { kind: 'verb', verb, data, invoke: true }, place === undefined ? {} : { place }),
      say: (text: string, place?: Place) => asked(key, { kind: 'text', text }, place === undefined ? {} : { place }),
      /** What a message with files is answered at once. */
      sends: (...attachments: Attachment[]) => asked(key, { kind: 'files' }, { attachments }),
      /** As `sends`; then the files are fetched, and this is what the person is told of them. */
      send: async (...attachments: Attachment[]) => {
        const answer = await asked(key, { kind: 'files' }, { attachments });
        await fetchFiles();
        return (await toldOfFiles(key)) ?? answer;
      },
      /** What this person would see on a page, `null` when nothing; `typed` is what a refusal gives back. */
      page: async (page: string, params: Record<string, string> = {}, typed?: Typed): Promise<Shown | null> =>
        pages.compose({ page, params }, { viewer: await viewerOf(key), ...(typed === undefined ? {} : { typed }) }),
      /** What a posted card is drawn anew from. */
      redrawn: async (show: PageRef): Promise<Shown | null> =>
        pages.compose(show, { viewer: await viewerOf(key), redraw: true }),
    }),
    /** What this person would be shown in turn by a click and by a page opened after it; nothing is written. */
    tried: async (key: string, { verb, data }: { verb: string; data: unknown }, then: PageRef) => {
      const ctx = await ctxOf(key);
      const answer = await dispatch(ctx, { kind: 'verb', verb, data, invoke: true });
      return { answer, card: (await composed(ctx, { show: then }))?.card };
    },
    /** Which page would answer what this person types; nothing is written. @throws what it is refused with */
    wouldSay: async (key: string, text: string): Promise<string | undefined> =>
      (await dispatch(await ctxOf(key), { kind: 'text', text }))?.show.page,
    channelPage: (purpose: 'office' | 'youth', page: string, params: Record<string, string> = {}) =>
      pages.compose(
        { page, params },
        { viewer: { unit: scope.unit, owner: `channel:${purpose}`, locale: 'vi', at: now } },
      ),
    /** Fetches the files that were sent. */
    fetchFiles,
    /** Runs what has fallen due (spreads, recalls and calendar work) until nothing is, without sending anything. */
    runDue: async (): Promise<void> => {
      const names = ['spread', 'recallSpread', ...features.flatMap((f) => f.lanes.map((each) => each.lane))];
      for (let worked = true; worked; ) {
        worked = false;
        for (const name of names) {
          for (const stored of await store.due({ lane: name, until: stamp(now), limit: 50 })) {
            worked = true;
            await lane(name, stored);
          }
        }
      }
    },
    /** Messages owed so far, optionally those that tell one thing (`toldBy`); `to` is a person's key or `channel:…`. */
    owed: async (kind?: string): Promise<{ id: string; to: string; data: Delivery }[]> => {
      const all = await list(store, { unit: scope.unit, type: deliveryRecord });
      const found: Loaded<Delivery>[] = [];
      for (const d of all)
        if (kind === undefined || d.data.kind === kind || (await tells(d.data)).includes(kind)) found.push(d);
      return found.map((d) => ({ id: d.id, to: d.data.to.replace(/^person:/, ''), data: d.data }));
    },
    /** What a message tells as it is composed now, or told when it was sent (`toldBy`). */
    tells,
    /** Every document of the unit's type, for asserting that a refusal changed nothing. */
    dump: async (type: string) =>
      (await store.query({ unit: scope.unit, type, limit: 10_000 })).items.map((s) => s.doc),
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** All words a reader of the card sees, in order. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).filter(Boolean).join('\n');
  if (node === null || typeof node !== 'object') return '';
  const { fallback: _fallback, fallbackText: _text, ...rest } = node as Record<string, unknown>;
  return Object.entries(rest)
    .map(([key, value]) =>
      ['text', 'title', 'label', 'value', 'placeholder', 'altText'].includes(key) && typeof value === 'string'
        ? value
        : textOf(value),
    )
    .filter(Boolean)
    .join('\n');
}

/** What the inputs of a card hold, as a client sends them when nothing is changed. */
export function valuesOf(node: unknown): Record<string, string> {
  if (Array.isArray(node)) return Object.assign({}, ...node.map(valuesOf));
  if (node === null || typeof node !== 'object') return {};
  const { type, id, value } = node as Record<string, unknown>;
  if (String(type).startsWith('Input.')) return { [String(id)]: String(value ?? '') };
  return Object.assign({}, ...Object.values(node).map(valuesOf));
}

/** Verbs of the actions a card offers, with their data. */
export function actionsOf(node: unknown): { verb: string; title: string; data: Record<string, unknown> }[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (node === null || typeof node !== 'object') return [];
  const { fallback: _fallback, ...rest } = node as Record<string, unknown>;
  const mine =
    rest.type === 'Action.Execute'
      ? [
          {
            verb: String(rest.verb),
            title: String(rest.title ?? ''),
            data: (rest.data ?? {}) as Record<string, unknown>,
          },
        ]
      : [];
  return [...mine, ...Object.values(rest).flatMap(actionsOf)];
}
