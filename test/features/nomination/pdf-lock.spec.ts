import assert from 'node:assert/strict';
import { isPdf, pdfKind } from '../../../src/features/nomination/pdf-kind.ts';

/** Entries of documents that another program (pypdf 6.19) locked with an owner's password, and with one of the user's or without; printing is not allowed in any. */
type Locked = readonly [
  name: string,
  v: string,
  r: string,
  bits: string,
  opens: boolean,
  o: string,
  u: string,
  id: string,
];
const locked: readonly Locked[] = [
  [
    'RC4-40',
    '1',
    '2',
    '40',
    true,
    'e52beaa6056d789ba121cb0215fcc42463642916b9d4221978e9637b08fdb26e',
    '708c44d09e769f491993b495469315dade234102d767a7e88619a2debf0f0061',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'RC4-40',
    '1',
    '2',
    '40',
    false,
    '80fb898a2a304d949b6ff0deab62c5621bb5d3a161923299e135a2bbec81d7bd',
    '21758240efe65f4455fddfb1c296aefdefcca717eb2cd29dc0a5008d0f297e72',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'RC4-128',
    '2',
    '3',
    '128',
    true,
    '441cb2fb88baa44d7c2a035e9615bc10b8b579232d60dcf2fd2bd45600ce7a1f',
    'e9435b729e5e6180466e4613f73c2a0628bf4e5e4e758a4164004e56fffa0108',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'RC4-128',
    '2',
    '3',
    '128',
    false,
    '21ccd1d7a7e7914246643882288bbd56c0648394f526cc7264f71596e4b21fcc',
    'b0e904e6da5a78c7d1eaf2f464efb68128bf4e5e4e758a4164004e56fffa0108',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-128',
    '4',
    '4',
    '128',
    true,
    '441cb2fb88baa44d7c2a035e9615bc10b8b579232d60dcf2fd2bd45600ce7a1f',
    'e9435b729e5e6180466e4613f73c2a0628bf4e5e4e758a4164004e56fffa0108',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-128',
    '4',
    '4',
    '128',
    false,
    '21ccd1d7a7e7914246643882288bbd56c0648394f526cc7264f71596e4b21fcc',
    'b0e904e6da5a78c7d1eaf2f464efb68128bf4e5e4e758a4164004e56fffa0108',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-256-R5',
    '5',
    '5',
    '256',
    true,
    '11864ef5125540a050b607cb431e8e6fc541efc4a5a08800f69ca9fdd3610f441685b3e38fb2590702bc5352e0deb722',
    '03bc76d090852a4b2e619ccce5484dabb64c98a9f30b34e8799a876effd3a3648df170756ab6347684fd56928917dce9',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-256-R5',
    '5',
    '5',
    '256',
    false,
    'cad0dd34a75443b62cadec0f50f78555196f80467313fb145151c78ff26ae8999df24ffadfdfbd56758ae1a5776f073f',
    '2b7f7e0000b647f1bbcd230188b527471dad4238b29a55a8ffe05794fc5994b40e8c6de6025d9edbf5b214cca36f10e4',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-256',
    '5',
    '6',
    '256',
    true,
    '9287b13f630be50bf486b4b26c863d811c503b56c54f36fa1b0b8f31d226e7331cf6b9cb22f03467bce2b153abbe73f3',
    'c31b53d51ac7b92af31651e50f1581b64a9f8c5291447437224038ae9924ac95cbe2844431b6b422c45501eda5590a9b',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
  [
    'AES-256',
    '5',
    '6',
    '256',
    false,
    '70d87d52e7c26fb34bd7b1eb8881c1c64cd7df78d774bfb33dbb964fada61d83fe2279d8f3768885f7919bc98ac9e51b',
    'a585bb3a3bdf3e961c6f0a8176f312f311a938bfc0b29524cab8cad1b62811f472f54764ff490ecf4c9e4b12325b6043',
    '3039353331666338613730316337306237633732333030363835363236386463',
  ],
];

type Written = (hex: string) => string;
const asHex: Written = (hex) => `<${hex}>`;
/** With what has to be escaped, and a break of the line that is none. */
const asLiteral: Written = (hex) =>
  `(${Buffer.from(hex, 'hex')
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\012')}\\\n)`;
const lockOf = ([, v, r, bits, , o, u]: Locked, write: Written = asHex): string =>
  `<</Filter/Standard/V ${v}/R ${r}/Length ${bits}/P 4294963392/O ${write(o)}/U${write(u)}/OE <00>/UE <00>/CF<</StdCF<</CFM/AESV2/Length 16>>>>>>`;
const idOf = ([, , , , , , , id]: Locked, write: Written = asHex): string => `/ID[${write(id)} ${write(id)}]`;
const page = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n';
const written = (lock: string, trailer: string): string =>
  `${page}5 0 obj\n${lock}\nendobj\ntrailer\n<</Root 1 0 R ${trailer}/Encrypt 5 0 R>>\nstartxref\n9\n%%EOF\n`;

function kindOf(text: string) {
  const bytes = Buffer.from(text, 'latin1');
  assert.ok(isPdf(bytes));
  return pdfKind({ size: bytes.length, at: async (from, length) => bytes.subarray(from, from + length) });
}
const taken = { ext: 'pdf', mime: 'application/pdf' };
const first = (opens: boolean): Locked => locked.find((each) => each[4] === opens) as Locked;

describe('a PDF with passwords', () => {
  for (const each of locked) {
    const [name, , , , opens] = each;
    it(`of ${name} is ${opens ? 'taken where it opens without one' : 'refused where it asks for one'}`, async () => {
      const expected = opens ? taken : 'FILE_PASSWORD';
      assert.deepEqual(await kindOf(written(lockOf(each), idOf(each))), expected);
      assert.deepEqual(await kindOf(written(lockOf(each, asLiteral), idOf(each, asLiteral))), expected, 'as literals');
    });
  }
  it('is found however far the lock stands from its name, over several reads', async () => {
    const far = (opens: boolean): string =>
      written(`${lockOf(first(opens))}\nendobj\n${'% filling\n'.repeat(70_000)}6 0 obj 0`, idOf(first(opens)));
    assert.deepEqual(await kindOf(far(true)), taken);
    assert.deepEqual(await kindOf(far(false)), 'FILE_PASSWORD');
  });
  it('may carry the lock in the trailer itself', async () => {
    const within = (each: Locked): string =>
      `${page}trailer\n<</Root 1 0 R ${idOf(each)}/Encrypt${lockOf(each)}>>\nstartxref\n9\n%%EOF`;
    assert.deepEqual(await kindOf(within(first(true))), taken);
    assert.deepEqual(await kindOf(within(first(false))), 'FILE_PASSWORD');
  });
  it('is refused where the lock cannot be made out: of a certificate, of a later kind, cut off, or missing', async () => {
    const [open, id] = [lockOf(first(true)), idOf(first(true))];
    for (const [what, text] of [
      ['certificate', written(open.replace('/Standard', '/Adobe.PubSec'), id)],
      ['later', written(open.replace(/\/R \d/, '/R 7'), id)],
      ['cut off', written(open.slice(0, 120), id)],
      ['no ID', written(open, '')],
      ['missing', written(open, id).replace('5 0 obj', '7 0 obj')],
      ['another length', written(open.replace(/\/V 1\/R 2\/Length 40/, '/V 2/R 3/Length 9999999'), id)],
    ] as const)
      assert.equal(await kindOf(text), 'FILE_PASSWORD', what);
  });
});
