import assert from 'node:assert/strict';
import { readIncoming } from '../../src/bot/incoming.ts';
import { showsFile } from '../../src/bot/shows-file.ts';
import { openOffice } from '../support/office.ts';
import { processorMs } from '../support/processor-time.ts';
import { codeOf } from '../support/refusal.ts';

const html = (content: string) => [{ contentType: 'text/html', content }];
const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {}, name: 'card' };

describe('a message that shows a file', () => {
  for (const [what, attachments] of [
    ['an attachment in the copy', html('<p>&nbsp;</p><attachment id="9b1"></attachment>')],
    ['a picture in the copy', html('<div><img src="https://x/1" alt="ảnh" width="200"></div>')],
    ['a film in the copy', html('<video src="https://x/1"></video>')],
    [
      'a file shared from elsewhere',
      [{ contentType: 'reference', contentUrl: 'https://x.sharepoint.com/a.pdf', name: 'a.pdf' }],
    ],
    [
      'a picture that is forwarded',
      html('<blockquote itemtype="http://schema.skype.com/Forward"><p><img src="https://x/1"></p></blockquote>'),
    ],
    ['a picture in a passage set off as a quote', html('<blockquote><img src="https://x/1"></blockquote>')],
    ['a voice message', [{ contentType: 'audio/mp4', contentUrl: 'https://x/1' }]],
  ] as const)
    it(`by ${what} and brings none is recognised`, () => {
      assert.ok(showsFile(attachments));
      const account = { id: '29:1' };
      const about = {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://x.test',
        from: account,
        recipient: account,
      };
      const asked = readIncoming({ ...about, conversation: { id: 'a:1' }, text: '', attachments })?.asked;
      assert.deepEqual(asked, { kind: 'files' });
    });

  for (const [what, attachments] of [
    ['text alone', html('<p>minh chứng</p>')],
    ['an emoji', html('<p><img itemtype="http://schema.skype.com/Emoji" src="x" alt="🙂"></p>')],
    [
      'a quoted picture',
      html('<blockquote itemtype="http://schema.skype.com/Reply"><img src="x"></blockquote><p>đã nộp</p>'),
    ],
    [
      'a quoted message',
      [{ contentType: 'messageReference', name: '1' }, ...html('<attachment id="1"></attachment><p>nộp</p>')],
    ],
    [
      'two quoted pictures',
      html(
        `${'<blockquote itemtype="http://schema.skype.com/Reply"><img src="x"></blockquote>'.repeat(2)}<p>đã nộp</p>`,
      ),
    ],
    [
      'a forwarded text',
      html('<p>xem</p><blockquote itemtype="http://schema.skype.com/Forward"><p>Nội dung</p></blockquote>'),
    ],
    [
      'a forwarded message that is named',
      [
        { contentType: 'forwardedMessageReference', name: 'x', content: '{"originalMessageId":"1"}' },
        ...html('<attachment id="1"></attachment>'),
      ],
    ],
    ['a card', [card]],
    ['nothing', []],
  ] as const)
    it(`is not ${what}`, () => assert.equal(showsFile(attachments), false));

  it('is looked for no longer in quotes that never end', async () => {
    for (const part of ['<blockquote', '<blockquote schema.skype.com/Reply', '</blockquote>', '<blockquote>', '<img'])
      assert.ok((await processorMs(() => showsFile(html(part.repeat(100_000 / part.length))))) < 500, part);
  });

  it('is answered with how to attach it', async () => {
    const office = await openOffice();
    assert.equal(await codeOf(office.as('an').sends()), 'FILE_NOT_ARRIVED');
  });
});
