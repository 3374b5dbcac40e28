import assert from 'node:assert/strict';
import { decode } from '../../../../src/ports/documents.ts';
import { nominationId } from '../../../../src/records/nomination.ts';
import { roundId, roundRecord } from '../../../../src/records/round.ts';
import { actionsOf, dept, everyoneBut, type Office, person, scope } from '../../../support/office.ts';

const words = 'Hoàn thành vượt chỉ tiêu được giao trong năm.';

interface Own {
  readonly round?: string;
  /** A department's id for its own dossier. */
  readonly candidate?: string;
}

/** Answers everything that is asked. */
export async function assesses(office: Office, who: string, { round = '', candidate = '' }: Own = {}): Promise<void> {
  const shown = await office.as(who).page('assess.overview', { round, candidate });
  const criteria = new Set(
    actionsOf(shown?.card).flatMap(({ data }) => (data.criterion ? [String(data.criterion)] : [])),
  );
  assert.ok(criteria.size > 0, `nothing is asked of ${who}`);
  for (const criterion of criteria)
    await office.as(who).click('assess.save', { round, candidate, criterion, rating: 'met', words, base: '' });
}

/** Assesses, asks to be considered and sends. */
export async function sends(office: Office, who: string, { round = '', candidate = '' }: Own = {}): Promise<void> {
  await assesses(office, who, { round, candidate });
  await office.as(who).click('nomination.request', { round, candidate, level: 'unit' });
  await press(office, who, 'nomination.submit', { round, candidate });
}

/** Everyone but these says “không đề nghị xét”, and so do the office and the insurance department of their own dossiers. */
export async function declinesAllBut(office: Office, keys: readonly string[], round = ''): Promise<void> {
  for (const key of everyoneBut(...keys)) await office.as(key).click('nomination.decline', { round });
  await office.as('officeHead').click('nomination.decline', { round, candidate: dept('office') });
  await office.as('insuranceHead').click('nomination.decline', { round, candidate: dept('insurance') });
}

/** Clicks, and confirms what the card then asks. */
async function press(office: Office, who: string, verb: string, data: Record<string, unknown>): Promise<void> {
  const { card } = await office.as(who).click(verb, data);
  const confirm = actionsOf(card).find((a) => a.verb === verb && a.data.confirm === 'yes');
  assert.ok(confirm, `${verb} asks nothing`);
  await office.as(who).click(verb, { ...data, ...confirm.data });
}

/** The office launches the campaign by the form that its card carries. */
export async function launches(office: Office): Promise<void> {
  const { card } = await office.as('office').say('phát động');
  const formId = actionsOf(card).find(({ verb }) => verb === 'announce.launch')?.data.formId;
  await office.as('office').click('announce.launch', { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' });
}

export const opens = (office: Office, round: string) =>
  office.as('office').click('round.open', { round, confirm: 'yes' });

const dossierOf = async (office: Office, round: string, candidate: string) => {
  const stored = await office.store.get(scope.unit, nominationId(round, candidate));
  assert.ok(stored, `${candidate} has no dossier`);
  return { nomination: stored.doc.id, rev: String(stored.doc.rev) };
};

export const agrees = async (office: Office, who: string, round: string, candidate: string): Promise<void> =>
  press(office, who, 'review.agree', await dossierOf(office, round, candidate));

export const accepts = async (office: Office, who: string, round: string, candidate: string) =>
  office.as(who).click('intake.accept', await dossierOf(office, round, candidate));

export const returns = async (office: Office, who: string, round: string, candidate: string) =>
  office.as(who).click('intake.return', {
    ...(await dossierOf(office, round, candidate)),
    send: 'yes',
    reason: 'Bổ sung văn bản xác nhận số liệu.',
  });

/** The council sits on that day and recommends everyone. */
export async function councilSits(office: Office, round: string, candidates: readonly string[]): Promise<void> {
  const present = ['director', 'vice', 'officeHead', 'secretary', 'adviceHead'].map(person).join(',');
  const session = `session:${round}:1`;
  const meeting = { heldOn: office.now.toISODate(), place: 'Phòng họp số 1', present, notes: '' };
  await office
    .as('secretary')
    .click('council.record', { round, number: '1', ...meeting, dossiers: candidates.join(',') });
  for (const candidate of candidates) {
    const { rev } = await dossierOf(office, round, candidate);
    const outstanding = candidate.startsWith('department:') ? 'true' : '';
    const vote = { level: 'unit', agree: '4', disagree: '0', note: '', outstanding };
    await office.as('secretary').click('council.save', { session, candidate, rev, ...vote });
  }
  await press(office, 'secretary', 'council.close', { session });
}

/** The director agrees, the office records the signed paper. */
export async function decides(office: Office, round: string): Promise<void> {
  await press(office, 'director', 'decide.agree', { round, level: 'unit' });
  await office.as('office').click('decide.record', {
    decision: `decision:${round}:1`,
    rev: '1',
    number: '05/QĐ-DVVLKH',
    issuedOn: office.now.toISODate(),
    declineReason: '',
  });
}

export const publishes = (office: Office, round: string): Promise<void> =>
  press(office, 'office', 'publish.results', { round, decision: `decision:${round}:1` });

/** The office dates a milestone; `on` empty says that it is done. */
export async function milestone(office: Office, who: string, round: string, id: string, on: string): Promise<void> {
  const stored = await office.store.get(scope.unit, roundId(round));
  assert.ok(stored, `${round} is not open`);
  const rev = decode(roundRecord, stored).data.milestones.find((each) => each.id === id)?.rev;
  const verb =
    on === '' ? { name: 'milestones.tick', more: { done: 'yes' } } : { name: 'milestones.date', more: { on } };
  await office.as(who).click(verb.name, { round, milestone: id, rev: String(rev), ...verb.more });
}
