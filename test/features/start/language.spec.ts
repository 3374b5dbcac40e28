import assert from 'node:assert/strict';
import { actionsOf, openOffice, person } from '../../support/office.ts';

describe('language', () => {
  const localeOf = async (office: Awaited<ReturnType<typeof openOffice>>) =>
    (await office.dump('person')).flatMap(({ id, data }) =>
      id === person('an') ? (data as { locale: string }).locale : [],
    )[0];

  for (const words of [
    'english',
    'English',
    'tiếng anh',
    'ngôn ngữ tiếng Anh',
    'language: English',
    'ngon ngu english',
  ])
    it(`“${words}” is taken at once, and answered in it`, async () => {
      const office = await openOffice();
      const { text } = await office.as('an').say(words);
      assert.match(text, /language was changed/);
      assert.equal(await localeOf(office), 'en');
      const { text: help } = await office.as('an').say('help');
      assert.match(help, /What you can do/);
    });
  for (const words of ['tiếng việt', 'Vietnamese', 'language vietnamese', 'ngôn ngữ: tiếng việt'])
    it(`“${words}” leads back`, async () => {
      const office = await openOffice({ people: { an: { locale: 'en' } } });
      assert.match((await office.as('an').say(words)).text, /Đã đổi ngôn ngữ/);
      assert.equal(await localeOf(office), 'vi');
    });
  for (const words of ['ngôn ngữ', 'đổi ngôn ngữ', 'ngôn ngữ tiếng Pháp'])
    it(`“${words}” offers both`, async () => {
      const office = await openOffice();
      const { card } = await office.as('an').say(words);
      assert.deepEqual(
        actionsOf(card).map(({ verb, data }) => [verb, data.locale]),
        [
          ['language.save', 'vi'],
          ['language.save', 'en'],
        ],
      );
    });
  it('the same again writes nothing, and a language that there is not is a forged card', async () => {
    const office = await openOffice();
    const before = await office.dump('audit');
    await office.as('an').say('tiếng việt');
    assert.deepEqual(await office.dump('audit'), before);
    await assert.rejects(office.as('an').click('language.save', { locale: 'fr' }), { code: 'BAD_CARD' });
  });
});
