const DOCUMENT = 'd.unit, d.id, d.type, d.tenant, d.v, d.rev, d.etag, d.lane, d.due_at, d.fields, d.data';

/**
 * Every statement of the store. Each read is answered by an index, in the index's order, whatever the number of documents.
 * Texts compare byte by byte, which in UTF-8 is code-point order. A limit is not a bare parameter: the engine looks at the value of one
 * when it plans, and so compiles the statement anew each time, which takes several times as long as running it.
 */
export const SQL = {
  get: `SELECT ${DOCUMENT} FROM documents d WHERE d.id = ? AND d.unit = ?`,
  /** A list of ids as JSON; in its order. */
  many: `SELECT ${DOCUMENT} FROM json_each(?) asked CROSS JOIN documents d ON d.id = asked.value AND d.unit = ?`,
  byType: `SELECT ${DOCUMENT} FROM documents d
    WHERE d.type = ? AND d.unit = ? AND d.id > ? ORDER BY d.id LIMIT ? + 0`,
  /** CROSS JOIN fixes the order: first the field's index, then its documents. */
  byField: `SELECT ${DOCUMENT} FROM document_fields f CROSS JOIN documents d ON d.id = f.id AND d.unit = f.unit
    WHERE f.type = ? AND f.unit = ? AND f.field = ? AND f.value = ? AND f.id > ? ORDER BY f.id LIMIT ? + 0`,
  countByType: 'SELECT count(*) AS total FROM documents d WHERE d.type = ? AND d.unit = ?',
  countByField:
    'SELECT count(*) AS total FROM document_fields f WHERE f.type = ? AND f.unit = ? AND f.field = ? AND f.value = ?',
  /** The last parameter is above every value that begins with the one before it. */
  countBy: `SELECT f.value, count(*) AS total FROM document_fields f
    WHERE f.type = ? AND f.unit = ? AND f.field = ? AND f.value >= ? AND f.value < ? GROUP BY f.value`,
  everywhere: `SELECT ${DOCUMENT} FROM documents d WHERE d.id = ? ORDER BY d.unit`,
  due: `SELECT ${DOCUMENT} FROM documents d WHERE d.lane = ? AND d.due_at <= ? ORDER BY d.due_at, d.id LIMIT ? + 0`,
  totals: 'SELECT d.unit, count(*) AS total FROM documents d WHERE d.type = ? GROUP BY d.unit',
  head: 'SELECT d.etag, d.type, d.fields FROM documents d WHERE d.id = ? AND d.unit = ?',
  insert: `INSERT INTO documents (unit, id, type, tenant, v, rev, etag, lane, due_at, fields, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  update: `UPDATE documents SET type = ?, tenant = ?, v = ?, rev = ?, etag = ?, lane = ?, due_at = ?, fields = ?, data = ?
    WHERE id = ? AND unit = ?`,
  remove: 'DELETE FROM documents WHERE id = ? AND unit = ?',
  addField: 'INSERT INTO document_fields (unit, type, field, value, id) VALUES (?, ?, ?, ?, ?)',
  removeField: 'DELETE FROM document_fields WHERE unit = ? AND type = ? AND field = ? AND value = ? AND id = ?',
} as const;
