-- What managers have changed of the hub's rules: closing days, bank holidays, opening hours, grace, languages of new
-- kiosks. The rules in force follow from the settings file and all of these, in their order (docs/settings.md).
CREATE TABLE rule_change (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('day', 'hours', 'grace', 'languages')),
    value  BLOB NOT NULL,                               -- nothing of anybody
    sealed BLOB NOT NULL                                -- who and why, under the hub's own key
) STRICT;

CREATE TRIGGER rule_change_is_never_changed BEFORE UPDATE ON rule_change
BEGIN SELECT RAISE(ABORT, 'changes of rules are never changed'); END;
CREATE TRIGGER rule_change_is_never_removed BEFORE DELETE ON rule_change
BEGIN SELECT RAISE(ABORT, 'changes of rules are never removed'); END;
CREATE TRIGGER rule_change_is_never_replaced BEFORE INSERT ON rule_change
WHEN EXISTS (SELECT 1 FROM rule_change WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'changes of rules are never replaced'); END;

-- A PIN may be chosen by itself: the table anew, with what it holds. The old one goes first, so that the new one takes its
-- pages and none is left over.
CREATE TEMP TABLE account_change_kept AS SELECT seq, id, at, account, what, sealed FROM account_change;
DROP TABLE account_change;
CREATE TABLE account_change (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    what    TEXT NOT NULL CHECK (what IN ('added', 'locked', 'locked_by_tries', 'unlocked', 'reset',
                                          'password_chosen', 'pin_chosen', 'second_factor_set', 'erased')),
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

-- Tries to sign in that counted against no account: of a name that there is not, or while an account takes none. They are kept
-- so that such a try costs the same commit as one with a wrong password, and its time tells no name.
CREATE TABLE refused_sign_ins (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    tries     INTEGER NOT NULL,
    newest_at INTEGER NOT NULL
) STRICT;
