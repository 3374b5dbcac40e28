import assert from 'node:assert/strict';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import { waitUntil } from '../support/wait-until.ts';
import { launched } from './support/launches.ts';
import { type Centre, openCentre } from './support/open-centre.ts';
import { openRound } from './support/open-round.ts';

/** Calls of the connector that the story does not lead to. */
describe('a chat that is lost and a picture that is pasted, over the wire', function () {
  this.timeout(60_000);
  let centre: Centre;
  before(async () => {
    centre = await openCentre();
  });
  after(() => centre.close());

  it('the launch reaches a chat that is opened anew for it, and the picture is fetched from the connector', async () => {
    const { sandbox } = centre;
    sandbox.as('hoa').loseChat();
    await openRound(sandbox);
    const has = () =>
      sandbox
        .as('hoa')
        .messages()
        .some(({ summary }) => summary === launched);
    await waitUntil('whose chat was lost has the launch', has);
    const lan = sandbox.as('lan');
    const [sheet] = await lan.say('tự đánh giá');
    assert.ok(sheet);
    const photo = sampleFiles.find(({ name }) => /\.(?:png|jpg)$/.test(name));
    assert.ok(photo);
    await lan.pasteImage(photo.bytes());
    await waitUntil(
      'the picture is received',
      () => {
        sandbox.clock.advance({ seconds: 5 });
        return lan
          .messages()
          .some(({ author, words }) => author.kind === 'bot' && /đã được lưu trong hồ sơ/.test(words));
      },
      {
        everyMs: 100,
        says: () =>
          lan
            .messages()
            .slice(-3)
            .map(({ words }) => words)
            .join('\n---\n'),
      },
    );
  });
  it('and each call was as the connector’s contract has it', async function () {
    const { looked } = centre.overheard;
    if (looked === undefined) this.skip();
    for (const operation of ['send', 'update', 'create', 'attachment'])
      await waitUntil(`there was a call to ${operation}`, () => {
        // Cards are kept in step some seconds after what they show has changed.
        centre.sandbox.clock.advance({ seconds: 5 });
        return looked.has(operation);
      });
    centre.overheard.requireKept();
  });
});
