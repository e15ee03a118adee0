-- The rules of Standards/policies/default.toml on what with_duckdb.py has read.
--
-- Doubles stand in for decimals, so comparisons are made at nine decimals, where what is exact in decimals is equal.

CREATE TABLE columns AS
WITH smallest AS (
    SELECT certificate, place, min(number) AS number FROM determinations WHERE qualifier = '<' GROUP BY ALL
)
SELECT h.certificate, h.place, h.analyte, h.method, m.digestion, h.unit, f.factor, t.tier,
    coalesce(h.lower, least(p."limit", s.number)) AS detection_limit
FROM heads h
JOIN methods m USING (laboratory, method)
JOIN tiers t USING (analyte, digestion)
JOIN factors f USING (unit)
LEFT JOIN published p USING (laboratory, method, analyte, unit)
LEFT JOIN smallest s USING (certificate, place);

CREATE TABLE rows AS
SELECT s.certificate, s.position, s.sample, coalesce(s.own, r.type, 'routine') AS role,
    CASE WHEN s.own IS NOT NULL THEN s.own_reference WHEN r.parent <> '' THEN r.parent ELSE r.reference END AS reference
FROM samples s
LEFT JOIN register r ON s.own IS NULL AND r.sample = s.sample;

CREATE TEMP TABLE controls AS
SELECT d.certificate, d.position, d.place, r.sample, r.role, r.reference, c.analyte, c.method, c.digestion, c.unit,
    c.factor, c.tier, c.detection_limit, d.reported, if(d.number IS NULL, NULL, d.qualifier) AS qualifier, d.number
FROM determinations d
JOIN rows r USING (certificate, position)
JOIN columns c USING (certificate, place)
WHERE r.role <> 'routine';

-- Reference materials -------------------------------------------------------------------------------------------------

CREATE TEMP TABLE crm AS
WITH held AS (
    SELECT d.*, f.laboratory, c.value / d.factor AS expected, c.sd / d.factor AS sd,
        round((d.number * d.factor - c.value) / c.sd, 9) AS deviation,
        c.value IS NOT NULL AND c.usable
            AND (d.detection_limit IS NULL
                OR round(c.value / d.factor - d.detection_limit * getvariable('gate'), 9) >= 0) AS is_judged,
        dense_rank() OVER (
            PARTITION BY d.role, f.laboratory, d.method, d.reference ORDER BY f.reported, f.batch, d.position
        ) AS insertion
    FROM controls d
    JOIN certificates f USING (certificate)
    LEFT JOIN certified c
        ON c.material = d.reference AND c.digestion = d.digestion AND c.analyte = d.analyte
    WHERE d.role IN ('crm', 'laboratory_crm')
), scored AS (
    SELECT *, CASE WHEN qualifier = '' THEN deviation END AS z,
        CASE WHEN qualifier = '' AND is_judged THEN deviation END AS score
    FROM held
), runs AS (
    SELECT *, lag(score) OVER series AS previous, lag(insertion) OVER series AS previous_insertion
    FROM scored
    WINDOW series AS (PARTITION BY role, laboratory, method, reference, analyte, unit ORDER BY insertion)
)
SELECT *,
    CASE
        WHEN qualifier IS NULL OR NOT is_judged THEN 'not_evaluated'
        WHEN qualifier = '<' THEN
            if(expected - getvariable('fail_sd') * sd > number, 'fail', 'not_evaluated')
        WHEN qualifier = '>' THEN
            if(expected + getvariable('fail_sd') * sd < number, 'fail', 'not_evaluated')
        WHEN abs(score) > getvariable('fail_sd') THEN 'fail'
        WHEN abs(score) > getvariable('warn_sd') THEN
            if(previous_insertion = insertion - 1 AND abs(previous) > getvariable('warn_sd')
                AND sign(previous) = sign(score), 'fail', 'alone')
        ELSE 'pass'
    END AS ruling
FROM runs;

-- Lone warnings of support elements are judged as the family of their insertion, by Benjamini and Hochberg.
CREATE TEMP TABLE released AS
WITH family AS (
    SELECT certificate, position, place, ruling, abs(z) AS distance,
        row_number() OVER (PARTITION BY certificate, position ORDER BY abs(z) DESC, place) AS rank,
        count(*) OVER (PARTITION BY certificate, position) AS size
    FROM crm
    WHERE tier = 'support' AND ruling <> 'not_evaluated' AND z IS NOT NULL
), standing AS (
    SELECT f.certificate, f.position, max(f.rank) AS ranks
    FROM family f JOIN alarms a ON a.size = f.size AND a.rank = f.rank AND f.distance >= a.least
    GROUP BY f.certificate, f.position
)
SELECT f.certificate, f.position, f.place
FROM family f LEFT JOIN standing s USING (certificate, position)
WHERE f.ruling = 'alone' AND f.rank > coalesce(s.ranks, 0);

-- Blanks --------------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE blank AS
SELECT *,
    CASE
        WHEN qualifier IS NULL OR detection_limit IS NULL THEN 'not_evaluated'
        WHEN role = 'blank' AND list_contains(getvariable('rock_forming'), analyte) THEN 'not_evaluated'
        WHEN qualifier = '<' THEN if(multiples > getvariable('blank_fail'), 'warn', 'pass')
        WHEN qualifier = '>' THEN if(multiples >= getvariable('blank_fail'), 'fail', 'not_evaluated')
        WHEN multiples > getvariable('blank_fail') THEN 'fail'
        WHEN multiples > getvariable('blank_warn') THEN 'warn'
        ELSE 'pass'
    END AS ruling
