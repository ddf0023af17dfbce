// Prepared statements, each compiled once a connection.
import type Database from 'better-sqlite3';

/** Gives the prepared statement of an SQL text. */
export type Statements = (sql: string) => Database.Statement;

export function cacheStatements(db: Database.Database): Statements {
  const prepared = new Map<string, Database.Statement>();
  return (sql) => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
}
