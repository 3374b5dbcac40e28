import { openCentre } from './support/open-centre.ts';
import { tellStory } from './the-story.ts';

describe('the story of a round, over the wire', function () {
  tellStory(this, openCentre);
});
