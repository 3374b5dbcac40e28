/** "05/QĐ-DVVLKH" → 5 and "QĐ-DVVLKH", without what people write differently: spaces, capitals, leading zeros. */
function parts(number: string): { running: string; symbol: string } {
  const plain = number.normalize('NFC').replace(/\s+/gu, '').toLocaleUpperCase('vi');
  const [running = '', ...symbol] = plain.split('/');
  return { running: running.replace(/^0+(?=\d)/, ''), symbol: symbol.join('/') };
}

/** Whether two numbers of one register are the same one; a number written without its symbol is the same as one with it. */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  return a.running === b.running && (a.symbol === b.symbol || a.symbol === '' || b.symbol === '');
}
