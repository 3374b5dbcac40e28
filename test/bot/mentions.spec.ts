import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readIncoming } from '../../src/bot/incoming.ts';
import { withNames } from '../../src/bot/mentions.ts';
import { messageText, plainText } from '../../src/bot/words.ts';
import { processorMs } from '../support/processor-time.ts';

const bot = '28:bot';
const mention = (id: string, name: string, attributes = '') => ({
  type: 'mention',
  mentioned: { id, name },
  text: `<at${attributes}>${name}</at>`,
});
const clientInfo = { type: 'clientInfo', locale: 'vi-VN' };
const entities = [clientInfo, mention(bot, 'Trợ lý thi đua'), mention('29:an', 'Nguyễn Văn An')];

describe('a mention', () => {
  for (const [what, text, words] of [
    ['of the bot is no word', '<at>Trợ lý thi đua</at>&nbsp;hồ sơ', 'hồ sơ'],
    ['of somebody else is their name', '<at>Trợ lý thi đua</at> vì sao <at>Nguyễn Văn An</at>', 'vì sao Nguyễn Văn An'],
    ['of somebody else may stand before it', '<at>Nguyễn Văn An</at> <at>Trợ lý thi đua</at>', 'Nguyễn Văn An'],
    ['may have attributes', 'cùng <at id="1">Nguyễn Văn An</at><at id="0">Trợ lý thi đua</at>', 'cùng Nguyễn Văn An'],
    ['that Teams does not tell of is no word', 'hồ sơ <at>Ai đó</at>', 'hồ sơ'],
  ] as const)
    it(what, () => {
      const named = withNames(text, entities, bot);
      assert.deepEqual([plainText(named), messageText(named)], [words, words]);
    });

  it('is read so from an activity, whatever its entities are', () => {
    const account = { id: bot };
    const at = (more: object) =>
      readIncoming({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://x.test',
        from: account,
        recipient: account,
        conversation: { id: 'a:1' },
        text: 'cùng <at>Nguyễn Văn An</at>',
        ...more,
      })?.asked;
    assert.deepEqual(at({ entities }), { kind: 'text', text: 'cùng Nguyễn Văn An' });
    fc.assert(
      fc.property(fc.jsonValue(), (odd) => {
        assert.equal(at({ entities: odd })?.kind, 'text');
        assert.equal(at({ entities: [odd] })?.kind, 'text');
      }),
    );
  });

  it('costs no more, however many there are', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => mention(`29:${i}`, 'x'.repeat(40)));
    for (const part of ['<at>', '<at>x', '<at>x</at>', `<at>${'x'.repeat(40)}</at>`]) {
      const text = part.repeat(255_000 / part.length);
      assert.ok((await processorMs(() => withNames(text, many, bot))) < 1_500, part);
    }
  });
});

it('what is said under a quote is what follows the sign that stands for it', () => {
  const text = '<quoted messageId="1781799016030"/>\nHoàn thành trước hạn';
  assert.deepEqual([plainText(text), messageText(text)], ['Hoàn thành trước hạn', 'Hoàn thành trước hạn']);
});
