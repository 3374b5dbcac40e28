import { owe } from '../../../src/delivery/owe/owe.ts';
import { keepNamesakes } from '../../../src/model/people/keep-namesakes.ts';
import { giveKey, keysOf } from '../../../src/model/people/person-keys.ts';
import { create, decode, replace } from '../../../src/ports/documents.ts';
import type { Change } from '../../../src/ports/store.ts';
import { accountId, accountRecord } from '../../../src/records/account.ts';
import { installedId, installedRecord } from '../../../src/records/app-install.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { answerId, answerRecord, callRecord } from '../../../src/records/call.ts';
import { evidenceId, evidenceRecord } from '../../../src/records/evidence.ts';
import { extensionId, extensionRecord } from '../../../src/records/extension.ts';
import { formerOpinionId, formerOpinionRecord } from '../../../src/records/former-opinion.ts';
import { mirrorId, mirrorRecord } from '../../../src/records/mirror.ts';
import { type Nomination, nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { openedId, openedRecord } from '../../../src/records/opened.ts';
import { paperDossierId, paperDossierRecord } from '../../../src/records/paper-dossier.ts';
import { type Person, personRecord } from '../../../src/records/person.ts';
import { rosterAwaitedId, rosterAwaitedRecord } from '../../../src/records/roster-import.ts';
import { sentFileId, sentFileRecord } from '../../../src/records/sent-file.ts';
import { storedTypes } from '../../../src/records/stored-types.ts';
import { unfinishedId, unfinishedRecord } from '../../../src/records/unfinished.ts';
import { keepFile } from '../../support/memory-files.ts';
import { dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { seedRound } from '../../support/seed-round.ts';
import { connect, launch } from '../campaign/launching.ts';

export const me = person('an');
/** What must be found nowhere afterwards. */
export const secret = 'BIMAT';
export const email = 'bimat.an@example.vn';
export const aad = 'aad-bimat';
export const name = 'Bùi Thị Bimat';
export const old = 'annual-2025';
export const now = 'annual-2026';
const at = '2026-11-02T02:00:00.000Z';
const by = { by: me, at };

export const commit = (office: Office, ...changes: Change[]) => office.store.commit(scope.unit, changes);

export async function change(office: Office, who: string, more: Partial<Person>): Promise<void> {
  const stored = await office.store.get(scope.unit, person(who));
  if (stored === undefined) throw new Error(`no ${who}`);
  const one = decode(personRecord, stored);
  await commit(office, replace(personRecord, one, { ...one.data, ...more }));
}

/** An evidence file of a dossier, and its bytes. */
async function piece(office: Office, round: string, words: string): Promise<string> {
  const owner = `${round}:${me}`;
  const sha256 = await keepFile(office.machine.files, owner, new TextEncoder().encode(words));
  const candidate = { kind: 'person' as const, id: me };
  await commit(
    office,
    create(evidenceRecord, scope, evidenceId(round, me, sha256), {
      ...{ round, candidate, criterion: 'CN1', kind: 'file', name: `${words}.pdf`, sha256, bytes: words.length },
      ...{ mediaType: 'application/pdf', url: '', added: by },
    }),
  );
  return sha256;
}

/** A dossier of theirs as it stands; what is written in it says `words`. */
async function dossier(office: Office, round: string, words: string, more: Partial<Nomination>): Promise<void> {
  const candidate = { kind: 'person' as const, id: me };
  const answer = { rating: 'met' as const, words, reason: '', at, by: me };
  const blank = { proposal: null, snapshot: null, submitted: null, late: null, opinionDueAt: null, opinion: null };
  const rest = { returned: null, accepted: null, hold: null, council: null, decision: null, declineReason: '' };
  const data = { round, candidate, departmentId: dept('advice'), level: 'unit', state: 'draft' as const };
  await commit(
    office,
    create(assessmentRecord, scope, assessmentId(round, me), {
      ...{ round, candidate, departmentId: dept('advice'), answers: { CN1: answer }, wish: 'asks' },
    }),
    create(nominationRecord, scope, nominationId(round, me), {
      ...{ ...data, ...blank, ...rest, originalReceivedOn: null },
      ...more,
    }),
  );
}
const sent: Partial<Nomination> = {
  state: 'awarded',
  submitted: by,
  snapshot: { name, title: 'Chuyên viên', gender: 'female', departmentName: 'Phòng', reviewerId: null },
};

/**
 * Somebody with something in every type of record that is erased, who has left: nothing is sent in this year’s round; last year’s dossier was, when
 * `withPaper`.
 */
export async function leaver({ withPaper = true, left = true } = {}): Promise<Office> {
  const office = await openOffice({
    now: '2026-11-13T09:00:00',
    people: {
      an: { fullName: name, email, aadObjectId: aad, title: `${secret} chức vụ`, gender: 'female', quietRounds: [now] },
      an2: { fullName: name },
    },
  });
  await office.run(keepNamesakes);
  const spread = await launch(office);
  await connect(office, 'an');
  await office.runDue();
  await office.as('an').click('announce.acknowledge', { launch: spread });
  await seedRound(office);
  await seedRound(office, { round: old, year: 2025 });
  await office.as('an').click('question.ask', { text: `${secret}: bản chính nộp ở đâu và trước ngày nào?` });
  await dossier(office, now, `${secret} lời`, {
    proposal: { by: person('adviceHead'), at, reason: `${secret} giới thiệu`, consent: 'pending' },
  });
  await piece(office, now, `${secret} tệp`);
  if (withPaper) {
    await dossier(office, old, 'Lời đã gửi', sent);
    await piece(office, old, 'Tệp đã gửi');
  }
  const candidate = { kind: 'person' as const, id: me };
  const held = { owner: me, email, aadObjectId: aad };
  await commit(office, ...keysOf(scope, held).map((key) => giveKey(scope, key, me)));
  await commit(
    office,
    create(extensionRecord, scope, extensionId(now, me), {
      ...{ round: now, candidate, given: { by: person('office'), at, reason: `${secret} nằm viện` }, until: at },
      isOver: false,
    }),
    create(paperDossierRecord, scope, paperDossierId(now, me), {
      ...{
        round: now,
        candidate,
        receivedOn: '2026-11-20',
        isAtOffice: true,
        gaveTime: false,
        entered: { by: person('office'), at },
      },
    }),
    create(formerOpinionRecord, scope, formerOpinionId(now, me, dept('insurance')), {
      ...{ round: now, candidate, departmentId: dept('insurance'), departmentName: 'Phòng cũ', until: '2026-10-15' },
      opinion: { by: person('insuranceHead'), at, words: `${secret} ở phòng cũ` },
    }),
    create(sentFileRecord, scope, sentFileId(now, me, 'a'), {
      ...{ round: now, candidate, by: me, at, place: 0, name: `${secret}.pdf`, kind: 'file', url: '', attempts: 0 },
      ...{ dueAt: null, evidence: '', refused: null },
    }),
    create(callRecord, scope, 'call:1', {
      ...{ title: 'Ngày hội', text: 'Mời', place: 'Xã', startsAt: at, answerBy: '2026-11-12', state: 'open' },
      ...{ organisation: 'youthUnion', posted: { by: person('thao'), at } },
    }),
    create(answerRecord, scope, answerId('call:1', me), { call: 'call:1', person: me, answer: 'yes', at }),
    create(openedRecord, scope, openedId(me), { person: me, openings: [{ click: secret, message: 'm', at }] }),
    create(rosterAwaitedRecord, scope, rosterAwaitedId(me), { until: at }),
    create(accountRecord, scope, accountId('aad-other'), {
      ...{ person: me, aadObjectId: 'aad-other', name, email, at, state: 'refused' as const },
      ...{
        way: { conversationId: 'a:o', serviceUrl: '', userId: '29:o', botId: '28:bot' },
        decided: { by: person('office'), at },
      },
    }),
    create(installedRecord, scope, installedId(me), { person: me, outcome: 'installed', at }),
    create(mirrorRecord, scope, mirrorId('a:an', 'm1'), {
      ...{ subject: nominationId(now, me), to: me, conversationId: 'a:an', activityId: 'm1', updatedAt: at },
      ...{ show: { page: 'evidence.sort', params: { files: secret } }, delivery: '', dueAt: null },
    }),
    owe(scope, office.now, {
      ...{ to: me, kind: 'evidence.received', subject: 'x', rev: 1 },
      show: { page: 'evidence.sort', params: { round: now, candidate: me, files: secret, refused: '[]' } },
    }),
  );
  const form = { form: 'calls.compose one', typed: { title: secret }, shown: { title: '' }, at };
  await commit(
    office,
    create(unfinishedRecord, scope, unfinishedId(me), { person: me, forms: [form], dueAt: '2026-11-30T00:00:00.000Z' }),
  );
  if (left) await change(office, 'an', { status: 'left', statusFrom: '2026-11-10' });
  return office;
}

/** Every document, as text, by its type. */
export async function everything(office: Office): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await Promise.all(
    storedTypes.map(async (type) => [type, (await office.dump(type)).map((doc) => JSON.stringify(doc))] as const),
  );
  return new Map(all);
}

export const ask = (office: Office, more: object = { confirm: 'yes' }, who = 'office') =>
  office.as(who).click('privacy.erase', { person: me, ...more });
