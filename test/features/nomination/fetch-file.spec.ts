import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { decode } from '../../../src/ports/documents.ts';
import type { Attachment, Files } from '../../../src/ports/files.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { type Evidence, evidenceRecord } from '../../../src/records/evidence.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { keptFile, sha256Of, wholeOf } from '../../support/memory-files.ts';
import { type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { storeWith } from '../../support/store-with.ts';

const pdf = (content = 'một'): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n%${content}\ntrailer<<>>\n%%EOF`);
const owner = `${round}:${person('an')}`;

describe('a file that was sent', () => {
  let office: Office;
  let answers: (attachment: Attachment) => Promise<Uint8Array>;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
    const stored = office.machine.attachments.fetch;
    answers = (attachment) => wholeOf(stored(attachment, Number.POSITIVE_INFINITY));
    office.machine.attachments.fetch = async function* (attachment) {
      yield await answers(attachment);
    };
  });
  const kept = async (): Promise<Evidence[]> => (await office.dump('evidence')).map((d) => d.data as Evidence);
  const due = async () => [...(await office.store.due({ lane: 'fetch', until: stamp(office.now), limit: 100 }))];
  const words = async (): Promise<string[]> => {
    const told = await office.owed('evidence.received');
    const cards = told.map(({ data }) => office.as('an').page(data.show.page, data.show.params));
    return (await Promise.all(cards)).map((shown) => textOf(shown?.card));
  };
  const refuses = (code: string, reason: string): void => {
    answers = async ({ name }) => Promise.reject(new CodedError(code, { name, reason }));
  };

  it('is answered before its host has answered, and is no evidence yet', async () => {
    answers = () => new Promise(() => undefined);
    const files = ['a', 'b', 'c'].map((n) => office.attach(`${n}.pdf`, pdf(n)));
    const { text } = await office.as('an').sends(...files);
    assert.match(text, /Hệ thống đang tải[\s\S]*a\.pdf\nĐang tải\nb\.pdf\nĐang tải\nc\.pdf\nĐang tải/);
    assert.deepEqual(await kept(), []);
    assert.deepEqual(
      (await due()).map(({ doc }) => (doc.data as { name: string }).name),
      ['a.pdf', 'b.pdf', 'c.pdf'],
    );
  });

  it('is fetched by whichever process comes next, told once, and then neither record nor address is left', async () => {
    const { show } = await office.as('an').sends(...['a', 'b'].map((n) => office.attach(`${n}.pdf`, pdf(n))));
    await office.fetchFiles();
    assert.equal((await kept()).length, 2);
    const [word, ...more] = await words();
    assert.deepEqual(more, []);
    assert.match(word ?? '', /đã được lưu trong hồ sơ[\s\S]*a\.pdf[\s\S]*b\.pdf/);
    assert.deepEqual(await office.dump('sentFile'), []);
    const first = await office.as('an').page(show.page, show.params);
    assert.match(textOf(first?.card), /Đã xử lý xong[\s\S]*a\.pdf\nXong/);
  });

  it('is kept once, and told once, when the process dies while it is written and when two do the same', async () => {
    await office.as('an').sends(office.attach('a.pdf', pdf()));
    const [file] = await due();
    assert.ok(file);
    const dying = storeWith(office.store, { commit: async () => Promise.reject(new StoreError('Unavailable')) });
    await assert.rejects(office.lane('fetch', file, { store: dying }));
    assert.equal((await due()).length, 1);
    assert.deepEqual(await kept(), []);
    const both = await Promise.allSettled([office.lane('fetch', file), office.lane('fetch', file)]);
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    await assert.rejects(office.lane('fetch', file), { name: 'StoreError' });
    assert.equal((await kept()).length, 1);
    assert.equal((await words()).length, 1);
  });

  it('is sent by two deliveries of one message once', async () => {
    const file = office.attach('a.pdf', pdf());
    await Promise.all([office.as('an').sends(file), office.as('an').sends(file)]);
    assert.equal((await due()).length, 1);
    await office.fetchFiles();
    assert.equal((await kept()).length, 1);
    assert.equal((await words()).length, 1);
  });

  it('is tried again while its host is away; then its sender is told which file to send again', async () => {
    refuses('FILE_UNAVAILABLE', 'TimeoutError');
    await office.as('an').sends(office.attach('chậm.pdf', pdf()));
    await office.fetchFiles();
    assert.deepEqual(await words(), []);
    office.set('2026-11-02T09:00:01');
    await office.fetchFiles();
    assert.deepEqual(await words(), []);
    office.set('2026-11-02T09:00:03');
    await office.fetchFiles();
    const [word] = await words();
    assert.match(word ?? '', /“chậm\.pdf”[^\n]*Đề nghị anh\/chị đính kèm lại tệp này[^\n]*FILE_UNAVAILABLE/);
    assert.deepEqual(await office.dump('sentFile'), []);
    assert.deepEqual(await kept(), []);
  });

  it('that comes at a later try is kept', async () => {
    const stored = answers;
    refuses('FILE_UNAVAILABLE', 'HTTP 503');
    await office.as('an').sends(office.attach('chậm.pdf', pdf()));
    await office.fetchFiles();
    answers = stored;
    office.set('2026-11-02T09:00:01');
    await office.fetchFiles();
    assert.equal((await kept()).length, 1);
    assert.match((await words())[0] ?? '', /chậm\.pdf/);
  });

  it('does not keep the others waiting: they are told at once, and that it is still under way', async () => {
    const stored = answers;
    answers = async (attachment) =>
      attachment.name === 'chậm.pdf'
        ? Promise.reject(new CodedError('FILE_UNAVAILABLE', { name: attachment.name, reason: 'HTTP 500' }))
        : stored(attachment);
    await office.as('an').sends(office.attach('chậm.pdf', pdf('1')), office.attach('nhanh.pdf', pdf('2')));
    await office.fetchFiles();
    const [word] = await words();
    assert.match(word ?? '', /nhanh\.pdf[\s\S]*Đang tải, sẽ báo sau: chậm\.pdf/);
  });

  it('whose address has expired is told at once, with what to do', async () => {
    refuses('FILE_UNAVAILABLE', 'HTTP 403');
    await office.as('an').sends(office.attach('cũ.pdf', pdf()));
    await office.fetchFiles();
    assert.match((await words())[0] ?? '', /“cũ\.pdf”[^\n]*hết hiệu lực[^\n]*đính kèm lại tệp này/);
  });

  it('is tried again when the disk is full, and the fault is ours to log', async () => {
    const files = { ...office.machine.files, receive: async () => Promise.reject(new Error('ENOSPC')) };
    await office.as('an').sends(office.attach('a.pdf', pdf()));
    const [file] = await due();
    assert.ok(file);
    await office.lane('fetch', file, { files });
    assert.deepEqual(await kept(), []);
    office.set('2026-11-02T09:00:01');
    await office.fetchFiles();
    assert.equal((await kept()).length, 1);
  });

  it('counts by when it was sent: before the deadline, however late it is fetched', async () => {
    office.set('2026-11-30T23:59:50');
    await office.as('an').sends(office.attach('phút chót.pdf', pdf()));
    office.set('2026-12-01T00:00:30');
    await office.fetchFiles();
    assert.equal((await kept())[0]?.added.at, instant('2026-11-30T23:59:50'));
  });

  it('goes along with the dossier that was sent after it; one sent later does not', async () => {
    await office.as('an').sends(office.attach('trước.pdf', pdf('1')));
    await seedDossier(office, 'an', { state: 'submitted' });
    await office.fetchFiles();
    assert.deepEqual(
      (await kept()).map(({ name }) => name),
      ['trước.pdf'],
    );
    const [stored] = (await office.store.query({ unit: scope.unit, type: 'evidence', limit: 1 })).items;
    assert.equal(stored && decode(evidenceRecord, stored).data.criterion, '');
    office.set('2026-11-12T09:00:00');
    assert.equal(await codeOf(office.as('an').sends(office.attach('sau.pdf', pdf('2')))), 'DOSSIER_SENT');
  });

  it('is not taken by a dossier that was withdrawn meanwhile', async () => {
    await office.as('an').sends(office.attach('a.pdf', pdf()));
    await seedDossier(office, 'an', { state: 'withdrawn' });
    await office.fetchFiles();
    assert.deepEqual(await kept(), []);
    assert.equal(await keptFile(office.machine.files, owner, sha256Of(pdf())), undefined);
    assert.deepEqual(await office.dump('sentFile'), []);
  });

  it('leaves no bytes behind when it is refused, however many messages come at once', async () => {
    let [received, put, dropped] = [0, 0, 0];
    const { files } = office.machine;
    const counting: Files = {
      ...files,
      receive: async (pieces) => {
        const file = await files.receive(pieces);
        received += 1;
        return {
          ...file,
          keep: (of) => {
            put += 1;
            return file.keep(of);
          },
          drop: () => {
            dropped += 1;
            return file.drop();
          },
        };
      },
    };
    const messages = Array.from({ length: 15 }, (_, m) =>
      Array.from({ length: 20 }, (_, i) => office.attach(`${m}-${i}.pdf`, pdf(`${m}-${i}`))),
    );
    await Promise.allSettled(messages.map((sent) => office.as('an').sends(...sent)));
    for (let files = await due(); files.length > 0; files = await due())
      await Promise.allSettled(files.map((file) => office.lane('fetch', file, { files: counting })));
    assert.equal((await kept()).length, 20);
    assert.equal(put, 20);
    assert.ok(received >= 20);
    assert.equal(dropped, received);
  }).timeout(60_000);

  it('from where nothing is fetched is refused at once, and the others go on', async () => {
    office.machine.attachments.requireAllowed = ({ name }) => {
      if (name.startsWith('lạ')) throw new CodedError('FILE_HOST', { name, host: 'x.test' });
    };
    const sent = ['lạ.pdf', 'lạ hơn.pdf', 'tốt.pdf'].map((name) => office.attach(name, pdf(name)));
    const { text } = await office.as('an').sends(...sent);
    assert.match(text, /tốt\.pdf\nĐang tải[\s\S]*“lạ\.pdf” được gửi từ một địa chỉ[\s\S]*“lạ hơn\.pdf”/);
    assert.equal((await due()).length, 1);
  });

  it('of hundreds is counted, and the card stays small', async () => {
    const many = Array.from({ length: 200 }, (_, i) => office.attach(`${'Ấ'.repeat(100)}${i}.pdf`, pdf(String(i))));
    const { card, text } = await office.as('an').sends(...many);
    assertGoodCard(card);
    assert.match(text, /và 172 tệp khác\./);
  });

  it('beyond what fits is refused at once, in the answer', async () => {
    const many = Array.from({ length: 23 }, (_, i) => office.attach(`${i}.pdf`, pdf(String(i))));
    const { text } = await office.as('an').sends(...many);
    assert.match(text, /“20\.pdf” chưa được nhận: hồ sơ đã đủ 20 minh chứng/);
    assert.equal((await due()).length, 20);
  });
});
