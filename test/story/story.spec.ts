import assert from 'node:assert/strict';
import { type Centre, openCentre } from './support/open-centre.ts';
import { personalIn } from './support/personal.ts';
import { tellStory } from './the-story.ts';

describe('the story of a round, over the wire', function () {
  const logged: string[] = [];
  let centre: Centre;
  tellStory(this, async () => {
    centre = await openCentre(undefined, undefined, { write: (line) => void logged.push(line) });
    return centre;
  });

  it('is told by the log, at its most talkative, without what anybody is called, wrote or sent', () => {
    const log = logged.join('');
    assert.ok(logged.length > 10, log);
    for (const line of logged) assert.doesNotThrow(() => JSON.parse(line), line);
    const personal = personalIn(centre.folder);
    const known = centre.sandbox.people
      .flatMap(({ fullName, email }) => [fullName, email])
      .filter((text) => text !== '');
    assert.ok(known.filter((text) => personal.has(text)).length > 100, 'people are found among the documents');
    assert.ok([...personal].some((text) => text.endsWith('.pdf')));
    assert.deepEqual(
      [...personal, ...known].filter((text) => log.includes(JSON.stringify(text).slice(1, -1))),
      [],
    );
  });
  it('asks of the connector what its contract allows, in all that the story is told by', function () {
    const { looked } = centre.overheard;
    if (looked === undefined) this.skip();
    assert.deepEqual([...looked.keys()].sort(), ['members', 'send', 'update']);
    centre.overheard.requireKept();
  });
  it('has the reference of its turn on each line that a turn caused', () => {
    const refused = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
    assert.ok(refused.length > 0);
    for (const { turn } of refused) assert.match(turn, /^[0-9A-Z]{8}$/);
  });
});
