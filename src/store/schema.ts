// The tables of the store and how an older file becomes a newer one.

/** Step n brings a file from version n to n + 1; a released step is never changed. */
export const MIGRATIONS = [
  `
  CREATE TABLE release (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    ref          TEXT NOT NULL,
    revision     TEXT NOT NULL,
    title        TEXT NOT NULL,
    published_at TEXT,
    source       TEXT NOT NULL,
    language     TEXT NOT NULL,
    url          TEXT,
    text         TEXT NOT NULL,
    outline      TEXT NOT NULL,
    rules        INTEGER NOT NULL,
    read_at      TEXT NOT NULL,
    current      INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX release_current ON release (ref) WHERE current = 1;
  CREATE INDEX release_revision ON release (ref, revision);

  -- Passages of current revisions alone; AUTOINCREMENT so that an id in a cached index never means another passage.
  CREATE TABLE passage (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    release       INTEGER NOT NULL REFERENCES release (number) ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    role          TEXT NOT NULL,
    heading_start INTEGER,
    heading_end   INTEGER,
    text_hash     BLOB NOT NULL
  ) STRICT;
  CREATE INDEX passage_release ON passage (release, ordinal);
  CREATE INDEX passage_text ON passage (text_hash);

  CREATE TABLE model (
    id          INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE
  ) STRICT;
  -- Keyed by what the model read, so that a revision embeds its new passages alone.
  CREATE TABLE vector (
    model     INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
    text_hash BLOB NOT NULL,
    data      BLOB NOT NULL,
    PRIMARY KEY (model, text_hash)
  ) STRICT;
  CREATE INDEX vector_text ON vector (text_hash);

  CREATE TABLE generation (only INTEGER PRIMARY KEY CHECK (only = 1), value INTEGER NOT NULL) STRICT;
  INSERT INTO generation VALUES (1, 0);
  `,
  `
  -- Numbers that a revision had before its header or the rules changed: whoever holds one still finds it.
  CREATE TABLE former_number (
    number  INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (number) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX former_number_release ON former_number (release);
  `,
];
