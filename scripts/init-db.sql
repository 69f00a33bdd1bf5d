-- The pairing tables, as `npm run db:init` and the server make them: for looking at, and for
-- `sqlite3 ./data/chat.db < scripts/init-db.sql`. The server adds its own tables to a database made this way.

-- Join codes on offer; exp is ISO 8601 UTC, client2 is empty until the code is accepted.
CREATE TABLE IF NOT EXISTS pendings (
  joinid TEXT NOT NULL PRIMARY KEY,
  client1 TEXT NOT NULL,
  exp DATETIME NOT NULL,
  client2 TEXT
);
CREATE INDEX IF NOT EXISTS pendings_by_client1 ON pendings (client1);
CREATE INDEX IF NOT EXISTS pendings_by_exp ON pendings (exp);

-- Pairs that came of them.
CREATE TABLE IF NOT EXISTS rooms (
  roomid TEXT NOT NULL PRIMARY KEY,
  client1 TEXT NOT NULL,
  client2 TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS rooms_by_client1 ON rooms (client1);
CREATE INDEX IF NOT EXISTS rooms_by_client2 ON rooms (client2);
