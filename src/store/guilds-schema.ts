// The tables of what servers and members leave behind, and how an older file becomes a newer one.
import type Database from 'better-sqlite3';
import { openDatabase } from './database.ts';

/** Step n brings a file from version n to n + 1; a released step is never changed, a new one is added at the end. */
const MIGRATIONS = [
  `
  CREATE TABLE guild (
    id       TEXT PRIMARY KEY,
    settings TEXT NOT NULL
  ) STRICT;

  -- A source is public unless it is here. Its owner is the guild whose own releases it holds.
  CREATE TABLE private_source (
    source TEXT PRIMARY KEY,
    owner  TEXT UNIQUE
  ) STRICT;
  CREATE TABLE given_source (
    source TEXT NOT NULL REFERENCES private_source (source) ON DELETE CASCADE,
    guild  TEXT NOT NULL,
    PRIMARY KEY (source, guild)
  ) STRICT;

  CREATE TABLE secret (only INTEGER PRIMARY KEY CHECK (only = 1), value BLOB NOT NULL) STRICT;
  INSERT INTO secret VALUES (1, randomblob(32));

  -- Who found a quote useful is not kept: only how many did, by day.
  CREATE TABLE feedback (
    ref      TEXT NOT NULL,
    revision TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    useful   INTEGER NOT NULL,
    day      TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (ref, revision, start, "end", useful, day)
  ) STRICT;

  CREATE TABLE question_log (
    id       INTEGER PRIMARY KEY,
    day      TEXT NOT NULL,
    question TEXT NOT NULL
  ) STRICT;
  CREATE INDEX question_day ON question_log (day);
  `,
];

/**
 * Opens the file of servers' and members' settings, which several processes may have open. It is apart from the index:
 * an index may be thrown away, this may not. Throws `StoreError`.
 */
export function openGuildsDatabase(file: string): Database.Database {
  return openDatabase(file, MIGRATIONS);
}
