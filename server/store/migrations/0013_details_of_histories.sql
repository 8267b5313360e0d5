-- Histories of before hold no details of the case system and no complexity. A history whose end is another
-- than the case system lists is read again: so each is, once.
UPDATE history SET concluded_at = NULL;

-- Since when the case system's whole list has lacked it; NULL: it is listed, or the list was not read since.
ALTER TABLE history ADD COLUMN unlisted_at INTEGER;
CREATE INDEX history_unlisted ON history (unlisted_at) WHERE unlisted_at IS NOT NULL;

-- How many referrals could not be read when the month was frozen; NULL: it was frozen before this was kept.
ALTER TABLE frozen_month ADD COLUMN not_read INTEGER;
