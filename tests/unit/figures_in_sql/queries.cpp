// Written from the definitions of docs/figures.md and the technical note of CRS SL002 alone.

#include "tests/unit/figures_in_sql/queries.h"

namespace sql {

const char* query_of(server::figures::FigureId id) {
    using server::figures::FigureId;
    switch (id) {
        case FigureId::Sl002:
            return R"sql(SELECT id, '', CASE
    WHEN cancelled_same_day THEN 'uncounted'
    WHEN NOT meetings_known THEN 'unknown'
    WHEN commenced_day <= ended_day THEN 'met'
    WHEN plans_known AND NOT approved THEN 'out'
    WHEN outcome <> 'negative' THEN 'out'
    WHEN NOT plans_known THEN 'unknown'
    ELSE 'missed' END
FROM ending WHERE substr(ended_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::Sl002Strict:
            return R"sql(SELECT id, '', CASE
    WHEN cancelled_same_day THEN 'uncounted'
    WHEN NOT meetings_known THEN 'unknown'
    WHEN commenced_day < ended_day THEN 'met'
    WHEN plans_known AND NOT approved THEN 'out'
    WHEN outcome <> 'negative' THEN 'out'
    WHEN NOT plans_known THEN 'unknown'
    ELSE 'missed' END
FROM ending WHERE substr(ended_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::Sl002Held:
            return R"sql(SELECT id, '', CASE
    WHEN cancelled_same_day THEN 'uncounted'
    WHEN NOT meetings_known THEN 'unknown'
    WHEN held_day <= ended_day THEN 'met'
    WHEN plans_known AND NOT approved THEN 'out'
    WHEN outcome <> 'negative' THEN 'out'
    WHEN NOT plans_known THEN 'unknown'
    ELSE 'missed' END
FROM ending WHERE substr(ended_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::Kp1:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT referral, id, CASE
    WHEN LONDON(first_stored) <= due THEN 'met'
    WHEN first_stored IS NULL THEN 'unknown'
    WHEN LONDON(first_stored) > due THEN 'missed'
    WHEN (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(on_day, 1) AS due FROM record WHERE substr(on_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) AND attendance IN ('YES', 'LATE')))sql";
        case FigureId::Kp2:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN NOT plans_known THEN 'unknown'
    WHEN plan_day <= due THEN 'met'
    WHEN plan_undated THEN 'unknown'
    WHEN plan_day > due THEN 'missed'
    WHEN ended_day <= due OR (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(assessed_day, 1) AS due FROM way WHERE substr(assessed_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Kp3:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT referral, id, CASE
    WHEN LONDON(CASE WHEN submitted THEN submitted_at END) <= due THEN 'met'
    WHEN submitted AND submitted_at IS NULL THEN 'unknown'
    WHEN LONDON(CASE WHEN submitted THEN submitted_at END) > due THEN 'missed'
    WHEN (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(on_day, 1) AS due FROM record WHERE substr(on_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) AND 1))sql";
        case FigureId::Kp3Drafted:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT referral, id, CASE
    WHEN LONDON(first_drafted) <= due THEN 'met'
    WHEN first_drafted IS NULL AND (submitted OR attendance IS NOT NULL) THEN 'unknown'
    WHEN LONDON(first_drafted) > due THEN 'missed'
    WHEN (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(on_day, 1) AS due FROM record WHERE substr(on_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) AND 1))sql";
        case FigureId::Kp4:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT evidence_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT referral, id, CASE
    WHEN LONDON(sent) <= due THEN 'met'
    WHEN sent IS NULL AND (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(LONDON(received), 1) AS due FROM evidence WHERE substr(LONDON(received), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Kp5Offered:
            return R"sql(SELECT id, '', 'unknown' FROM referral WHERE completed IS NULL AND NOT end_requested AND substr(LONDON(report_at), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN NOT survey_known THEN 'unknown'
    WHEN survey_offered IS NOT NULL OR survey_answered IS NOT NULL OR survey_declined THEN 'met'
    ELSE 'missed' END
FROM referral WHERE substr(LONDON(completed), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::Kp5Answered:
            return R"sql(SELECT id, '', 'unknown' FROM referral WHERE completed IS NULL AND NOT end_requested AND substr(LONDON(report_at), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN NOT survey_known THEN 'unknown'
    WHEN LONDON(survey_answered) <= due THEN 'met'
    WHEN survey_answered IS NULL AND NOT survey_declined AND NOT survey_expired AND (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(LONDON(completed), 1) AS due FROM referral WHERE substr(LONDON(completed), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Kp6:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN commenced_day IS NOT NULL THEN CASE WHEN commenced_day <= due THEN 'met' ELSE 'missed' END
    WHEN ended_day <= due THEN CASE
        WHEN plans_known AND NOT approved THEN 'out'
        WHEN (SELECT outcome FROM ending WHERE ending.id = w.id) <> 'negative' THEN 'out'
        WHEN plans_known THEN 'missed'
        ELSE 'unknown' END
    WHEN (SELECT today FROM asked) <= due THEN 'out'
    WHEN NOT plans_known THEN 'unknown'
    WHEN NOT approved THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(assessed_day, 10) AS due FROM way WHERE substr(assessed_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)) w)sql";
        case FigureId::Ds1:
            return R"sql(SELECT id, '', 'met' FROM way WHERE substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::Ds2:
            return R"sql(SELECT id, '', CASE
    WHEN NOT meetings_known THEN 'unknown'
    WHEN assessed_day <= due THEN 'met'
    WHEN assessed_day > due THEN 'missed'
    WHEN ended_day <= due OR (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(received_day, 10) AS due FROM way WHERE substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Ds3:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN NOT plans_known THEN 'unknown'
    WHEN plan_day <= due THEN 'met'
    WHEN plan_undated THEN 'unknown'
    WHEN plan_day > due THEN 'missed'
    WHEN ended_day <= due OR (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(assessed_day, 5) AS due FROM way WHERE substr(assessed_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Ds4:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT id, '', CASE
    WHEN NOT rating_known THEN 'unknown'
    WHEN LONDON(rating_answered) <= due THEN 'met'
    WHEN LONDON(rating_answered) > due THEN 'missed'
    WHEN rating_declined THEN 'missed'
    WHEN ended_day <= due OR (SELECT today FROM asked) <= due THEN 'out'
    ELSE 'missed' END
FROM (SELECT *, DUE(assessed_day, 10) AS due FROM way WHERE substr(assessed_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked)))sql";
        case FigureId::Ds5:
            return R"sql(SELECT id, '', CASE WHEN report_score IS NULL THEN 'unknown' WHEN report_score > 0 THEN 'met' ELSE 'missed' END
FROM referral WHERE substr(LONDON(report_at), 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
        case FigureId::NonAttendance:
            return R"sql(SELECT id, '', 'unknown' FROM way WHERE NOT meetings_known AND substr(received_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked) UNION ALL
SELECT referral, id, CASE
    WHEN submitted AND submitted_at < start + 86400 THEN 'met'
    WHEN told < start + 86400 THEN 'met'
    WHEN submitted AND submitted_at IS NULL THEN 'unknown'
    WHEN submitted OR told IS NOT NULL THEN 'missed'
    WHEN (SELECT now FROM asked) < start + 86400 THEN 'out'
    WHEN attendance IS NULL THEN 'unknown'
    ELSE 'missed' END
FROM record WHERE (attendance = 'NO' OR attendance IS NULL AND (submitted OR told IS NOT NULL OR (SELECT now FROM asked) >= start + 86400)) AND substr(on_day, 1, 7) BETWEEN (SELECT first FROM asked) AND (SELECT last FROM asked))sql";
    }
    return "";
}

}  // namespace sql
