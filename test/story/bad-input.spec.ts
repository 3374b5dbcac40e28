import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { PersonClient } from '../../sandbox/client.ts';
import { sampleFiles } from '../../sandbox/sample/files.ts';
import type { SeenMessage } from '../../sandbox/seen.ts';
import type { Json, JsonObject } from '../../sandbox/shared/types.ts';
import { texts } from '../../src/adapters/texts/texts.ts';
import type { Facts } from '../../src/domain/errors.ts';
import { khanhHoaPlan } from '../support/khanh-hoa-plan.ts';
import { actionsOf } from '../support/office.ts';
import { sheetTyped } from '../support/sheet.ts';
import { changedIds, type Documents, openDocuments, untilQuiet } from './support/documents.ts';
import { type Centre, openCentre } from './support/open-centre.ts';
import { openRound } from './support/open-round.ts';
import { activityOf, postTo, type WireActivity } from './support/wire.ts';

const { t } = texts('vi', { office: khanhHoaPlan.unit.office });
/** What a refusal says: the sentence with what to do, and the code to quote. */
const refusal = (code: string, facts: Facts = {}): string =>
  t('errors.withCode', { text: t(`errors.${code}`, facts), code });
const unknown = t('cards.start.unknown.text');

/** Traces of the machine that nobody in an office should read. */
const machine =
  /\bat .+:\d+:\d+|node_modules|\.ts\b|Error\b|Zod|undefined|\[object|Unexpected|Invalid JSON|exceeds|not allowed|does not exist|validateAndFix/;

const file = (name: string): Buffer => {
  const found = sampleFiles.find((sample) => sample.name === name);
  assert.ok(found, name);
  return found.bytes();
};

/** Several files in a row: each is answered twice, and one person gets a message every two seconds. */
const inLine = 20_000;

describe('bad input, over the wire', function () {
  this.timeout(60_000);
  let centre: Centre;
  let documents: Documents;
  let hoa: PersonClient;
  let settled: ReadonlyMap<string, string>;

  const quiet = (): Promise<void> => untilQuiet(documents, centre.sandbox);

  before(async () => {
    centre = await openCentre();
    documents = openDocuments(centre.folder);
    hoa = centre.sandbox.as('hoa');
    await centre.sandbox.as('le').channel('office').mention('kênh văn phòng');
    await openRound(centre.sandbox);
    await startDossier(centre.sandbox.as('lan'));
    await quiet();
    settled = documents.dump();
  });
  // Whatever was tried: nothing was changed by it.
  afterEach(async () => {
    await quiet();
    assert.deepEqual(changedIds(settled, documents.dump()), []);
  });
  after(async () => {
    documents.close();
    await centre.close();
  });

  /** A colleague of Hoa's has answered, asks to be considered and has sent evidence. */
  async function startDossier(who: PersonClient): Promise<void> {
    const [sheet] = await who.say('tự đánh giá');
    assert.ok(sheet);
    const typed = { ...sheetTyped(sheet.card, 'Kết quả.'), level: 'unit' };
    await who.click(sheet, 'assess.sheet', typed, { title: 'Xem lại và gửi' });
    await who.upload('báo-cáo.pdf', file('báo-cáo.pdf'));
  }

  function says(words: string, expected: string): void {
    assert.ok(words.includes(expected), `expected “${expected}” in “${words.slice(0, 600)}”`);
    assert.doesNotMatch(words, machine);
  }
  async function answerTo(deed: () => Promise<SeenMessage[]>): Promise<string> {
    const messages = await deed();
    assert.equal(messages.length, 1, messages.map(({ words }) => words).join('\n---\n'));
    return messages[0]?.words ?? '';
  }
  const post = (activity: WireActivity): Promise<Response> => postTo(centre.url, activity);
  /** An Execute posted as it is, whatever its value. @returns the sentence, or all of the card */
  async function execute(value: unknown, key = 'hoa'): Promise<string> {
    const about = { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value };
    const answer = await post(activityOf(centre.sandbox, key, about));
    const body = (await answer.json()) as { statusCode: number; value: unknown };
    assert.deepEqual([answer.status, body.statusCode], [200, 200], JSON.stringify([value, body]));
    return typeof body.value === 'string' ? body.value : JSON.stringify(body.value);
  }

  describe('what people type', () => {
    const unreadable = {
      nothing: '',
      spaces: '   ',
      'no-break spaces': '\u00a0 \u00a0&nbsp;',
      'emoji only': '😀😀',
      HTML: '<b>HTML</b>',
      SQL: "'; DROP TABLE documents; --",
      'control characters': '\u0000\u202e\u200b',
      'only a mention': '<at>Trợ lý thi đua</at>',
    };
    for (const [what, text] of Object.entries(unreadable)) {
      it(`${what}: not understood, and the way to help`, async () => {
        const words = await answerTo(() => hoa.say(text));
        says(words, unknown);
        assert.doesNotMatch(words, /evil|HTML|DROP|😀/);
      });
    }
    it('a Markdown link: offered as evidence, its address in plain sight and nothing kept', async () => {
      const words = await answerTo(() => hoa.say('[bấm vào đây](https://evil.example)'));
      says(words, 'Thêm liên kết');
      says(words, 'https://evil.example/');
      assert.doesNotMatch(words, /\]\(/);
      assert.doesNotMatch(await answerTo(() => hoa.say('minh chứng')), /evil/);
    });
    it('10,000 characters: too long, said in words', async () => {
      says(await answerTo(() => hoa.say('thi đua '.repeat(1_250))), refusal('MESSAGE_TOO_LONG', { max: 8_000 }));
    });
    it('a command in decomposed letters is the command', async () => {
      says(await answerTo(() => hoa.say('Tự đánh giá'.normalize('NFD'))), 'Tự đánh giá, đề nghị xét');
    });
    it('a command with a typo is offered as a button that works', async () => {
      const [answer] = await hoa.say('tự đáng giá');
      assert.ok(answer);
      says(answer.words, unknown);
      const { message } = await hoa.click(answer, 'command.run', {}, { data: { command: 'assess' } });
      says(message.words, 'Tự đánh giá, đề nghị xét');
    });
    it('a command of the office is refused to others', async () => {
      const facts = { office: 'Phòng Hành chính – Nghiệp vụ' };
      says(await answerTo(() => hoa.say('phát động')), refusal('NOT_ALLOWED_LAUNCH', facts));
    });
    it('a personal command in a channel is sent to the personal chat', async () => {
      const general = hoa.channel('general');
      says(await answerTo(() => general.mention('tự đánh giá')), refusal('PERSONAL_ONLY'));
      says(await answerTo(() => general.mention('có ai biết không')), refusal('PERSONAL_ONLY'));
    });
    it('a greeting in a channel is answered with what is done there', async () => {
      const general = hoa.channel('general');
      says(await answerTo(() => general.mention('chào mọi người')), 'Việc làm được trong kênh');
    });
    it('5,000 characters of self-assessment: refused with the count, and the form holds the text', async () => {
      const [message] = await hoa.say('tự đánh giá');
      assert.ok(message);
      const save = actionsOf(message.card).find(({ verb }) => verb === 'assess.sheet');
      const words = 'đẹp lòng dân '.repeat(1_000).slice(0, 4_999).concat('.');
      const data = { ...save?.data, 'rating-CN1': 'met', 'words-CN1': words } as JsonObject;
      const { card } = await hoa.forge('assess.sheet', data, message.id);
      const shown = JSON.stringify(card);
      says(shown, JSON.stringify(refusal('TEXT_TOO_LONG', { count: 5_000, max: 4_000 })).slice(1, -1));
      assert.ok(shown.includes(words), 'what was typed comes back');
      assert.ok(shown.length * 2 < 28 * 1024, `${shown.length * 2} bytes`);
    });
  });

  describe('cards that nobody sent', () => {
    const action = (verb: Json, data?: Json): JsonObject => ({
      action: { type: 'Action.Execute', verb, ...(data === undefined ? {} : { data }) },
    });
    const forged: readonly (readonly [what: string, value: unknown, code: string])[] = [
      ['an unknown verb', action('no.such'), 'UNKNOWN_VERB'],
      ['__proto__ as verb', action('__proto__'), 'UNKNOWN_VERB'],
      ['constructor as verb', action('constructor'), 'UNKNOWN_VERB'],
      ['an unknown command', action('command.run', { command: 'toString' }), 'UNKNOWN_VERB'],
      ['a number as verb', action(7), 'BAD_CARD'],
      ['no value', undefined, 'BAD_CARD'],
      ['null', null, 'BAD_CARD'],
      ['a text as value', 'assess.open', 'BAD_CARD'],
      ['a list as value', [], 'BAD_CARD'],
      ['an empty value', {}, 'BAD_CARD'],
      ['an empty action', { action: {} }, 'BAD_CARD'],
      ['a number as data', action('assess.open', 5), 'BAD_CARD'],
      ['a text as data', action('assess.open', 'CN1'), 'BAD_CARD'],
      ['a list as data', action('assess.open', ['CN1']), 'BAD_CARD'],
      ['numbers where texts belong', action('assess.open', { round: 5, candidate: 7 }), 'BAD_CARD'],
      ['lists where texts belong', action('assess.open', { round: ['annual-2026'] }), 'BAD_CARD'],
      ['objects where texts belong', action('assess.open', { round: { $ne: '' } }), 'BAD_CARD'],
      ['null where a text is needed', action('evidence.open', { evidence: null }), 'BAD_CARD'],
      ['fields that no card has', action('remind.stop', { round: '', isAdmin: 'true' }), 'BAD_CARD'],
      ['data missing where it is needed', action('evidence.open'), 'BAD_CARD'],
      ['an id that no record can have', action('evidence.open', { evidence: '../../etc?#' }), 'NOTHING_TO_SHOW'],
      ['an id without end', action('evidence.open', { evidence: 'x'.repeat(5_000) }), 'NOTHING_TO_SHOW'],
      ['__proto__ as id', action('evidence.open', { evidence: '__proto__' }), 'NOTHING_TO_SHOW'],
      [
        'the prototype as data',
        JSON.parse('{"action":{"verb":"evidence.open","data":{"__proto__":{"evidence":"x"}}}}'),
        'BAD_CARD',
      ],
    ];
    for (const [what, value, code] of forged)
      it(`${what}: ${code}`, async () => says(await execute(value), refusal(code)));
    it('data nested 100,000 deep: no activity of Teams, refused before it is read', async () => {
      const value = action('assess.open', 'DEEP');
      const about = { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value };
      const deep = '['.repeat(100_000) + ']'.repeat(100_000);
      const body = JSON.stringify(activityOf(centre.sandbox, 'hoa', about)).replace('"DEEP"', deep);
      const answer = await fetch(centre.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /MALFORMED/);
    });

    const submitted: readonly (readonly [what: string, value: unknown])[] = [
      ['a Submit without verb', { round: 'annual-2026' }],
      ['a Submit with a number as verb', { verb: 7 }],
      ['a Submit whose data are of the wrong types', { verb: 'assess.open', round: 4 }],
      ['a value that is a text', 'assess.open'],
      ['a value that is a number', 5],
      ['a value that is a list', []],
      ['a value that is true', true],
    ];
    for (const [what, value] of submitted) {
      it(`${what}: BAD_CARD`, async () => {
        const answered = hoa.next(({ words }) => words.includes('BAD_CARD'));
        assert.equal((await post(activityOf(centre.sandbox, 'hoa', { value }))).status, 200);
        says((await answered).words, refusal('BAD_CARD'));
      });
    }

    describe("other people's cards", () => {
      /** Clicks that are everybody's own business, whoever's card they were taken from. */
      const own = [
        'announce.acknowledge',
        'assess.sheet',
        'language.save',
        'nomination.decline',
        'remind.stop',
        'remind.resume',
      ];
      const commands = [
        'trợ giúp',
        'tự đánh giá',
        'minh chứng',
        'hồ sơ',
        'hồ sơ tập thể',
        'xác nhận',
        'tiếp nhận',
      ].concat(['tiến độ', 'đôn đốc', 'phát động', 'mở đợt', 'hội đồng', 'quyết định', 'công bố', 'vận động']);
      let buttons: { verb: string; data: Record<string, unknown> }[];

      before(async () => {
        const found = new Map<string, (typeof buttons)[number]>();
        const types = async (key: string): Promise<void> => {
          const who = centre.sandbox.as(key);
          for (const command of commands) await who.say(command);
          for (const { verb, data } of actionsOf(who.messages().map(({ card }) => card)))
            if (!own.includes(verb)) found.set(`${verb} ${JSON.stringify(data)}`, { verb, data });
        };
        // One after another, Lan first: a click of Lê's on a message to herself would prove that it arrived, and be kept.
        for (const key of ['lan', 'le', 'nghia', 'khanh', 'bao']) await types(key);
        buttons = [...found.values()];
        assert.ok(buttons.length > 40, `${buttons.length} buttons`);
        await quiet();
      });

      it('clicked by Hoa show nothing of theirs and change nothing', async () => {
        for (const { verb, data } of buttons) {
          const answer = await execute({ action: { verb, data } });
          const about = `${verb} ${JSON.stringify(data)}: ${answer.slice(0, 300)}`;
          assert.doesNotMatch(answer, machine, about);
          assert.ok(!answer.includes(t('errors.INTERNAL', { reference: '' }).slice(0, 30)), about);
          assert.ok(!answer.includes('báo-cáo.pdf'), about);
          assert.ok(!answer.includes('Lan'), about);
        }
      });
      it('of the colleague are refused by name', async () => {
        const lan =
          [...settled.keys()]
            .find((id) => id.startsWith('assessment:'))
            ?.split(':')
            .slice(2)
            .join(':') ?? '';
        const evidence = [...settled.keys()].find((id) => id.startsWith('evidence:')) ?? '';
        const whose = { round: 'annual-2026', candidate: lan };
        const facts = { office: 'Phòng Hành chính – Nghiệp vụ' };
        const answer = { ...whose, criterion: 'CN1', base: '', rating: 'met', words: 'x' };
        says(await execute(action('assess.open', { ...whose, criterion: 'CN1' })), refusal('NOTHING_TO_SHOW'));
        says(await execute(action('assess.save', answer)), refusal('NOT_YOUR_DOSSIER'));
        says(await execute(action('nomination.submit', { ...whose, confirm: 'yes' })), refusal('NOT_YOUR_DOSSIER'));
        says(await execute(action('evidence.open', { evidence })), refusal('NOTHING_TO_SHOW'));
        says(
          await execute(action('intake.open', { nomination: `nomination:annual-2026:${lan}` })),
          refusal('OFFICE_ONLY', facts),
        );
        const launch = { formId: 'x1', number: '15', issuedOn: '2023-06-15', confirm: 'yes' };
        says(await execute(action('announce.launch', launch)), refusal('NOT_ALLOWED_LAUNCH', facts));
      });
      it('with one field spoilt, by Hoa and by the office: said in words, never a fault of ours', async () => {
        const junk: Json[] = [5, ['a'], null, '__proto__', 'a/b?c#d', 'x'.repeat(3_000), '-1', 'NaN'];
        const tried = new Set<string>();
        for (const { verb, data } of buttons) {
          for (const field of Object.keys(data).filter((name) => !tried.has(`${verb} ${name}`))) {
            tried.add(`${verb} ${field}`);
            for (const value of junk)
              for (const key of ['hoa', 'le']) {
                const answer = await execute({ action: { verb, data: { ...data, [field]: value } } }, key);
                const about = `${key}: ${verb} ${field}=${JSON.stringify(value)?.slice(0, 40)}: ${answer.slice(0, 300)}`;
                assert.doesNotMatch(answer, machine, about);
                assert.ok(!answer.includes(t('errors.INTERNAL', { reference: '' }).slice(0, 30)), about);
              }
          }
        }
      });
    });
  });

  describe('files', () => {
    const types = 'pdf, docx, xlsx, pptx, jpg, png';
    /** What the person is told of the file once it was fetched, and the many answers before have had their turn in the chat. */
    async function toldOf(name: string): Promise<string> {
      const told = (await hoa.upload(name, file(name))).find(({ words }) => words.includes('(Mã: '));
      return (told ?? (await hoa.next(({ words }) => words.includes('(Mã: '), 40_000))).words;
    }
    it('0 bytes', async () => {
      const name = 'tệp-rỗng.pdf';
      says(await toldOf(name), refusal('FILE_EMPTY', { name }));
    });
    it('a program renamed to .pdf', async () => {
      const name = 'chương-trình.pdf';
      says(await toldOf(name), refusal('FILE_TYPE', { name, allowed: types }));
    });
    it('30 MB', async () => {
      const name = 'tài-liệu-30MB.pdf';
      says(await toldOf(name), refusal('FILE_TOO_BIG', { name, max: 20 }));
    });

    const info = 'application/vnd.microsoft.teams.file.download.info';
    const addresses: readonly (readonly [what: string, downloadUrl: () => unknown, code: string])[] = [
      ['a host that is not allowed', () => 'https://evil.example/a.pdf', 'FILE_HOST'],
      ['a file of our own machine', () => 'file:///etc/passwd', 'FILE_HOST'],
      ['a data address', () => 'data:text/plain,x', 'FILE_HOST'],
      ['an address with a user before the host', () => 'http://127.0.0.1@evil.example/a.pdf', 'FILE_HOST'],
      ['no address', () => undefined, 'FILE_HOST'],
      ['an address that answers 404', () => `${centre.sandbox.url}/download/none`, 'FILE_UNAVAILABLE'],
      ['an address where nobody listens', () => 'http://127.0.0.1:1/a.pdf', 'FILE_UNAVAILABLE'],
    ];
    for (const [what, downloadUrl, code] of addresses) {
      it(`${what}: ${code}`, async () => {
        const answered = hoa.next(({ words }) => words.includes(code), inLine);
        const attachments = [{ contentType: info, name: 'a.pdf', content: { downloadUrl: downloadUrl() } }];
        assert.equal((await post(activityOf(centre.sandbox, 'hoa', { attachments }))).status, 200);
        says((await answered).words, refusal(code, { name: 'a.pdf' }));
      });
    }
  });

  describe('what does not come from Teams', () => {
    const json = { 'content-type': 'application/json' };
    const from = (more: WireActivity = {}): string => JSON.stringify(activityOf(centre.sandbox, 'hoa', more));
    const asJson = (body: () => string) => () => ({ headers: json, body: body() });
    const multipart = (): RequestInit => {
      const body = new FormData();
      body.set('file', new Blob(['x']), 'a.txt');
      return { body };
    };
    const requests: readonly (readonly [what: string, init: () => RequestInit, status: number, path?: string])[] = [
      ['no body', () => ({}), 400],
      ['an empty body', () => ({ headers: json, body: '' }), 400],
      ['not JSON', asJson(() => '{nope'), 400],
      ['a list', asJson(() => '[]'), 400],
      ['null', asJson(() => 'null'), 400],
      ['a text', asJson(() => '"x"'), 400],
      ['plain text', () => ({ headers: { 'content-type': 'text/plain' }, body: from() }), 400],
      ['a form', () => ({ body: new URLSearchParams({ channelId: 'msteams' }) }), 400],
      ['a form with a file', multipart, 400],
      ['300 KB', asJson(() => from({ text: 'x'.repeat(300 * 1024) })), 413],
      ['gzip', () => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(from()) }), 415],
      ['another channel', asJson(() => from({ channelId: 'webchat' })), 400],
      ['no serviceUrl', asJson(() => from({ serviceUrl: undefined })), 400],
      ['a foreign serviceUrl', asJson(() => from({ serviceUrl: 'https://evil.example/' })), 403],
      ['no type', asJson(() => from({ type: undefined })), 400],
      ['a number as type', asJson(() => from({ type: 5 })), 400],
      ['GET', () => ({ method: 'GET' }), 405],
      ['PUT', () => ({ method: 'PUT', headers: json, body: '{}' }), 405],
      ['a file link of nobody', () => ({ method: 'GET' }), 404, '/files/junk'],
      ['an address with broken escapes', () => ({ method: 'GET' }), 404, '/files/%E0%A4%A'],
      ['another address', () => ({ method: 'GET' }), 404, '/nope?x=<script>'],
    ];
    for (const [what, init, status, path = '/api/messages'] of requests) {
      it(`${what}: ${status}, a code and nothing of the machine`, async () => {
        const answer = await fetch(new URL(path, centre.url), { method: 'POST', ...init() });
        const body = await answer.text();
        assert.equal(answer.status, status, body);
        assert.match(String(JSON.parse(body).code), /^[A-Z_]+$/, body);
        assert.doesNotMatch(body, machine);
        assert.doesNotMatch(body, /script|nope|junk/);
      });
    }

    const ignored: Record<string, WireActivity> = {
      'an unknown type of activity': { type: 'weird' },
      'nobody as sender': { from: undefined },
      'a sender without id': { from: {} },
      'no conversation': { conversation: undefined },
      'a number as text': { text: 5 },
      'a text as attachments': { attachments: 'x' },
      'an event of another product': { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: 5 },
    };
    for (const [what, more] of Object.entries(ignored)) {
      it(`${what}: taken, and nothing said`, async () => {
        const said = hoa.messages().length;
        const answer = await post(activityOf(centre.sandbox, 'hoa', more));
        assert.deepEqual([answer.status, await answer.text()], [200, '{}']);
        await centre.sandbox.idle();
        assert.equal(hoa.messages().length, said);
      });
    }
    it('someone whom the roster does not know is told so, and nothing else', async () => {
      const stranger = centre.sandbox.as('khach');
      const [told] = await stranger.say('kế hoạch');
      assert.match(told?.words ?? '', /chưa có trong danh sách nhân sự[\s\S]*mã tài khoản: [\w-]{8,}/);
      assert.deepEqual(actionsOf(told?.card), [], 'no button that leads to the same refusal');
      assert.match((await stranger.forge('plan.show', {})).notice ?? '', /\(Mã: NOT_IN_ROSTER\)/);
    });
  });

  it('after all this it still helps', async () => {
    says(await answerTo(() => hoa.say('trợ giúp')), 'Những việc anh/chị làm được');
  });
});
