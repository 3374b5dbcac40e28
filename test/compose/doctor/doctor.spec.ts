import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { movableClock } from '../../../sandbox/clock.ts';
import { startBot } from '../../../sandbox/start-bot.ts';
import { openKeyVault } from '../../../src/adapters/vault/key-vault.ts';
import { examine } from '../../../src/compose/doctor/doctor.ts';
import type { Finding } from '../../../src/compose/doctor/finding.ts';
import { checkVault } from '../../../src/compose/doctor/link-key.ts';
import { type CentreFolder, centreFolder } from '../../story/support/open-centre.ts';
import { type KeyService, startKeyService } from '../../support/key-service.ts';
import { workbookOf } from '../../support/make-workbook.ts';
import { createSigner } from '../../support/signer.ts';
import { startVaultStandIn } from '../../support/vault/stand-in.ts';

/** By what was looked at; each of several. */
const statesOf = (findings: readonly Finding[], about: string): string[] =>
  findings.filter((each) => each.about === about).map(({ state, says }) => `${state} ${says}`);
const only = (findings: readonly Finding[], about: string): string => {
  const found = statesOf(findings, about);
  assert.equal(found.length, 1, `${about}: ${found.join(', ')}`);
  return found[0] ?? '';
};

describe('the doctor', () => {
  let place: CentreFolder;
  /** Nobody listens there. */
  const env = () => ({ ...place.env, PORT: '1' });
  beforeEach(() => {
    place = centreFolder();
  });
  afterEach(() => place.remove());

  it('finds nothing wrong before the first start, and says that it is to come', async () => {
    rmSync(place.folder, { recursive: true });
    mkdirSync(place.folder, { mode: 0o700 });
    const findings = await examine({ DATA_DIR: place.folder, PORT: '1' });
    assert.deepEqual(
      findings.filter(({ state }) => state === 'fail'),
      [],
    );
    assert.match(only(findings, 'store'), /^warn .*is not there/);
    assert.match(only(findings, 'bot'), /^warn nobody answers/);
  });

  it('reads the roster’s file before the first start, and tells lines and columns but nothing of people', async () => {
    const roster = path.join(place.folder, 'roster.xlsx');
    const heading = ['Mã Entra', 'Họ và tên', 'Phòng', 'Vai trò', 'Điện thoại'];
    const an = ['9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0', 'Trần An', 'Phòng A', 'office', '0905'];
    const told = async (...rows: string[][]) => {
      writeFileSync(roster, workbookOf([{ name: 'Nhân sự', rows }]));
      return statesOf(await examine({ ...env(), ROSTER_FILE: roster }), 'roster file').join('\n');
    };
    const good = await told(heading, an);
    assert.match(good, /^ok .*read 1 people from it\nwarn Columns that are not used: Điện thoại; /);
    const bad = await told(heading, an, ['', 'Lê Hòa', '', 'boss', '']);
    assert.match(
      bad,
      /^fail the bot will not start with it: The department is missing: line 3; Unknown role .*: line 3; /,
    );
    assert.doesNotMatch(bad, /Hòa|boss/);
    rmSync(roster);
    const missing = await examine({ ...env(), ROSTER_FILE: roster });
    assert.match(only(missing, 'roster file'), /^fail .*no such file/);
  });

  it('names what of the configuration the bot does not start with, and shows no secret', async () => {
    const findings = await examine({ HOST: '0.0.0.0', COSMOS_KEY: 'hush' });
    assert.equal(findings.length, 1);
    const told = only(findings, 'configuration');
    assert.match(told, /^fail /);
    for (const name of ['HOST', 'COSMOS_KEY']) assert.match(told, new RegExp(`${name}: got`));
    assert.doesNotMatch(JSON.stringify(findings), /hush/);
  });

  it('names what of the plan it does not start with', async () => {
    const file = path.join(place.folder, 'plan.yaml');
    writeFileSync(file, 'a: 1');
    assert.match(only(await examine({ ...env(), PLAN_FILE: file }), 'plan'), /^fail line 1/);
  });

  it('tells of folders that are none, or open to others', async () => {
    chmodSync(place.folder, 0o755);
    assert.match(only(await examine(env()), 'data folder'), /^warn .*open to other users/);
    const file = path.join(place.folder, 'file');
    writeFileSync(file, '');
    assert.match(only(await examine({ ...env(), DATA_DIR: file }), 'data folder'), /^fail .*no folder/);
    const secrets = `${place.folder}-secrets`;
    mkdirSync(secrets, { mode: 0o700 });
    writeFileSync(path.join(secrets, 'links.key'), 'short');
    assert.match(only(await examine(env()), 'link key'), /^fail .*damaged/);
  });

  it('looks at no folder for a key that the environment gives, and shows it to nobody', async () => {
    const LINK_KEY = Buffer.from('k'.repeat(32)).toString('base64url');
    const findings = await examine({ ...env(), LINK_KEY });
    assert.match(only(findings, 'link key'), /^ok LINK_KEY/);
    assert.deepEqual(statesOf(findings, 'secrets folder'), []);
    assert.ok(!JSON.stringify(findings).includes(LINK_KEY));
  });

  it('tells of a store that is damaged, or a later release’s', async () => {
    const file = path.join(place.folder, 'thidua.db');
    writeFileSync(file, 'this is not a database, and long enough to be seen as none');
    assert.match(only(await examine(env()), 'store'), /^fail .*not a database/);
    rmSync(file);
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    assert.match(only(await examine(env()), 'store'), /^fail a later release/);
  });

  describe('of a vault, on a stand-in', () => {
    let vault: Awaited<ReturnType<typeof startVaultStandIn>>;
    beforeEach(async () => {
      vault = await startVaultStandIn();
    });
    afterEach(() => vault.stop());
    const look = () => checkVault(openKeyVault(vault.client(), 0), vault.url);
    const keep = (value: string) =>
      vault.kept.set('links-key', [
        { id: 'a', value: Buffer.from(value).toString('base64url'), created: 100, enabled: true },
      ]);

    it('finds the key, or that there is none yet, and writes nothing', async () => {
      const before = await look();
      assert.match(only(before, 'vault'), /^ok /);
      assert.match(only(before, 'link key'), /^warn there is none/);
      keep('k'.repeat(32));
      const after = await look();
      assert.match(only(after, 'vault'), /^ok /);
      assert.match(only(after, 'link key'), /^ok /);
      assert.ok(vault.asked.length > 2);
      assert.ok(
        vault.asked.every((each) => each.startsWith('GET ')),
        vault.asked.join(),
      );
      assert.doesNotMatch(JSON.stringify(after), /kkk|a2tr/);
    });
    it('tells of a key that is damaged, and of one that the vault would not let go of', async () => {
      keep('short');
      assert.match(only(await look(), 'link key'), /^fail it is damaged: links-key/);
      keep('k'.repeat(32));
      vault.protect();
      const findings = await look();
      assert.match(only(findings, 'vault'), /^warn .* is protected from purging/);
      assert.match(findings.map(({ do: what }) => what).join(), /a secret vote will be refused/);
      assert.match(only(findings, 'link key'), /^ok /);
    });
    it('tells of one that does not answer', async () => {
      await vault.stop();
      assert.match(only(await look(), 'vault'), /^fail .*ECONNREFUSED/);
      vault = await startVaultStandIn();
    });
  });

  describe('of a centre', () => {
    it('counts people and posts, channels and messages; what nobody has bound or installed is to do', async () => {
      const bot = await startBot({ port: 0, clock: movableClock('2026-10-26T08:00'), env: place.env });
      try {
        const findings = await examine({ ...place.env, PORT: new URL(bot.url).port });
        assert.match(only(findings, 'store'), /^ok .*is whole/);
        assert.match(only(findings, 'bot'), /^ok .*is ready/);
        assert.match(only(findings, 'roster'), /^warn \d\d people, 0 of them can be written to/);
        assert.match(only(findings, 'posts'), /^ok /);
        assert.deepEqual(statesOf(findings, 'channel'), ['warn office: none is bound', 'warn youth: none is bound']);
        assert.match(only(findings, 'messages'), /^ok 0 wait/);
        assert.match(only(findings, 'not sent'), /^ok /);
      } finally {
        await bot.stop();
      }
    });
    it('tells who is missing, and of a plan that is another unit’s', async () => {
      const roster = path.join(place.folder, 'roster.xlsx');
      const heading = ['Mã Entra', 'Họ và tên', 'Phòng', 'Chức vụ', 'Vai trò'];
      const an = [
        '9e6c56ae-def0-4cf7-8a94-afa8e8f2d8b0',
        'Trần An',
        'Phòng Hành chính – Nghiệp vụ',
        'Viên chức',
        'office',
      ];
      writeFileSync(roster, workbookOf([{ name: 'Nhân sự', rows: [['DANH SÁCH'], heading, an] }]));
      const other = { ...place.env, ROSTER_FILE: roster };
      const bot = await startBot({ port: 0, clock: movableClock('2026-10-26T08:00'), env: other });
      await bot.stop();
      const findings = await examine({ ...other, PORT: '1' });
      const posts = only(findings, 'posts');
      for (const who of [/no director/, /no secretary/, /no head of Phòng Hành chính/]) assert.match(posts, who);
      assert.doesNotMatch(JSON.stringify(findings), /Trần An/);
      const plan = path.join(place.folder, 'another.yaml');
      writeFileSync(
        plan,
        readFileSync(place.env.PLAN_FILE ?? '', 'utf8').replace('id: khanh-hoa-dvvl', 'id: another-unit'),
      );
      const foreign = await examine({ ...other, PLAN_FILE: plan, PORT: '1' });
      assert.ok(statesOf(foreign, 'plan').some((each) => each.includes('also has people of khanh-hoa-dvvl')));
    });
  });

  describe('with the services of Teams', () => {
    let keys: KeyService;
    let login: Server;
    let status = 200;
    let signedIn: Record<string, string>;
    beforeEach(async () => {
      keys = await startKeyService();
      keys.publish(await createSigner('one'));
      status = 200;
      login = createServer((req, res) => {
        req.resume().on('end', () => {
          res.writeHead(status, { 'content-type': 'application/json' });
          res.end(JSON.stringify({ access_token: 'granted', expires_in: 3_600 }));
        });
      });
      login.listen(0, '127.0.0.1');
      await once(login, 'listening');
      signedIn = {
        DATA_DIR: place.folder,
        PORT: '1',
        PUBLIC_URL: 'http://127.0.0.1',
        // The SDK keeps tokens by this in the whole process.
        MicrosoftAppId: `app-${randomUUID()}`,
        MicrosoftAppTenantId: 'b7c1d0de-0000-4000-8000-000000000001',
        MicrosoftAppPassword: 'hush-hush',
        ToBotFromChannelOpenIdMetadataUrl: keys.metadataUrl,
        ToChannelFromBotLoginUrl: `http://127.0.0.1:${(login.address() as AddressInfo).port}/tenant`,
      };
    });
    afterEach(async () => {
      login.closeAllConnections();
      login.close();
      await keys.close();
    });

    it('gets a token, the keys, and the time', async () => {
      const findings = await examine(signedIn);
      for (const about of ['sign-in', 'signing keys', 'clock']) assert.match(only(findings, about), /^ok /);
    });
    it('tells that the login service refuses it, and shows no secret', async () => {
      status = 401;
      const findings = await examine(signedIn);
      assert.match(only(findings, 'sign-in'), /^fail no token: LOGIN_REFUSED 401/);
      assert.doesNotMatch(JSON.stringify(findings), /hush-hush|granted/);
    });
    it('tells that the keys are away, and that there is nobody to compare the clock with', async () => {
      await keys.close();
      const findings = await examine(signedIn);
      assert.match(only(findings, 'signing keys'), /^fail /);
      assert.match(only(findings, 'clock'), /^warn nobody to compare/);
    });
  });
});
