-- What staff call the kiosk; empty: by its id, which its certificate carries and which never changes.
ALTER TABLE kiosk ADD COLUMN name TEXT NOT NULL DEFAULT '';

-- Who renamed or revoked which kiosk.
CREATE TABLE kiosk_change (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    kiosk  TEXT NOT NULL REFERENCES kiosk (id),
    what   TEXT NOT NULL CHECK (what IN ('renamed', 'revoked')),
    sealed BLOB NOT NULL                                -- its name until then and since, who, why, under the hub's own key
) STRICT;

CREATE TRIGGER kiosk_change_is_never_changed BEFORE UPDATE ON kiosk_change
BEGIN SELECT RAISE(ABORT, 'changes of kiosks are never changed'); END;
CREATE TRIGGER kiosk_change_is_never_removed BEFORE DELETE ON kiosk_change
BEGIN SELECT RAISE(ABORT, 'changes of kiosks are never removed'); END;
CREATE TRIGGER kiosk_change_is_never_replaced BEFORE INSERT ON kiosk_change
WHEN EXISTS (SELECT 1 FROM kiosk_change WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'changes of kiosks are never replaced'); END;

-- When an account was emptied of whoever it was.
ALTER TABLE account ADD COLUMN erased_at INTEGER;

-- What was done to an account may be that: the table anew, with what it holds. The old one goes first, so that the new one takes its
-- pages and none is left over.
CREATE TEMP TABLE account_change_kept AS SELECT seq, id, at, account, what, sealed FROM account_change;
DROP TABLE account_change;
CREATE TABLE account_change (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    what    TEXT NOT NULL CHECK (what IN ('added', 'locked', 'locked_by_tries', 'unlocked', 'reset',
                                          'password_chosen', 'second_factor_set', 'erased')),
    sealed  BLOB NOT NULL                               -- who, under the hub's own key
) STRICT;
INSERT INTO main.account_change (seq, id, at, account, what, sealed)
SELECT seq, id, at, account, what, sealed FROM account_change_kept;
DROP TABLE account_change_kept;
CREATE INDEX account_change_by_time ON account_change (at);

CREATE TRIGGER account_change_is_never_changed BEFORE UPDATE ON account_change
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never changed'); END;
CREATE TRIGGER account_change_is_never_removed BEFORE DELETE ON account_change
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never removed'); END;
CREATE TRIGGER account_change_is_never_replaced BEFORE INSERT ON account_change
WHEN EXISTS (SELECT 1 FROM account_change WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'changes of accounts are never replaced'); END;
