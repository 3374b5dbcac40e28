import assert from 'node:assert/strict';
import type { PersonClient } from '../../sandbox/client.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import { changedIds, openDocuments } from './support/documents.ts';
import { type Centre, openCentre } from './support/open-centre.ts';

describe('messages that are edited, deleted, quoted and forwarded, over the wire', function () {
  this.timeout(30_000);
  let centre: Centre;
  let hoa: PersonClient;

  before(async () => {
    centre = await openCentre();
    hoa = centre.sandbox.as('hoa');
  });
  after(() => centre.close());

  const words = (messages: readonly SeenMessage[]): string => messages.map((each) => each.words).join('\n');
  const said = (): SeenMessage => {
    const last = hoa.messages().findLast(({ author }) => author.kind === 'person');
    assert.ok(last);
    return last;
  };
  /** @returns ids of the documents that it changed */
  async function changes(deed: () => Promise<unknown>): Promise<string[]> {
    const documents = openDocuments(centre.folder);
    const before = documents.dump();
    await deed();
    const after = documents.dump();
    documents.close();
    return changedIds(before, after);
  }

  it('an edit is told once to be no new message, a deletion and an upgrade are not answered, and nothing changes', async () => {
    await hoa.say('trợ giúp');
    const mine = said();
    const answers: SeenMessage[][] = [];
    const changed = await changes(async () => {
      for (const text of ['hồ sơ', 'kết quả']) answers.push(await hoa.edit(mine, text));
      answers.push(await hoa.remove(mine));
      await hoa.upgrade();
      await hoa.react(hoa.last());
    });
    assert.deepEqual([changed, answers.map(({ length }) => length)], [[], [1, 0, 0]]);
    assert.match(words(answers[0] ?? []), /Tin nhắn đã sửa không được đọc lại/);
  });
  it('what is said under a quote is a command like any other, whatever is quoted', async () => {
    const [help] = await hoa.say('trợ giúp');
    assert.ok(help);
    const answer = words(await hoa.say('Kế hoạch'));
    assert.match(answer, /Phong trào thi đua/i);
    assert.equal(words(await hoa.quote(help, 'Kế hoạch')), answer);
  });
  it('what is forwarded alone is said by whoever forwards it', async () => {
    const answer = words(await hoa.say('Kế hoạch'));
    assert.match(answer, /Phong trào thi đua/i);
    assert.equal(words(await hoa.forward(said())), answer);
  });
  it('a picture or a file that is forwarded did not come along, and it is said how to send it', async () => {
    await hoa.pasteImage(Buffer.from([0xff, 0xd8, 0xff]));
    const picture = said();
    await hoa.upload('a.pdf', Buffer.from('%PDF-1.4'));
    const file = said();
    for (const each of [picture, file]) assert.match(words(await hoa.forward(each)), /FILE_NOT_ARRIVED/);
  });
  it('and all that the bot asked of the connector for it was as its contract has it', () =>
    centre.overheard.requireKept());
});