FROM (
    SELECT *, round(number / detection_limit, 9) AS multiples
    FROM controls WHERE role IN ('blank', 'laboratory_blank')
);

-- Duplicates ----------------------------------------------------------------------------------------------------------

-- A pair as two intervals: a number is its own, below a limit has no lower end, above one no upper.
CREATE TEMP TABLE duplicate AS
WITH parents AS (
    SELECT w.certificate, w.position, max_by(p.position, (p.role = 'laboratory_original', p.position)) AS parent
    FROM rows w
    JOIN rows p ON p.certificate = w.certificate AND p.position < w.position
        AND CASE WHEN p.role = 'laboratory_original' THEN w.role = 'laboratory_duplicate' AND p.reference = w.reference
            ELSE NOT starts_with(p.role, 'laboratory') AND p.sample = w.reference END
    WHERE w.role IN ('pulp_duplicate', 'laboratory_duplicate')
    GROUP BY w.certificate, w.position
), pairs AS (
    SELECT d.*, if(o.number IS NULL, NULL, o.qualifier) AS other_qualifier, o.number AS other_number,
        round(abs(d.number - o.number) - coalesce(d.detection_limit, 0) * getvariable('floor'), 9) <= 0 AS is_near,
        CASE WHEN d.qualifier <> '<' THEN d.number END AS lowest,
        CASE WHEN d.qualifier <> '>' THEN d.number END AS highest,
        CASE WHEN o.qualifier <> '<' THEN o.number END AS other_lowest,
        CASE WHEN o.qualifier <> '>' THEN o.number END AS other_highest
    FROM controls d
    JOIN parents p USING (certificate, position)
    LEFT JOIN determinations o ON o.certificate = d.certificate AND o.position = p.parent AND o.place = d.place
), gaps AS (
    SELECT *,
        CASE WHEN other_highest < lowest THEN other_highest WHEN highest < other_lowest THEN highest END AS top,
        CASE WHEN other_highest < lowest THEN lowest WHEN highest < other_lowest THEN other_lowest END AS bottom
    FROM pairs
)
SELECT *,
    CASE
        WHEN qualifier IS NULL OR other_qualifier IS NULL THEN 'not_evaluated'
        WHEN is_near AND concat(qualifier, other_qualifier) IN ('', '<') THEN 'pass'
        WHEN round(200 * (bottom - top) - getvariable('pulp_percent') * (bottom + top), 6) > 0
            AND round(bottom - top - coalesce(detection_limit, 0) * getvariable('floor'), 9) > 0
            THEN if(role = 'pulp_duplicate', 'fail', 'warn')
        WHEN concat(qualifier, other_qualifier) = '' THEN 'pass'
        ELSE 'not_evaluated'
    END AS ruling
FROM gaps;

-- All together, as far as the tier lets it count ----------------------------------------------------------------------

CREATE TABLE qc_results AS
WITH rulings AS (
    SELECT 'crm' AS kind, c.certificate, c.position, c.place, c.expected, c.sd, c.z,
        CASE WHEN r.place IS NOT NULL THEN 'pass' WHEN c.ruling = 'alone' THEN 'warn' ELSE c.ruling END AS ruling
    FROM crm c LEFT JOIN released r USING (certificate, position, place)
    UNION ALL
    SELECT 'blank', certificate, position, place, NULL, NULL, NULL, ruling FROM blank
    UNION ALL
    SELECT 'duplicate', certificate, position, place, if(other_qualifier = '', other_number, NULL), NULL, NULL, ruling
    FROM duplicate
)
SELECT r.certificate, r.position, r.place, d.sample, starts_with(d.role, 'laboratory') AS is_laboratory, r.kind,
    d.reference, d.analyte, d.method, d.digestion, d.unit, d.reported, if(d.qualifier = '', d.number, NULL) AS value,
    r.expected, r.sd, r.z, d.tier,
    CASE
        WHEN d.tier = 'information' THEN 'not_evaluated'
        WHEN d.tier = 'support' AND r.ruling = 'fail' THEN 'warn'
        ELSE r.ruling
    END AS outcome
FROM rulings r
JOIN controls d USING (certificate, position, place);

CREATE TABLE verdicts AS
SELECT certificate,
    CASE WHEN bool_or(outcome = 'fail' AND NOT is_laboratory) THEN 'fail'
        WHEN count(*) FILTER (kind = 'crm' AND outcome <> 'not_evaluated' AND NOT is_laboratory) = 0
            OR count(*) FILTER (kind = 'blank' AND outcome <> 'not_evaluated' AND NOT is_laboratory) = 0
            THEN 'not_evaluated'
        WHEN bool_or(outcome IN ('warn', 'fail')) THEN 'warn' ELSE 'pass' END AS outcome,
    count(*) FILTER (outcome = 'pass') AS passed, count(*) FILTER (outcome = 'warn') AS warned,
    count(*) FILTER (outcome = 'fail') AS failed, count(*) FILTER (outcome = 'not_evaluated') AS not_evaluated
FROM qc_results GROUP BY certificate;
