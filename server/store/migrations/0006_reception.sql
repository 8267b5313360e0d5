-- The people who work at the hub and sign in at reception. `sealed` is under the hub's own key.

CREATE TABLE account (
    id            TEXT PRIMARY KEY,
    name_hash     BLOB NOT NULL UNIQUE,                 -- keyed hash of the name, by which it is found
    role          TEXT NOT NULL CHECK (role IN ('reception', 'caseworker', 'manager', 'analyst')),
    added_at      INTEGER NOT NULL,
    wrong_tries   INTEGER NOT NULL,
    wrong_at      INTEGER,
    locked_at     INTEGER,
    sessions_since INTEGER NOT NULL,                    -- counts the times that every session was ended
    sealed        BLOB NOT NULL                         -- name, vetting, password, codes and second factor
) STRICT, WITHOUT ROWID;

-- Who did what to which account.
CREATE TABLE account_change (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    what    TEXT NOT NULL CHECK (what IN ('added', 'locked', 'locked_by_tries', 'unlocked', 'reset',
                                          'password_chosen', 'second_factor_set')),
    sealed  BLOB NOT NULL                               -- who, under the hub's own key
) STRICT;
CREATE INDEX account_change_by_time ON account_change (at);

CREATE TRIGGER account_change_is_never_changed BEFORE UPDATE ON account_change
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never changed'); END;
CREATE TRIGGER account_change_is_never_removed BEFORE DELETE ON account_change
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never removed'); END;
CREATE TRIGGER account_change_is_never_replaced BEFORE INSERT ON account_change
WHEN EXISTS (SELECT 1 FROM account_change WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never replaced'); END;
