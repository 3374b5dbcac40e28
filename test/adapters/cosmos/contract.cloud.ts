import { describeStore } from '../../ports/store-contract.ts';
import { openAnyCosmos, realAccount } from '../../support/cosmos/a-cosmos.ts';

describeStore(
  realAccount === undefined ? 'Cosmos DB, stand-in' : `Cosmos DB at ${realAccount.endpoint}`,
  openAnyCosmos,
  10,
);
