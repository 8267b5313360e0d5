-- The way to the case system: what was sent and answered, deadlines that were missed, whether it is asked at all.

-- Every call about an update, in the commit of what followed from it.
CREATE TABLE exchange (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    at          INTEGER NOT NULL,
    appointment TEXT NOT NULL,
    update_id   TEXT NOT NULL,
    person      TEXT NOT NULL REFERENCES person (id),
    sealed      BLOB NOT NULL                           -- which call, its address, what was sent and answered; the person's key
) STRICT;
CREATE INDEX exchange_of_appointment ON exchange (appointment);
CREATE INDEX exchange_of_person ON exchange (person);

CREATE TRIGGER exchange_is_never_changed BEFORE UPDATE ON exchange
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER exchange_goes_only_with_the_person BEFORE DELETE ON exchange
WHEN (SELECT wrapped_key FROM person WHERE id = OLD.person) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was sent is never removed'); END;
CREATE TRIGGER exchange_is_never_replaced BEFORE INSERT ON exchange
WHEN EXISTS (SELECT 1 FROM exchange WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was sent is never replaced'); END;

-- A deadline that was missed, once an appointment and kind; it says nothing of who the person is.
CREATE TABLE deadline_breach (
    appointment TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('record', 'absence')),
    deadline    INTEGER NOT NULL,
    noticed_at  INTEGER NOT NULL,
    cause       TEXT NOT NULL CHECK (cause IN ('hub', 'case_system', 'waiting_for_person')),
    PRIMARY KEY (appointment, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_breach_by_deadline ON deadline_breach (deadline);

CREATE TRIGGER deadline_breach_is_never_changed BEFORE UPDATE ON deadline_breach
BEGIN SELECT RAISE(ABORT, 'a missed deadline is never changed'); END;
CREATE TRIGGER deadline_breach_is_never_removed BEFORE DELETE ON deadline_breach
BEGIN SELECT RAISE(ABORT, 'a missed deadline is never removed'); END;
CREATE TRIGGER deadline_breach_is_never_replaced BEFORE INSERT ON deadline_breach
WHEN EXISTS (SELECT 1 FROM deadline_breach WHERE appointment = NEW.appointment AND kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a missed deadline is never replaced'); END;

-- How the newest calls about updates went, and until when none is made.
CREATE TABLE case_link (
    one              INTEGER PRIMARY KEY CHECK (one = 1),
    unanswered       INTEGER NOT NULL,
    unanswered_since INTEGER,
    ask_again_at     INTEGER,
    sign_in          TEXT NOT NULL,                     -- why the sign-in is refused; nothing personal
    trouble          TEXT NOT NULL                      -- of the folders of files; nothing personal
) STRICT;

-- Records that go to a provider's case system as files, a batch a file.
CREATE TABLE drop_batch (
    id             TEXT PRIMARY KEY,
    made_at        INTEGER NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('made', 'prepared', 'leaving', 'handed_over', 'answered', 'abandoned')),
    rows           INTEGER NOT NULL,
    handed_over_at INTEGER,
    answered_at    INTEGER,
    overdue_told   INTEGER NOT NULL CHECK (overdue_told IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX drop_batch_by_time ON drop_batch (made_at);

CREATE TABLE drop_row (
    batch       TEXT NOT NULL REFERENCES drop_batch (id),
    number      INTEGER NOT NULL,
    appointment TEXT NOT NULL,
    person      TEXT NOT NULL REFERENCES person (id),
    sealed      BLOB NOT NULL,                          -- what the row says; the person's key
    taken       INTEGER CHECK (taken IN (0, 1)),        -- what was answered
    PRIMARY KEY (batch, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX drop_row_of_person ON drop_row (person);
CREATE INDEX drop_row_of_appointment ON drop_row (appointment);

CREATE TRIGGER drop_row_says_what_it_said BEFORE UPDATE ON drop_row
WHEN OLD.taken IS NOT NULL OR NEW.batch <> OLD.batch OR NEW.number <> OLD.number OR NEW.appointment <> OLD.appointment
  OR NEW.person <> OLD.person OR NEW.sealed <> OLD.sealed
BEGIN SELECT RAISE(ABORT, 'what is in a file is never changed'); END;
CREATE TRIGGER drop_row_goes_only_with_the_person BEFORE DELETE ON drop_row
WHEN (SELECT wrapped_key FROM person WHERE id = OLD.person) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what is in a file is never removed'); END;

-- The provider's user in whose name the case system is called.
CREATE TABLE linked_user (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    linked_at INTEGER NOT NULL,
    sealed    BLOB NOT NULL                             -- their name, who linked them, their refresh token; the hub's own key
) STRICT;
