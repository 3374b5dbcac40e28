import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { garbling, nameGarbling } from '../../../src/domain/text/garbled.ts';

const names = [
  'Nguyễn Văn An',
  'Đỗ Ăn',
  'Trịnh Thị Ẩn',
  'Tôn Nữ Hoàng Trường Phương Thảo Nguyên',
  'Lê Thị Thùy Dương',
  'Võ Thị Ý',
  "H'Blưn Niê",
  'Y Moan Êban',
  "H'Hen Niê",
  'H’Ñak Kbuôr',
  'Y Ƀlik Êñuôl',
  'Rơ Châm H’Yéo',
  'Ksor Phước',
  'K’Sor Krơn',
  'Y Čăng Mlô',
  'Êđê Hmŏk',
  'Siu Ŭng',
  'Đinh Thị Hoà',
  'Đặng Khoẻ',
  'Nguyễn Quý Uyên',
  'Trần Thị Thuý',
  'Bùi Loan',
  'Aê Y Điêng',
  'Ayun H’Bia',
  'Chu Văn Khuê',
  'Nguyễn Hữu Quỳnh',
  'Phan Khuyến',
  'Y Ô̆k Ayŭn',
  'Nguyễn Thị Hoa (A)',
  'Trần Văn Nghĩa-Hiệp',
  'Kpă Klơng',
  'PHẠM THỊ MỸ LỆ',
  'Nguyễn Đức Tuyển',
  'Lý Ơn',
  'Hoàng Ngoéo',
  'Vũ Xoã',
  // With the Icelandic letter, as some keyboards write it.
  'Ðặng Ðức',
];
const foreign = [
  'Łukasz Nowak',
  'Şahin Yılmaz',
  'Jiří Dvořák',
  'Şeyma Öztürk',
  'İnci İlhan',
  'Jürgen Müller',
  'Björn Åkesson',
  'Øyvind Bjørnsen',
  'Søren Kierkegaard',
  'François Hélène',
  'Gaëlle Noël',
  'Zoë Saldaña',
  'Raúl Ibáñez',
  'Strauß',
  'Ólafur Guðmundsson',
  'Bērziņš',
  'Gheorghe Ștefănescu',
];
/** As a byte for a letter in the old fonts. */
const tcvn3 = ['NguyÔn V¨n An', 'TrÇn ThÞ Hång', 'Ph¹m Hoµng', '§ç ¡n', 'Lª ThÞ Thu Hµ', 'Bïi Lan', 'NguyÔn §øc'];
const vni = [
  'Nguyeãn Vaên An',
  'Traàn Thò Hoàng',
  'Ñaëng Thò Ñaøo',
  'Phaïm Quoác',
  'Leâ Höõu',
  'Hoøa',
  'Vuõ Thuûy',
  'Nguyeãn Thò Myõ',
];
const asLatin = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('garbling', () => {
  it('leaves names of Vietnamese and of minorities as they are, composed or not, in any case', () => {
    for (const name of names)
      for (const written of [name, name.normalize('NFD'), name.toUpperCase(), name.toLowerCase()])
        assert.equal(garbling(written), undefined, written);
  });
  it('knows what was written in old fonts', () => {
    for (const name of tcvn3) assert.equal(garbling(name), 'tcvn3', name);
    for (const name of vni) assert.equal(garbling(name), 'vni', name);
  });
  it('knows UTF-8 that was read byte by byte, whatever it said', () => {
    for (const name of names.filter((each) => /[^\p{ASCII}]/u.test(each)))
      assert.equal(garbling(asLatin(name)), 'utf8AsLatin', name);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
        const text = `${a} – ${b}`;
        assert.equal(garbling(text), undefined);
        assert.equal(garbling(asLatin(text)), 'utf8AsLatin');
      }),
    );
  });
  it('knows letters that are gone', () => {
    assert.equal(garbling('Nguy\uFFFDn'), 'lost');
    for (const name of ['Nguy?n V?n An', 'L? Th? Thu H?', 'Ph?m', '?? ?n', 'Lê Thị Th?'])
      assert.equal(nameGarbling(name), 'questionMarks', name);
    assert.equal(garbling('Anh/chị đã tham gia chưa? Nêu rõ.'), undefined);
  });
  it('knows another alphabet', () => {
    for (const name of ['Иванов', '王小明', 'Nguyễn Ωn']) assert.equal(garbling(name), 'foreign', name);
  });
  it('leaves the names of other peoples as they are: their words are no Vietnamese syllables', () => {
    for (const name of foreign)
      for (const written of [name, name.normalize('NFD'), name.toUpperCase(), `Nguyễn ${name}`])
        assert.equal(nameGarbling(written), undefined, written);
  });
  it('knows an old font beside them, and their own UTF-8 read byte by byte', () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), fc.constantFrom(...tcvn3), (name, old) => {
        assert.equal(garbling(`${old} (${name})`), 'tcvn3');
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...foreign), fc.constantFrom(...vni), (name, old) => {
        assert.equal(garbling(`${old} (${name})`), 'vni');
      }),
    );
    for (const name of foreign) assert.equal(garbling(asLatin(name)), 'utf8AsLatin', name);
  });
  it('finds nothing in the plan', () => {
    const plan = readFileSync(new URL('../../../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url), 'utf8');
    for (const line of plan.split('\n')) assert.equal(garbling(line), undefined, line);
  });
});
