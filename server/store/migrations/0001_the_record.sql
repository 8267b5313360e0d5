-- The hub's record. Times are UTC microseconds since 1970. `sealed` columns are AES-256-GCM under the key of
-- the person they belong to (docs/database.md); what is not sealed says nothing of who a person is.

CREATE TABLE hub (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    wrapped_key BLOB NOT NULL,                          -- seals what belongs to no one person
    chain_start BLOB NOT NULL CHECK (length(chain_start) = 32)
) STRICT;

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    wrapped_key BLOB,                                   -- gone once erased
    sealed      BLOB,                                   -- names, CRN, birth, language, needs; may come later
    crn_hash    BLOB UNIQUE,
    erased_at   INTEGER,
    CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL)),
    CHECK (erased_at IS NULL OR (sealed IS NULL AND crn_hash IS NULL))
) STRICT, WITHOUT ROWID;

-- Under what a person can be found at the kiosk: keyed hashes only.
CREATE TABLE find_key (
    hash   BLOB NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (hash, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX find_key_of_person ON find_key (person);

CREATE TABLE referral (
    id        TEXT PRIMARY KEY,
    person    TEXT NOT NULL REFERENCES person (id),
    contract  TEXT NOT NULL,
    sealed    BLOB NOT NULL,                            -- reference
    concluded INTEGER NOT NULL CHECK (concluded IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_of_person ON referral (person);

CREATE TABLE appointment (
    id               TEXT PRIMARY KEY,
    referral         TEXT NOT NULL,
    person           TEXT NOT NULL REFERENCES person (id),
    type             TEXT NOT NULL,
    session_type     TEXT NOT NULL,
    method           TEXT NOT NULL,
    status           TEXT NOT NULL,
    start            INTEGER NOT NULL,
    duration_minutes INTEGER NOT NULL,
    at_this_hub      INTEGER NOT NULL CHECK (at_this_hub IN (0, 1)),
    action_plan      TEXT NOT NULL,
    in_custody       INTEGER NOT NULL CHECK (in_custody IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_by_start ON appointment (start);
CREATE INDEX appointment_of_person ON appointment (person, start);
CREATE INDEX appointment_of_referral ON appointment (referral);

-- The append-only record of attendance. `commitment` is SHA-256 of a salt and all that the event says; `link`
-- is SHA-256 of the link before and the commitment. The salt is sealed with the rest, so that an erased
-- person's commitments give nothing away and the chain still holds.
CREATE TABLE event (
    seq              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    kind             TEXT NOT NULL,
    appointment      TEXT NOT NULL,
    person           TEXT NOT NULL REFERENCES person (id),
    arrival          TEXT NOT NULL,
    recorded_at      INTEGER NOT NULL,
    at               INTEGER,
    attendance       TEXT,
    clock            TEXT NOT NULL CHECK (clock IN ('sure', 'doubtful')),
    queued           INTEGER NOT NULL CHECK (queued IN (0, 1)),
    recorded_offline INTEGER NOT NULL CHECK (recorded_offline IN (0, 1)),
    sealed           BLOB NOT NULL,                     -- salt, actor, reason, the device's times
    commitment       BLOB NOT NULL CHECK (length(commitment) = 32),
    link             BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE INDEX event_of_appointment ON event (appointment);
CREATE INDEX event_of_arrival ON event (arrival);
CREATE INDEX event_by_recorded_at ON event (recorded_at);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
-- INSERT OR REPLACE would remove the old row without the trigger above.
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;

-- What is owed to the case system: one row an appointment at most.
CREATE TABLE outbox (
    id             TEXT PRIMARY KEY,
    appointment    TEXT NOT NULL UNIQUE,
    referral       TEXT NOT NULL,
    person         TEXT NOT NULL REFERENCES person (id),
    type           TEXT NOT NULL,
    attendance     TEXT NOT NULL,
    start          INTEGER NOT NULL,
    arrived_at     INTEGER,
    not_held       TEXT,
    hold_until     INTEGER NOT NULL,
    deadline       INTEGER NOT NULL,
    state          TEXT NOT NULL,
    submit_decided INTEGER NOT NULL CHECK (submit_decided IN (0, 1)),
    tries          INTEGER NOT NULL,
    next_try       INTEGER NOT NULL,
    drafted_at     INTEGER,
    submitted_at   INTEGER,
    sealed         BLOB NOT NULL                        -- note, decided by, why it waits, what was drafted
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_owed ON outbox (deadline, start) WHERE state NOT IN ('submitted', 'withdrawn');
CREATE INDEX outbox_by_start ON outbox (start);

CREATE TABLE kiosk (
    id          TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    added_at    INTEGER NOT NULL,
    revoked_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE kiosk_health (
    kiosk            TEXT PRIMARY KEY,
    seen_at          INTEGER NOT NULL,
    skew_ms          INTEGER NOT NULL,
    version          TEXT NOT NULL,
    journal_waiting  INTEGER NOT NULL,
    arrivals_waiting INTEGER NOT NULL,
    arrivals_refused INTEGER NOT NULL,
    refused_at       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE call (
    id          TEXT PRIMARY KEY,
    kiosk       TEXT NOT NULL,
    language    TEXT NOT NULL,
    cause       TEXT NOT NULL,
    at          INTEGER NOT NULL,                       -- when it was asked for
    heard_at    INTEGER NOT NULL,                       -- when the server learned of it
    clock       TEXT NOT NULL CHECK (clock IN ('sure', 'doubtful')),
    answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX call_open ON call (at) WHERE answered_at IS NULL;

CREATE TABLE sync_state (
    one                     INTEGER PRIMARY KEY CHECK (one = 1),
    succeeded_at            INTEGER,
    tried_at                INTEGER,
    problem                 TEXT NOT NULL,
    ahead_of_case_system_ms INTEGER,
    case_system_seen_at     INTEGER,
    CHECK ((ahead_of_case_system_ms IS NULL) = (case_system_seen_at IS NULL))
) STRICT;

-- What the last check of the whole record in the background found.
CREATE TABLE record_check (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    at      INTEGER NOT NULL,
    problem TEXT NOT NULL
) STRICT;

-- Who looked at whose record, when and at what. `sealed` is under the hub's own key, so that it can still be
-- answered for after the person's erasure.
CREATE TABLE look (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    sealed BLOB NOT NULL                                -- who, what
) STRICT;
CREATE INDEX look_by_time ON look (at);

CREATE TRIGGER look_is_never_changed BEFORE UPDATE ON look
BEGIN SELECT RAISE(ABORT, 'looks are never changed'); END;
CREATE TRIGGER look_is_never_removed BEFORE DELETE ON look
BEGIN SELECT RAISE(ABORT, 'looks are never removed'); END;
CREATE TRIGGER look_is_never_replaced BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'looks are never replaced'); END;

-- What somebody has said of a kiosk's journal: that it is lost, or that what was refused has been seen to.
CREATE TABLE journal_settled (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    kiosk  TEXT NOT NULL REFERENCES kiosk (id),
    word   TEXT NOT NULL CHECK (word IN ('lost', 'refused_seen')),
    sealed BLOB NOT NULL                                -- who, why
) STRICT;

CREATE TRIGGER journal_settled_is_never_changed BEFORE UPDATE ON journal_settled
BEGIN SELECT RAISE(ABORT, 'what was settled is never changed'); END;
CREATE TRIGGER journal_settled_is_never_removed BEFORE DELETE ON journal_settled
BEGIN SELECT RAISE(ABORT, 'what was settled is never removed'); END;
CREATE TRIGGER journal_settled_is_never_replaced BEFORE INSERT ON journal_settled
WHEN EXISTS (SELECT 1 FROM journal_settled WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was settled is never replaced'); END;

-- Who was erased, when, by whom and why. Nothing in it says who they were.
CREATE TABLE erasure (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    sealed BLOB NOT NULL                                -- who, why
) STRICT;
CREATE INDEX erasure_by_time ON erasure (at);

CREATE TRIGGER erasure_is_never_changed BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasures are never changed'); END;
CREATE TRIGGER erasure_is_never_removed BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasures are never removed'); END;
CREATE TRIGGER erasure_is_never_replaced BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'erasures are never replaced'); END;

-- When the hub last put away what it need not keep.
CREATE TABLE housekeeping (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    done_at INTEGER NOT NULL,
    erased  INTEGER NOT NULL,
    kept    INTEGER NOT NULL
) STRICT;

-- The first answer to each request, for its repeats.
CREATE TABLE answer (
    key    TEXT PRIMARY KEY,
    status INTEGER NOT NULL,
    sealed BLOB NOT NULL,                               -- body and hash of the request, under the hub's own key
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
