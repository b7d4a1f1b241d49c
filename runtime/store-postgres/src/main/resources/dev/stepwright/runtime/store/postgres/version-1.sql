-- The tables of Stepwright's PostgreSQL store, version 1. The store runs this by itself where it may; a DBA runs it so, as the role of the service
-- or granting that role SELECT, INSERT, UPDATE and DELETE on all tables and USAGE on the schema:
--   psql -v ON_ERROR_STOP=1 -1 -c 'CREATE SCHEMA stepwright' -c 'SET search_path TO stepwright' -f version-1.sql
-- Once released, a file is never changed: the next version has one of its own.

CREATE TABLE version (
  number integer PRIMARY KEY,
  applied timestamptz NOT NULL DEFAULT now());

-- One row: who may write. Each session of the owner has an epoch of its own; a transaction with an earlier one is refused.
CREATE TABLE owner (
  id integer PRIMARY KEY CHECK (id = 1),
  epoch bigint NOT NULL,
  holder uuid,                    -- null: nobody
  place text NOT NULL,            -- for people: process and machine
  pid integer,                    -- the session that writes, as in pg_stat_activity
  backend_start timestamptz,
  renewed timestamptz NOT NULL,   -- by the clock of the database
  lease interval NOT NULL,        -- after so long without a renewal another may take over
  grace interval NOT NULL);       -- the same, if the session is gone
INSERT INTO owner VALUES (1, 0, NULL, '', NULL, NULL, clock_timestamp(), '0', '0');

CREATE TABLE definition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash bytea NOT NULL UNIQUE,     -- SHA-256
  text bytea NOT NULL);           -- UTF-8

CREATE TABLE machine (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  arn text COLLATE "C" NOT NULL UNIQUE);

CREATE TABLE execution (
  id bigint PRIMARY KEY,
  arn text COLLATE "C" NOT NULL UNIQUE,
  machine bigint NOT NULL,
  status smallint NOT NULL,       -- 0 while it runs, 9 while it is removed
  moment bigint NOT NULL,         -- milliseconds since 1970: when it started, was redriven, or ended
  definition bigint NOT NULL,
  sequence bigint NOT NULL,       -- of its last batch, once it has ended
  identity bytea NOT NULL,
  ending bytea,
  input bytea NOT NULL);
CREATE INDEX execution_in_list ON execution (machine, status, moment, id);
CREATE INDEX execution_by_end ON execution (moment) WHERE status <> 0;

-- A row for each execution that has not ended: its latest batch. Updated in place, so there is room on each page.
CREATE TABLE running (
  execution bigint PRIMARY KEY,
  sequence bigint NOT NULL,
  seal integer NOT NULL) WITH (fillfactor = 50);

CREATE TABLE redrive (
  execution bigint PRIMARY KEY,
  record bytea NOT NULL);

CREATE TABLE batch (
  execution bigint NOT NULL,
  sequence bigint NOT NULL,
  last_event bigint NOT NULL,
  record bytea NOT NULL,
  PRIMARY KEY (execution, sequence));

CREATE TABLE snapshot (
  execution bigint PRIMARY KEY,
  sequence bigint NOT NULL,
  record bytea NOT NULL);

CREATE TABLE document (
  collection text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  record bytea NOT NULL,
  PRIMARY KEY (collection, key));

INSERT INTO version (number) VALUES (1);
