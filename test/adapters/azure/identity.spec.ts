import assert from 'node:assert/strict';
import { AzureCliCredential, ManagedIdentityCredential } from '@azure/identity';
import { credentialOf } from '../../../src/adapters/azure/identity.ts';
import { identityOf } from '../../../src/compose/identity.ts';
import { readConfig } from '../../../src/config.ts';

const id = '00000000-0000-0000-0000-000000000001';
const inAzure = {
  ...{ MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppTenantId: id, HOST: '0.0.0.0' },
  ...{ PUBLIC_URL: 'https://thidua.example.vn', ATTACHMENT_HOSTS: 'example-my.sharepoint.com' },
};

describe('who is shown to the accounts in Azure', () => {
  it('is the bot’s identity', () => {
    const identity = identityOf(readConfig(inAzure));
    assert.deepEqual(identity, { clientId: id });
    assert.ok(credentialOf(identity) instanceof ManagedIdentityCredential);
  });
  it('is the machine’s own where none was assigned', () => {
    const identity = identityOf(readConfig({}));
    assert.deepEqual(identity, {});
    assert.ok(credentialOf(identity) instanceof ManagedIdentityCredential);
  });
  it('is whoever is logged in, where an administrator says so', () => {
    const identity = identityOf(readConfig({ ...inAzure, AZURE_LOGIN: 'cli' }));
    assert.equal(identity, 'cli');
    assert.ok(credentialOf(identity) instanceof AzureCliCredential);
    assert.throws(() => readConfig({ AZURE_LOGIN: 'me' }), /AZURE_LOGIN|CONFIG_INVALID/);
  });
});
