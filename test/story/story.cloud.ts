import { openCosmosCentre } from './support/cosmos-centre.ts';
import { tellStory } from './the-story.ts';

describe('the story of a round, over the wire, on Cosmos DB (stand-in) and Azurite', function () {
  tellStory(this, openCosmosCentre);
});
