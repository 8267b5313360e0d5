#pragma once

namespace sql {

/// Tables for histories, London's summer time and the business days of England and Wales, made of literals.
/// Every time is in seconds of UTC, every day a text such as 2026-10-14.
inline constexpr char kSchema[] = R"sql(
CREATE TABLE referral (
    id TEXT PRIMARY KEY, received INTEGER, concluded INTEGER, end_requested INTEGER, end_code TEXT, expiry TEXT,
    plans_known INTEGER, meetings_known INTEGER, report_at INTEGER, report_score REAL, completed INTEGER,
    survey_known INTEGER, survey_offered INTEGER, survey_answered INTEGER, survey_declined INTEGER,
    survey_expired INTEGER, rating_known INTEGER, rating_answered INTEGER, rating_declined INTEGER,
    evidence_known INTEGER);
CREATE TABLE plan (referral TEXT, approved INTEGER, submitted INTEGER);
CREATE TABLE meeting (
    referral TEXT, id TEXT, type TEXT, start INTEGER, stands INTEGER, attendance TEXT, held INTEGER, stored INTEGER, drafted INTEGER,
    submitted INTEGER, submitted_at INTEGER, told INTEGER);
CREATE INDEX meeting_of ON meeting (referral);
CREATE TABLE evidence (referral TEXT, id TEXT, received INTEGER, sent INTEGER);
CREATE TABLE mitigation (referral TEXT, figure TEXT);

-- The last Sundays of March and October, 01:00 UTC.
CREATE TABLE summer (starts INTEGER, ends INTEGER);
INSERT INTO summer
WITH RECURSIVE year (y) AS (VALUES (2025) UNION ALL SELECT y + 1 FROM year WHERE y < 2028)
SELECT strftime('%s', date(y || '-03-25', 'weekday 0'), '+1 hour') + 0,
       strftime('%s', date(y || '-10-25', 'weekday 0'), '+1 hour') + 0 FROM year;

-- n: how many business days there were until the end of this day.
CREATE TABLE day (date TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
INSERT INTO day
WITH RECURSIVE every (date) AS (
    VALUES ('2026-01-01') UNION ALL SELECT date(date, '+1 day') FROM every WHERE date < '2027-12-31')
SELECT date, sum(strftime('%w', date) NOT IN ('0', '6') AND date NOT IN (
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28',
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'))
    OVER (ORDER BY date) FROM every;
CREATE INDEX day_by_n ON day (n, date);
)sql";

/// What the queries share. LONDON(x) and DUE(day, n) stand for expressions that are put in before they are
/// run: the London day of a time, and the nth business day after a day.
inline constexpr char kViews[] = R"sql(
CREATE TEMP VIEW way AS
SELECT r.*, LONDON(received) AS received_day,
    COALESCE(LONDON(concluded), CASE WHEN expiry <= (SELECT today FROM asked) THEN expiry END) AS ended_day,
    (SELECT min(LONDON(start)) FROM meeting WHERE referral = r.id AND type = 'assessment' AND stands
        AND attendance IN ('YES', 'LATE')) AS assessed_day,
    (SELECT min(LONDON(start)) FROM meeting WHERE referral = r.id AND type = 'delivery' AND stands
        AND attendance IN ('YES', 'LATE')) AS commenced_day,
    (SELECT min(LONDON(start)) FROM meeting WHERE referral = r.id AND type = 'delivery' AND stands AND held
        AND attendance IN ('YES', 'LATE')) AS held_day,
    (SELECT min(LONDON(submitted)) FROM plan WHERE referral = r.id) AS plan_day,
    EXISTS (SELECT 1 FROM plan WHERE referral = r.id AND submitted IS NULL) AS plan_undated,
    EXISTS (SELECT 1 FROM plan WHERE referral = r.id AND approved) AS approved
FROM referral r;

CREATE TEMP VIEW ending AS
SELECT *, CASE
    WHEN end_code IN ('DIS', 'NOT', 'END', 'SEE') THEN 'negative'
    WHEN end_code IN ('MIS', 'MOV', 'DIE', 'USE', 'ACQ', 'REC', 'RET', 'REV', 'SER', 'DUP', 'PPJ', 'INE', 'NEE', 'WOR', 'ANO')
        THEN 'neutral'
    WHEN end_code = '' AND expiry <= ended_day THEN 'negative'
    ELSE 'undetermined' END AS outcome,
    concluded IS NOT NULL AND (end_requested OR end_code <> '') AND report_at IS NULL
        AND received_day = ended_day AS cancelled_same_day
FROM way WHERE ended_day IS NOT NULL;

-- Appointments that were neither moved nor cancelled.
CREATE TEMP VIEW record AS
SELECT *, LONDON(start) AS on_day, min(COALESCE(stored, submitted_at), COALESCE(submitted_at, stored)) AS first_stored,
    min(COALESCE(drafted, submitted_at), COALESCE(submitted_at, drafted)) AS first_drafted
FROM meeting WHERE stands;
)sql";

}  // namespace sql
