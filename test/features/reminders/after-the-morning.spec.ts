import assert from 'node:assert/strict';
import { stamp } from '../../../src/ports/commit.ts';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type RoundMilestone, roundId, roundRecord } from '../../../src/records/round.ts';
import { actionsOf, type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { connect } from '../campaign/launching.ts';
import { deliveriesOf, end, resend, spreadsOf } from '../sendings/a-sending.ts';
import { arrive, bindOfficeChannel, finish, finishCollectives, openRound, round } from './a-round.ts';

const meeting: RoundMilestone = {
  id: 'departmentMeeting',
  owner: 'head',
  on: '2026-11-16',
  done: null,
  changed: null,
  rev: 0,
};
const listed = /Việc của phòng trước hạn gửi hồ sơ/;
const met = /Họp bình xét tại phòng/;

async function opened(milestones: readonly RoundMilestone[] = []): Promise<Office> {
  const office = await openOffice({ now: '2026-11-16T07:00:00' });
  await openRound(office, { milestones: [...milestones] });
  await bindOfficeChannel(office);
  return office;
}

/** As the look after this one finds the round. */
async function change(office: Office, milestones: RoundMilestone[]): Promise<void> {
  const stored = await office.store.get(scope.unit, roundId(round));
  assert.ok(stored);
  const now = decode(roundRecord, stored);
  const next = { ...now.data, milestones, nextLookAt: stamp(office.now) };
  await office.store.commit(scope.unit, [replace(roundRecord, now, next)]);
}

const remindersTo = async (office: Office, key: string) =>
  (await office.owed()).filter(({ to, data }) => to === key && data.kind.startsWith('remind.'));
const read = async (office: Office, key: string, { show }: { show: { page: string; params: object } }) => {
  const shown = await office.as(key).page(show.page, show.params as Record<string, string>);
  return shown === null ? '' : textOf(shown.card);
};

/** All messages of a sending, which Teams would not take. */
async function refused(office: Office, spread: string) {
  const sent = await deliveriesOf(office, spread);
  for (const { id, data } of sent) {
    await connect(office, data.to.replace('person:', ''));
    await end(office, id, { state: 'refused', reason: '400' });
  }
  return sent;
}

describe('what falls due after the message of the morning went out', () => {
  it('is told alone: the list of the morning is not sent once more', async () => {
    const office = await opened();
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    await arrive(office, 'remind.head', 'remind.staff');
    const before = await remindersTo(office, 'adviceHead');
    assert.equal(before.length, 1);
    office.set('2026-11-16T12:00:00');
    await change(office, [meeting]);
    await office.runDue();
    await office.runDue();
    const [later, ...more] = (await remindersTo(office, 'adviceHead')).filter(
      ({ id }) => !before.some((one) => one.id === id),
    );
    assert.ok(later);
    assert.deepEqual(more, []);
    const text = await read(office, 'adviceHead', later.data);
    assert.match(text, met);
    assert.doesNotMatch(text, listed);
  });

  it('is told with the morning when that has not gone out', async () => {
    const office = await opened();
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    const before = await remindersTo(office, 'adviceHead');
    await change(office, [meeting]);
    await office.runDue();
    const after = await remindersTo(office, 'adviceHead');
    assert.deepEqual(after, before);
    const [morning] = after;
    assert.ok(morning);
    const text = await read(office, 'adviceHead', morning.data);
    assert.match(text, met);
    assert.match(text, listed);
  });
});

describe('the messages of a morning', () => {
  it('are one sending: those that were refused can be sent once more, whatever they tell, while they tell something', async () => {
    const office = await opened([{ ...meeting, id: 'proposedList', owner: 'office' }]);
    await finish(office, 'officeHead', 'office', 'secretary');
    await finishCollectives(office);
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    const [spread, ...more] = await spreadsOf(office, 'remind.day');
    assert.ok(spread);
    assert.deepEqual(more, []);
    const sent = await refused(office, spread.id);
    const told = new Set((await Promise.all(sent.map(({ data }) => office.tells(data)))).flat());
    assert.deepEqual([...told].sort(), ['remind.head', 'remind.milestones', 'remind.staff']);
    await finish(office, 'an');
    await resend(office, spread.id);
    const again = (await office.owed('remind.day~2')).map(({ to }) => `person:${to}`);
    const left = sent.map(({ data }) => data.to).filter((to) => to !== 'person:an');
    assert.deepEqual(again.sort(), left.sort());
  });

  it('cannot be sent once more the next day', async () => {
    const office = await opened();
    office.set('2026-11-16T08:30:00');
    await office.runDue();
    const [spread] = await spreadsOf(office, 'remind.day');
    assert.ok(spread);
    await refused(office, spread.id);
    office.set('2026-11-17T08:00:00');
    const { text, card } = await office.as('office').click('sending.show', { spread: spread.id });
    assert.match(text, /Tin nhắc buổi sáng \(16\/11\/2026\)/);
    assert.deepEqual(
      actionsOf(card).filter(({ verb }) => verb === 'sending.resend'),
      [],
    );
  });
});
