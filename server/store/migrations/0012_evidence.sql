-- Requests for evidence and what became of them (docs/evidence.md). Both only grow: a mistake is withdrawn, and entered anew.

CREATE TABLE evidence_request (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    noted_at    INTEGER NOT NULL,                       -- when it was entered here
    referral    TEXT NOT NULL CHECK (referral <> ''),
    appointment TEXT NOT NULL,                          -- empty: about the whole referral
    person      TEXT NOT NULL,                          -- whose it is; empty where the hub no longer knew when it was entered
    received_at INTEGER NOT NULL,
    who         BLOB NOT NULL,                          -- who entered it, under the hub's own key
    sealed      BLOB NOT NULL                           -- who asked, for what, under the person's key: it goes with them
) STRICT;

CREATE TABLE evidence_answer (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    noted_at INTEGER NOT NULL,
    request  TEXT NOT NULL REFERENCES evidence_request (id),
    what     TEXT NOT NULL CHECK (what IN ('sent', 'withdrawn')),
    at       INTEGER NOT NULL,                          -- when it was sent, or withdrawn
    who      BLOB NOT NULL,                             -- who says so, under the hub's own key
    sealed   BLOB NOT NULL                              -- to whom or why, under the person's key
) STRICT;
CREATE UNIQUE INDEX evidence_answer_once ON evidence_answer (request, what);

CREATE TRIGGER evidence_request_is_never_changed BEFORE UPDATE ON evidence_request
BEGIN SELECT RAISE(ABORT, 'requests for evidence are never changed'); END;
CREATE TRIGGER evidence_request_is_never_removed BEFORE DELETE ON evidence_request
BEGIN SELECT RAISE(ABORT, 'requests for evidence are never removed'); END;
CREATE TRIGGER evidence_request_is_never_replaced BEFORE INSERT ON evidence_request
WHEN EXISTS (SELECT 1 FROM evidence_request WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'requests for evidence are never replaced'); END;

CREATE TRIGGER evidence_answer_is_never_changed BEFORE UPDATE ON evidence_answer
BEGIN SELECT RAISE(ABORT, 'answers to requests are never changed'); END;
CREATE TRIGGER evidence_answer_is_never_removed BEFORE DELETE ON evidence_answer
BEGIN SELECT RAISE(ABORT, 'answers to requests are never removed'); END;
CREATE TRIGGER evidence_answer_is_never_replaced BEFORE INSERT ON evidence_answer
WHEN EXISTS (SELECT 1 FROM evidence_answer WHERE seq = NEW.seq OR id = NEW.id OR (request = NEW.request AND what = NEW.what))
BEGIN SELECT RAISE(ABORT, 'answers to requests are never replaced'); END;

-- Who packed evidence of what for whom (docs/evidence.md); only grows.
CREATE TABLE evidence_pack (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    at          INTEGER NOT NULL,
    referral    TEXT NOT NULL CHECK (referral <> ''),
    appointment TEXT NOT NULL,                          -- empty: the whole referral
    request     TEXT NOT NULL,                          -- the evidence_request it answers; empty: none
    sealed      BLOB NOT NULL                           -- who packed it, for whom, under the hub's own key
) STRICT;

CREATE TRIGGER evidence_pack_is_never_changed BEFORE UPDATE ON evidence_pack
BEGIN SELECT RAISE(ABORT, 'the log of packs is never changed'); END;
CREATE TRIGGER evidence_pack_is_never_removed BEFORE DELETE ON evidence_pack
BEGIN SELECT RAISE(ABORT, 'the log of packs is never shortened'); END;
CREATE TRIGGER evidence_pack_is_never_replaced BEFORE INSERT ON evidence_pack
WHEN EXISTS (SELECT 1 FROM evidence_pack WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log of packs is never rewritten'); END;

-- Case-level extracts: who asked for which, for whom, and what became of it (docs/extracts.md). Both only grow.
CREATE TABLE extract_request (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    at        INTEGER NOT NULL,
    first_day TEXT NOT NULL,                            -- of London, such as 2026-10-01
    last_day  TEXT NOT NULL,
    names     INTEGER NOT NULL CHECK (names IN (0, 1)), -- with what says who people are
    place     TEXT NOT NULL CHECK (place IN ('reception', 'command line')), -- where it was asked for
    sealed    BLOB NOT NULL                             -- who asked, for whom, why, under the hub's own key
) STRICT;

CREATE TABLE extract_step (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    request TEXT NOT NULL REFERENCES extract_request (id),
    what    TEXT NOT NULL CHECK (what IN ('approved', 'refused', 'taken')),
    cases   INTEGER NOT NULL,                           -- how many were taken; 0 of the other steps
    sealed  BLOB NOT NULL                               -- who, under the hub's own key
) STRICT;

CREATE TRIGGER extract_request_is_never_changed BEFORE UPDATE ON extract_request
BEGIN SELECT RAISE(ABORT, 'requests for extracts are never changed'); END;
CREATE TRIGGER extract_request_is_never_removed BEFORE DELETE ON extract_request
BEGIN SELECT RAISE(ABORT, 'requests for extracts are never removed'); END;
CREATE TRIGGER extract_request_is_never_replaced BEFORE INSERT ON extract_request
WHEN EXISTS (SELECT 1 FROM extract_request WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'requests for extracts are never replaced'); END;

CREATE TRIGGER extract_step_is_never_changed BEFORE UPDATE ON extract_step
BEGIN SELECT RAISE(ABORT, 'steps of extracts are never changed'); END;
CREATE TRIGGER extract_step_is_never_removed BEFORE DELETE ON extract_step
BEGIN SELECT RAISE(ABORT, 'steps of extracts are never removed'); END;
CREATE TRIGGER extract_step_is_never_replaced BEFORE INSERT ON extract_step
WHEN EXISTS (SELECT 1 FROM extract_step WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'steps of extracts are never replaced'); END;
