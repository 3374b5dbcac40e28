import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
import { recallSpreadStep } from '../../src/delivery/spread/recall.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import type { Role } from '../../src/domain/policy/roles.ts';
import { adoptPlan } from '../../src/features/campaign/adopt-plan.ts';
import { dueHandlers } from '../../src/features/due-handlers.ts';
import { features } from '../../src/features/features.ts';
import type { Answer } from '../../src/pipeline/answer.ts';
import type { Ctx, Deps, Place } from '../../src/pipeline/context.ts';
import { buildPages } from '../../src/pipeline/pages.ts';
import { createSpreadStep } from '../../src/pipeline/spread.ts';
import { stamp } from '../../src/ports/commit.ts';
import { create, decode, list } from '../../src/ports/documents.ts';
import type { Attachment } from '../../src/ports/files.ts';
import type { Card } from '../../src/ports/messenger.ts';
import type { Shown, Typed } from '../../src/ports/pages.ts';
import { departmentRecord } from '../../src/records/department.ts';
import { type Delivery, deliveryRecord } from '../../src/records/message.ts';
import { type Person, personRecord } from '../../src/records/person.ts';
import { texts } from '../../src/screens/texts.ts';
import { memoryStore } from './memory-store.ts';

const zone = 'Asia/Ho_Chi_Minh';
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

interface OfficeSetup {
  /** ISO in the plan's zone. */
  readonly now?: string;
  readonly plan?: (plan: Plan) => Plan;
  readonly people?: Readonly<Record<string, Partial<Person>>>;
}

/** A small centre on the real store, the real plan and the real commands; only the clock, the files and Teams are stand-ins. */
export async function openOffice(setup: OfficeSetup = {}) {
  const store = memoryStore();
  const plan = setup.plan?.(realPlan) ?? realPlan;
  let now = DateTime.fromISO(setup.now ?? '2026-11-02T09:00:00', { zone });
  const kept = new Map<string, Uint8Array>();
  const sent = new Map<string, Uint8Array>();
  let ids = 0;
  const deps: Deps = {
    store,
    scope,
    clock: { now: () => now },
    plan,
    planVersion: await adoptPlan({ store, scope, now }, plan),
    files: {
      put: async (owner, sha, bytes) => void kept.set(`${owner}/${sha}`, bytes),
      get: async (owner, sha) => kept.get(`${owner}/${sha}`),
      remove: async (owner, sha) => void kept.delete(`${owner}/${sha}`),
    },
    links: { mint: (grant) => `http://127.0.0.1/files/${grant.sha256}`, open: () => undefined },
    attachments: {
      fetch: async ({ url }) => sent.get(url) ?? new Uint8Array(),
    },
    writeWorkbook,
    texts,
    newId: () => `form${String(++ids).padStart(6, '0')}`,
    wake: () => undefined,
    log: pino({ level: 'silent' }),
  };
  for (const [i, key] of (Object.keys(departmentNames) as (keyof typeof departmentNames)[]).entries()) {
    const data = { name: departmentNames[key], order: i + 1, isOffice: key === 'office', isCollective: key !== 'lead' };
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

  const pages = buildPages(
    deps,
    features.flatMap((f) => f.pages),
  );
  const dispatch = createDispatch(features);
  const load = async (key: string) => {
    const stored = await store.get(scope.unit, person(key));
    if (stored === undefined) throw new Error(`no ${key} in the cast`);
    return decode(personRecord, stored);
  };
  const personal: Place = {
    kind: 'personal',
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
    const me = await load(key);
    return {
      deps,
      me,
      actor: { id: me.id, roles: me.data.roles, departmentId: me.data.departmentId },
      at: more.at ?? now,
      place: more.place ?? personal,
      attachments: more.attachments ?? [],
    };
  }
  async function drawn(key: string, answer: Answer): Promise<Shown> {
    const me = await load(key);
    const banner = answer.remark && {
      tone: answer.remark.tone,
      text: texts(me.data.locale).t(`banners.${answer.remark.key}`, answer.remark.facts),
    };
    const shown = await pages.compose(answer.show, {
      viewer: { owner: me.id, person: me, locale: me.data.locale, at: now },
      ...(banner === undefined ? {} : { banner }),
    });
    if (shown === null) throw new Error(`nothing to show: ${answer.show.page}`);
    return shown;
  }
  const spreads = createSpreadStep(
    deps,
    features.flatMap((f) => f.spreads),
  );

  return {
    deps,
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
      click: async (
        verb: string,
        data: unknown = {},
        place?: Place,
      ): Promise<Answer & { card: Card; text: string }> => {
        const answer = await dispatch(await ctxOf(key, place === undefined ? {} : { place }), {
          kind: 'verb',
          verb,
          data,
          invoke: true,
        });
        return shownAnswer(key, answer);
      },
      say: async (text: string, place?: Place): Promise<Answer & { card: Card; text: string }> => {
        const answer = await dispatch(await ctxOf(key, place === undefined ? {} : { place }), { kind: 'text', text });
        return shownAnswer(key, answer);
      },
      send: async (...attachments: Attachment[]): Promise<Answer & { card: Card; text: string }> => {
        const answer = await dispatch(await ctxOf(key, { attachments }), { kind: 'files' });
        return shownAnswer(key, answer);
      },
      /** What this person would see on a page, `null` when nothing; `typed` is what a refusal gives back. */
      page: async (page: string, params: Record<string, string> = {}, typed?: Typed): Promise<Shown | null> => {
        const me = await load(key);
        const viewer = { owner: me.id, person: me, locale: me.data.locale, at: now };
        return pages.compose({ page, params }, { viewer, ...(typed === undefined ? {} : { typed }) });
      },
    }),
    channelPage: (purpose: 'office' | 'youth', page: string, params: Record<string, string> = {}) =>
      pages.compose({ page, params }, { viewer: { owner: `channel:${purpose}`, locale: 'vi', at: now } }),
    /** Runs what has fallen due (spreads, recalls and calendar work) until nothing is, without sending anything. */
    runDue: async (): Promise<void> => {
      const handlers = dueHandlers(deps);
      for (let worked = true; worked; ) {
        worked = false;
        for (const lane of ['spread', 'recallSpread', ...handlers.map((h) => h.lane)]) {
          for (const stored of await store.due({ lane, until: stamp(now), limit: 50 })) {
            worked = true;
            const handler = handlers.find((h) => h.lane === lane);
            if (handler !== undefined) await handler.handle(stored);
            else if (lane === 'recallSpread') await recallSpreadStep({ store, clock: deps.clock }, stored);
            else await spreads(stored);
          }
        }
      }
    },
    /** Messages owed so far, optionally of one kind; `to` is a person's key or `channel:…`. */
    owed: async (kind?: string): Promise<{ id: string; to: string; data: Delivery }[]> => {
      const all = await list(store, { unit: scope.unit, type: deliveryRecord });
      return all
        .filter((d) => kind === undefined || d.data.kind === kind)
        .map((d) => ({ id: d.id, to: d.data.to.replace(/^person:/, ''), data: d.data }));
    },
    /** Every document of the unit's type, for asserting that a refusal changed nothing. */
    dump: async (type: string) =>
      (await store.query({ unit: scope.unit, type, limit: 10_000 })).items.map((s) => s.doc),
  };

  async function shownAnswer(key: string, answer: Answer | undefined) {
    if (answer === undefined) throw new Error('no answer');
    const shown = await drawn(key, answer);
    return { ...answer, card: shown.card, text: textOf(shown.card) };
  }
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
