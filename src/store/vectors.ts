// The vectors of the store, keyed by model and by what the model read.
import type { Vector } from '../domain/vector.ts';
import { hashText, toBlob, toVector } from './rows.ts';
import type { Statements } from './statements.ts';
import type { PassageVector } from './store.ts';

/** Rows fetched at once: bounds memory, keeps the connection free in between. */
const PAGE = 1_024;

const MODEL = '(SELECT id FROM model WHERE fingerprint = ?)';

/** Finds the vector of a passage `p`; takes the model's fingerprint. */
export const VECTOR_OF_PASSAGE = `SELECT 1 FROM vector v WHERE v.text_hash = p.text_hash AND v.model = ${MODEL}`;

export class VectorTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  insert(texts: readonly string[], vectors: readonly Vector[], model: string): void {
    this.#sql('INSERT OR IGNORE INTO model (fingerprint) VALUES (?)').run(model);
    const insert = this.#sql(`INSERT OR IGNORE INTO vector (model, text_hash, data) VALUES (${MODEL}, ?, ?)`);
    vectors.forEach((vector, i) => insert.run(model, hashText(texts[i] ?? ''), toBlob(vector)));
  }

  find(texts: readonly string[], model: string): ReadonlyMap<string, Vector> {
    const find = this.#sql(`SELECT data FROM vector WHERE model = ${MODEL} AND text_hash = ?`).pluck();
    const found = new Map<string, Vector>();
    for (const text of texts) {
      const data = find.get(model, hashText(text)) as Buffer | undefined;
      if (data !== undefined) found.set(text, toVector(data));
    }
    return found;
  }

  *after(id: number, model: string): IterableIterator<PassageVector> {
    for (let last = id; ;) {
      const rows = this.#sql(
        `SELECT p.id, v.data FROM passage p JOIN vector v ON v.text_hash = p.text_hash
         WHERE v.model = ${MODEL} AND p.id > ? ORDER BY p.id LIMIT ${PAGE}`,
      ).all(model, last) as { id: number; data: Buffer }[];
      for (const row of rows) yield { id: row.id, vector: toVector(row.data) };
      if (rows.length < PAGE) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  /** Deletes the vectors of these texts that no passage uses any more. */
  dropUnused(hashes: readonly Buffer[]): void {
    for (const hash of hashes) {
      this.#sql(
        'DELETE FROM vector WHERE text_hash = ? AND NOT EXISTS (SELECT 1 FROM passage p WHERE p.text_hash = vector.text_hash)',
      ).run(hash);
    }
  }
}
