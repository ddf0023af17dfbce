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
  `
  CREATE TABLE follow (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    owner       TEXT NOT NULL,
    guild       TEXT,
    channel     TEXT,
    destination TEXT NOT NULL GENERATED ALWAYS AS (coalesce(channel, '@' || owner)) VIRTUAL,
    topic       TEXT NOT NULL,
    source      TEXT,
    language    TEXT NOT NULL,
    mode        TEXT NOT NULL,
    quiet_from  TEXT,
    quiet_to    TEXT,
    time_zone   TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    paused      TEXT,
    -- Matches that found no room in the outbox, until a post says so.
    missed      INTEGER NOT NULL DEFAULT 0,
    -- The post that tells the owner of the pause.
    told_by     TEXT REFERENCES post (nonce) ON DELETE SET NULL
  ) STRICT;
  CREATE INDEX follow_owner ON follow (owner);
  CREATE INDEX follow_guild ON follow (guild);
  CREATE INDEX follow_destination ON follow (destination);

  -- Revisions that were compared with what is followed. A set, not a mark how far: an index may be made anew, with
  -- other numbers, and what another process or a later revision brings must neither be passed over nor come twice.
  CREATE TABLE looked (
    ref      TEXT NOT NULL,
    revision TEXT NOT NULL,
    PRIMARY KEY (ref, revision)
  ) STRICT, WITHOUT ROWID;

  -- Claimed before it is sent, under a name that Discord knows again; sent once it has a message.
  CREATE TABLE post (
    nonce       TEXT PRIMARY KEY,
    destination TEXT NOT NULL,
    claimed_at  INTEGER NOT NULL,
    postponed   INTEGER NOT NULL,
    missed      INTEGER NOT NULL,
    message     TEXT,
    sent_at     INTEGER
  ) STRICT;
  CREATE INDEX post_sent ON post (sent_at);

  -- Waiting without a post, claimed with one.
  CREATE TABLE notice (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    follow   INTEGER NOT NULL REFERENCES follow (id) ON DELETE CASCADE,
    ref      TEXT NOT NULL,
    revision TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    due_at   INTEGER NOT NULL,
    post     TEXT REFERENCES post (nonce) ON DELETE CASCADE,
    UNIQUE (follow, ref, revision)
  ) STRICT;
  CREATE INDEX notice_post ON notice (post);
  CREATE INDEX notice_due ON notice (due_at) WHERE post IS NULL;

  -- Servers that an application was last seen in: those it left while it was offline are forgotten when it comes back.
  CREATE TABLE joined (
    application TEXT NOT NULL,
    guild       TEXT NOT NULL,
    PRIMARY KEY (application, guild)
  ) STRICT, WITHOUT ROWID;
  `,
];

/**
 * Opens the file of servers' and members' settings, which several processes may have open. It is apart from the index:
 * an index may be thrown away, this may not. Throws `StoreError`.
 */
export function openGuildsDatabase(file: string): Database.Database {
  return openDatabase(file, MIGRATIONS);
}
