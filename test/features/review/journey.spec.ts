import assert from 'node:assert/strict';
import { nominationId } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice, person } from '../../support/office.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { sheetTyped } from '../../support/sheet.ts';

const id = nominationId(round, person('an'));

/** Every command by the verb and data of a card that was really shown. */
describe('from proposal to the office, by the buttons of the cards alone', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
  });
  const press = (card: unknown, verb: string, typed: object = {}, who = 'adviceHead') => {
    const button = actionsOf(card).find((a) => a.verb === verb);
    assert.ok(button, `no ${verb} among ${actionsOf(card).map((a) => a.verb)}`);
    return office.as(who).click(verb, { ...button.data, ...typed });
  };
  const send = async (who: string) => {
    const dossier = await office.as(who).click('dossier.show', {});
    const confirm = await press(dossier.card, 'nomination.submit', {}, who);
    await press(confirm.card, 'nomination.submit', {}, who);
  };
  const message = async (kind: string, who: string) => {
    const owed = (await office.owed(kind)).filter((o) => o.to === who).at(-1);
    assert.ok(owed, `${who} is owed no ${kind}`);
    return (await office.as(who).page(owed.data.show.page, owed.data.show.params))?.card;
  };

  it('a head proposes, the person agrees, writes and sends; the head returns, then agrees', async () => {
    const queue = await office.as('adviceHead').say('xác nhận');
    const people = await press(queue.card, 'review.people');
    const row = actionsOf(people.card).find((a) => a.data.person === person('an'));
    const form = await office.as('adviceHead').click('nomination.propose', row?.data);
    await press(form.card, 'nomination.propose', { level: 'unit', reason: 'Thành tích nổi bật' });

    await press(await message('nomination.proposed', 'an'), 'nomination.consent', {}, 'an');
    const sheet = await office.as('an').click('assess.open', {});
    await press(sheet.card, 'assess.sheet', sheetTyped(sheet.card, 'Đã thực hiện'), 'an');
    await send('an');
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');

    const dossier = await press(await message('review.request', 'adviceHead'), 'review.open');
    const back = await press(dossier.card, 'review.return');
    await press(back.card, 'review.return', { reason: 'Bổ sung số liệu' });
    await press(await message('nomination.returned', 'an'), 'assess.open', {}, 'an');
    await send('an');

    const again = await press(await message('review.request', 'adviceHead'), 'review.open');
    await press(again.card, 'review.agree');
    assert.equal((await nominationOf(office, id)).data.opinion?.kind, 'agree');
    assert.equal((await nominationOf(office, id)).data.state, 'opined');
    await office.runDue();
    assert.ok(await message('intake.request', 'office'));
    await press(await message('review.opinion', 'an'), 'dossier.show', {}, 'an');
  });

  it('the director gives the opinion on a head’s dossier and on a collective', async () => {
    await seedDossier(office, 'adviceHead', { state: 'draft' });
    await send('adviceHead');
    const own = nominationId(round, person('adviceHead'));
    await assert.rejects(office.as('adviceHead').click('review.agree', { nomination: own, rev: '2', confirm: 'yes' }), {
      code: 'NOT_REVIEWER',
    });
    const dossier = await press(await message('review.request', 'director'), 'review.open', {}, 'director');
    await press(dossier.card, 'review.agree', {}, 'director');
    assert.equal((await nominationOf(office, own)).data.opinion?.by, person('director'));

    const collective = await office.as('adviceHead').say('hồ sơ tập thể');
    const overview = await press(collective.card, 'assess.open');
    assert.ok(JSON.stringify(overview.card).includes(dept('advice')));
  });
});
