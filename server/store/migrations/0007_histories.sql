-- What the figures of the contract are reckoned from, and what they were when a month was frozen (docs/figures.md).

-- A referral as the case system tells it, with its whole appointment history, apart from the hub's daily list.
-- It outlives the entry of its person, whose own key is gone by then: so it is under the hub's own key.
CREATE TABLE history (
    referral     TEXT PRIMARY KEY,
    crn_hash     BLOB,                                  -- keyed hash, by which it is erased with its person
    concluded_at INTEGER,                               -- as last listed
    ended_at     INTEGER,                               -- concluded, else the sentence's expiry, which may be to come
    sealed       BLOB NOT NULL                          -- all that figures need
) STRICT, WITHOUT ROWID;
CREATE INDEX history_of_crn ON history (crn_hash) WHERE crn_hash IS NOT NULL;
CREATE INDEX history_by_end ON history (ended_at) WHERE ended_at IS NOT NULL;

-- Erased with its person: it is not read again.
CREATE TABLE history_erased (
    referral TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- When every history was last read.
CREATE TABLE history_reading (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    complete_at INTEGER NOT NULL,
    not_read    INTEGER NOT NULL
) STRICT;

-- A month that stands still, and its figures. Nothing in them leads to a person. Rows are only added.
CREATE TABLE frozen_month (
    month TEXT PRIMARY KEY,                             -- of London, such as 2026-10
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_figure (
    month     TEXT NOT NULL REFERENCES frozen_month (month),
    figure    TEXT NOT NULL,                            -- its code, such as KP1
    met       INTEGER NOT NULL,
    missed    INTEGER NOT NULL,
    excused   INTEGER NOT NULL,
    not_known INTEGER NOT NULL,
    expected  INTEGER,
    PRIMARY KEY (month, figure)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER frozen_month_is_never_changed BEFORE UPDATE ON frozen_month
BEGIN SELECT RAISE(ABORT, 'a frozen month is never changed'); END;
CREATE TRIGGER frozen_month_is_never_removed BEFORE DELETE ON frozen_month
BEGIN SELECT RAISE(ABORT, 'a frozen month is never removed'); END;
CREATE TRIGGER frozen_month_is_never_replaced BEFORE INSERT ON frozen_month
WHEN EXISTS (SELECT 1 FROM frozen_month WHERE month = NEW.month)
BEGIN SELECT RAISE(ABORT, 'a frozen month is never replaced'); END;
CREATE TRIGGER frozen_figure_is_never_changed BEFORE UPDATE ON frozen_figure
BEGIN SELECT RAISE(ABORT, 'a frozen figure is never changed'); END;
CREATE TRIGGER frozen_figure_is_never_removed BEFORE DELETE ON frozen_figure
BEGIN SELECT RAISE(ABORT, 'a frozen figure is never removed'); END;
CREATE TRIGGER frozen_figure_is_never_replaced BEFORE INSERT ON frozen_figure
WHEN EXISTS (SELECT 1 FROM frozen_figure WHERE month = NEW.month AND figure = NEW.figure)
BEGIN SELECT RAISE(ABORT, 'a frozen figure is never replaced'); END;

-- How each referral stood to the figures of a frozen month, so that a difference can be told. It goes with the
-- referral's history; what is left is never changed.
CREATE TABLE frozen_item (
    month    TEXT NOT NULL REFERENCES frozen_month (month),
    referral TEXT NOT NULL,
    sealed   BLOB NOT NULL,                             -- which figures, and how it stood to each; the hub's own key
    PRIMARY KEY (month, referral)
) STRICT, WITHOUT ROWID;
CREATE INDEX frozen_item_of_referral ON frozen_item (referral);

CREATE TRIGGER frozen_item_is_never_changed BEFORE UPDATE ON frozen_item
BEGIN SELECT RAISE(ABORT, 'what a frozen month was made of is never changed'); END;
