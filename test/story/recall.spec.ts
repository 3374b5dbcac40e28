import assert from 'node:assert/strict';
import { textOf } from '../../sandbox/card-reading.ts';
import type { PersonClient } from '../../sandbox/client.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import { oneAfterAnother } from '../support/one-after-another.ts';
import { launched } from './support/launches.ts';
import { type Centre, openCentre } from './support/open-centre.ts';

const cancelled = 'Đã hủy phát động phong trào thi đua đặc biệt';
/** Of the sample centre's 59, those whom a message reaches. */
const reachable = 57;
/** Has the launch, and blocks the assistant before it is taken back. */
const blocked = 'on';

describe('taking a launch back, over the wire', function () {
  this.timeout(60_000);
  oneAfterAnother(this);
  let centre: Centre;
  let had: readonly string[];
  let spread: string;
  const as = (key: string): PersonClient => centre.sandbox.as(key);

  before(async () => {
    centre = await openCentre();
  });
  after(() => centre.close());

  /** In whose chat a message with this summary stands. */
  const holding = (summary: string): string[] =>
    centre.sandbox.people
      .map(({ key }) => key)
      .filter((key) =>
        as(key)
          .messages()
          .some((m) => m.summary === summary && !m.deleted),
      );
  async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await holds()); tries++) {
      // A chat that has just had many messages is waited for in real time, however the clock is moved.
      assert.ok(tries < 250, `${what}: still not so; ${holding(launched).length} have the launch`);
      centre.clock.advance({ seconds: 5 });
      await centre.sandbox.idle(100);
    }
  }
  async function say(key: string, text: string): Promise<SeenMessage> {
    const answer = (await as(key).say(text)).at(-1);
    assert.ok(answer, `no answer to “${text}”`);
    return answer;
  }
  /** As the client of the office's clerk shows it now. */
  function now({ id }: SeenMessage): SeenMessage {
    const message = as('le')
      .messages()
      .find((m) => m.id === id);
    assert.ok(message);
    return message;
  }
  /** Asks, and confirms on the card that comes. */
  async function twice(key: string, message: SeenMessage, verb: string): Promise<SeenMessage> {
    const asked = await as(key).click(message, verb);
    return (await as(key).click(asked.message, verb)).message;
  }
  /** The launch, among what was sent to many. */
  async function reconciled(key: string): Promise<SeenMessage> {
    const list = await say(key, 'đối soát');
    return (await as(key).click(list, 'sending.show', {}, { data: { spread } })).message;
  }
  const offers = ({ card }: SeenMessage, verb: string): boolean => JSON.stringify(card).includes(`"verb":"${verb}"`);

  it('everyone who can be reached has it', async () => {
    // From the form to what will go out, and from there to how far it has come.
    const progress = await twice('le', await say('le', 'phát động'), 'announce.launch');
    assert.match(progress.words, /Đã phát động/);
    await until('all are told', () => holding(launched).length === reachable);
    had = holding(launched);
    const list = await say('le', 'đối soát');
    spread = /"(spread:launch:[^"]+)"/.exec(JSON.stringify(list.card))?.[1] ?? '';
  });

  it('while it is in force it is cancelled first, and everyone is told of that', async () => {
    const shown = await reconciled('le');
    assert.ok(!offers(shown, 'sending.recall'));
    const refused = await as('le').forge('sending.recall', { spread, confirm: 'yes' }, shown.id);
    assert.match(textOf(refused.card), /RECALL_LAUNCH_FIRST/);
    assert.match((await twice('le', now(shown), 'announce.cancel')).words, /Đã hủy phát động/);
    await until('all are told', () => holding(cancelled).length === reachable);
    assert.deepEqual(holding(launched), had);
  });

  it('nobody but the office takes it back, whatever card they click', async () => {
    // The directors see the same page, without this.
    assert.ok(!offers(await reconciled('khanh'), 'sending.recall'));
    const shown = await reconciled('ha');
    assert.ok(offers(shown, 'sending.recall'));
    for (const key of ['khanh', 'nghia', 'hoa']) {
      const refused = await as(key).forge('sending.recall', { spread, confirm: 'yes' }, shown.id);
      assert.match(refused.notice ?? '', /NOT_ALLOWED_STOP/);
    }
    await centre.sandbox.idle();
    assert.deepEqual(holding(launched), had);
  });

  it('it is gone from the chats of all who had it; who keeps it is named, and why', async () => {
    await as(blocked).block();
    let taking = await twice('ha', await reconciled('ha'), 'sending.recall');
    assert.match(taking.words, /Thu hồi tin đã gửi[\s\S]*Lê Thị Thu Hà yêu cầu thu hồi/);
    await until('all but one are taken back', () => holding(launched).length === 1);
    assert.deepEqual(holding(launched), [blocked]);
    await until('it is done', async () => {
      taking = (await as('ha').click(taking, 'sending.recalled', {}, { title: 'Cập nhật' })).message;
      return /Thu hồi được một phần/.test(taking.words);
    });
    assert.match(taking.words, /56\s+Đã thu hồi\s+0\s+Đang thu hồi\s+1\s+Không thu hồi được/);
    assert.match(taking.words, /Nguyễn Văn Ơn[\s\S]*Đã chặn hoặc đã gỡ ứng dụng/);
    assert.equal(holding(cancelled).length, reachable);
    assert.equal(centre.sandbox.ledger().byOperation.delete, reachable);
  });
});
