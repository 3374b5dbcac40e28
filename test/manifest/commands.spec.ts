import assert from 'node:assert/strict';
import { texts } from '../../src/adapters/texts/texts.ts';
import { CodedError } from '../../src/domain/errors.ts';
import { features } from '../../src/features/features.ts';
import { channel } from '../features/campaign/launching.ts';
import { actionsOf, everyone, type Office, openOffice } from '../support/office.ts';
import { seedRound } from '../support/seed-round.ts';
import { listed } from './the-manifest.ts';

const routes = features.flatMap(({ commands }) => commands);
/** As Teams puts a command of a channel into the message. */
const mentioned = (words: string): string => `<at>Trợ lý thi đua</at> ${words}`;
const here = channel('Chung');

/** The page that answers, or the code of a refusal. */
async function answered(asked: Promise<{ readonly show: { readonly page: string } }>): Promise<string> {
  try {
    return (await asked).show.page;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

for (const locale of ['vi', 'en'] as const)
  describe(`what Teams offers to type (${locale})`, function () {
    this.timeout(60_000);
    const personal = listed('personal', locale).map(({ title }) => title);
    const team = listed('team', locale).map(({ title }) => title);
    const nameOf = (command: string): string => texts(locale).t(`commands.${command}.name`);
    const people = Object.fromEntries(everyone.map((key) => [key, { locale }]));
    let before: Office;
    let open: Office;
    beforeEach(async () => {
      before = await openOffice({ people });
      open = await openOffice({ people });
      await seedRound(open);
    });

    it('in the personal chat is help, and what the help of everyone lists: all of it, and nothing that is only for some', async () => {
      const lists = await Promise.all(
        everyone.map(async (key) =>
          actionsOf((await open.as(key).page('start.help'))?.card).map((a) => a.data.command),
        ),
      );
      const common = routes.filter(({ name }) => name === 'help' || lists.every((list) => list.includes(name)));
      assert.deepEqual([...personal].sort(), common.map(({ name }) => nameOf(name)).sort());
    });

    it('in a channel is what is understood there, steps of something else left out', () => {
      const there = routes.filter(({ where, isStep }) => where !== 'personal' && !isStep);
      assert.deepEqual([...team].sort(), there.map(({ name }) => nameOf(name)).sort());
    });

    it('in the personal chat is answered to everyone once a round is open', async () => {
      for (const title of personal)
        for (const key of everyone) {
          const answer = await answered(open.as(key).say(title));
          assert.match(answer, /^[a-z]+\.[a-zA-Z]+$/, `${title} by ${key}: ${answer}`);
          assert.notEqual(answer, 'start.unknown', `${title} by ${key}`);
        }
    });

    it('in the personal chat is answered, or waits for the first round and says so, before anything has begun', async () => {
      for (const title of personal)
        for (const key of everyone) {
          const answer = await answered(before.as(key).say(title));
          assert.ok(answer !== 'start.unknown', `${title} by ${key}`);
          assert.match(answer, /^(NO_ROUND|[a-z]+\.[a-zA-Z]+)$/, `${title} by ${key}: ${answer}`);
        }
    });

    it('in a channel is answered to everyone, but that the channel is not bound by whoever may not', async () => {
      const binders = ['officeHead', 'office', 'secretary', 'thao'];
      for (const office of [before, open])
        for (const title of team)
          for (const key of everyone) {
            const answer = await answered(office.as(key).say(mentioned(title), here));
            const page = title === nameOf('help') ? 'start.channel' : 'channel.choose';
            const isRefused = page === 'channel.choose' && !binders.includes(key);
            assert.equal(answer, isRefused ? 'NOT_ALLOWED_CHANNEL' : page, `${title} by ${key}`);
          }
    });

    for (const word of ['Hi', 'Hello', 'Help', 'Xin chào', 'Trợ giúp'])
      it(`“${word}” is answered in both`, async () => {
        assert.equal(await answered(before.as('an').say(word)), 'start.help');
        assert.equal(await answered(before.as('an').say(mentioned(word), here)), 'start.channel');
      });
  });
