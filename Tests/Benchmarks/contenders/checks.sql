-- The rules of Standards/policies/default.toml on what with_duckdb.py has read.
--
-- Doubles stand in for decimals, so comparisons are made at nine decimals, where what is exact in decimals is equal.

CREATE TABLE determinations AS
WITH parsed AS (
    SELECT c.batch, c.reported, c.position, c.sample, c.own, c.own_reference, c.place, c.text, k.laboratory, k.analyte,
        k.method, m.digestion, k.unit, k.lower,
        CASE left(c.text, 1) WHEN '<' THEN '<' WHEN '>' THEN '>' ELSE '' END AS qualifier,
        TRY_CAST(ltrim(c.text, '<>') AS DOUBLE) AS number
    FROM cells c
    JOIN columns k USING (batch, place)
    JOIN methods m USING (laboratory, method)
    WHERE m.digestion <> 'none'
), limits AS (
    SELECT p.batch, p.place,
        coalesce(CAST(any_value(p.lower) AS DOUBLE),
            least(any_value(u."limit"), min(p.number) FILTER (p.qualifier = '<'))) AS detection_limit
    FROM parsed p
    LEFT JOIN published u USING (laboratory, method, analyte, unit)
    GROUP BY p.batch, p.place
)
SELECT p.batch, p.laboratory, p.reported AS report_date, p.position, p.sample,
    coalesce(p.own, r.type, 'routine') AS role,
    CASE WHEN p.own IS NULL THEN coalesce(r.reference, '') ELSE p.own_reference END AS reference,
    r.parent, p.place, p.analyte, p.method, p.digestion, p.unit, p.text AS reported,
    CASE WHEN p.number IS NULL THEN NULL ELSE p.qualifier END AS qualifier, p.number, l.detection_limit
FROM parsed p
JOIN limits l USING (batch, place)
LEFT JOIN register r ON p.own IS NULL AND r.sample = p.sample;

-- Reference materials -------------------------------------------------------------------------------------------------

CREATE TEMP TABLE crm AS
WITH held AS (
    SELECT d.*, t.tier, c.value * 1.0 / f.factor AS expected, c.sd / f.factor AS sd, c.usable,
        round((d.number * f.factor - c.value) / c.sd, 9) AS deviation,
        c.value IS NOT NULL AND c.usable
            AND (d.detection_limit IS NULL
                OR round(c.value / f.factor - d.detection_limit * getvariable('gate'), 9) >= 0) AS is_judged,
        dense_rank() OVER (
            PARTITION BY d.role, d.laboratory, d.method, d.reference ORDER BY d.report_date, d.batch, d.position
        ) AS insertion
    FROM determinations d
    JOIN tiers t USING (analyte, digestion)
    JOIN factors f USING (unit)
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
    SELECT batch, position, place, ruling, abs(z) AS distance,
        row_number() OVER (PARTITION BY batch, position ORDER BY abs(z) DESC, place) AS rank,
        count(*) OVER (PARTITION BY batch, position) AS size
    FROM crm
    WHERE tier = 'support' AND ruling <> 'not_evaluated' AND z IS NOT NULL
), standing AS (
    SELECT f.batch, f.position, max(f.rank) AS ranks
    FROM family f JOIN alarms a ON a.size = f.size AND a.rank = f.rank AND f.distance >= a.least
    GROUP BY f.batch, f.position
)
SELECT f.batch, f.position, f.place
FROM family f LEFT JOIN standing s USING (batch, position)
WHERE f.ruling = 'alone' AND f.rank > coalesce(s.ranks, 0);

-- Blanks --------------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE blank AS
SELECT d.*, t.tier,
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
    FROM determinations WHERE role IN ('blank', 'laboratory_blank')
) d
JOIN tiers t USING (analyte, digestion);

-- Duplicates ----------------------------------------------------------------------------------------------------------

-- A pair as two intervals: a number is its own, below a limit has no lower end, above one no upper.
CREATE TEMP TABLE duplicate AS
WITH wanted AS (
    SELECT DISTINCT batch, position, role, if(role = 'pulp_duplicate', parent, reference) AS original
    FROM determinations WHERE role IN ('pulp_duplicate', 'laboratory_duplicate')
), parents AS (
    SELECT w.batch, w.position, max_by(p.position, (p.role = 'laboratory_original', p.position)) AS parent_position
    FROM wanted w
    JOIN (SELECT DISTINCT batch, position, role, sample, reference FROM determinations) p
        ON p.batch = w.batch AND p.position < w.position
        AND CASE WHEN p.role = 'laboratory_original' THEN w.role = 'laboratory_duplicate' AND p.reference = w.original
            ELSE NOT p.role LIKE 'laboratory%' AND p.sample = w.original END
    GROUP BY w.batch, w.position
), pairs AS (
    SELECT d.*, t.tier, o.qualifier AS other_qualifier, o.number AS other_number,
        round(abs(d.number - o.number) - coalesce(d.detection_limit, 0) * getvariable('floor'), 9) <= 0 AS is_near,
        CASE WHEN d.qualifier <> '<' THEN d.number END AS lowest, CASE WHEN d.qualifier <> '>' THEN d.number END AS highest,
        CASE WHEN o.qualifier <> '<' THEN o.number END AS other_lowest,
        CASE WHEN o.qualifier <> '>' THEN o.number END AS other_highest
    FROM determinations d
    JOIN parents USING (batch, position)
    JOIN tiers t USING (analyte, digestion)
    LEFT JOIN determinations o ON o.batch = d.batch AND o.position = parent_position AND o.place = d.place
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

-- All together, as far as the tier lets it count ------------------------------------------------------------------------

CREATE TABLE qc_results AS
WITH rulings AS (
    SELECT 'crm' AS kind, c.batch, c.position, c.place, c.tier, c.expected, c.sd, c.z,
        CASE WHEN r.place IS NOT NULL THEN 'pass' WHEN c.ruling = 'alone' THEN 'warn' ELSE c.ruling END AS ruling
    FROM crm c LEFT JOIN released r USING (batch, position, place)
    UNION ALL
    SELECT 'blank', batch, position, place, tier, NULL, NULL, NULL, ruling FROM blank
    UNION ALL
    SELECT 'duplicate', batch, position, place, tier, if(other_qualifier = '', other_number, NULL), NULL, NULL, ruling
    FROM duplicate
)
SELECT r.batch, r.position, d.sample, starts_with(d.role, 'laboratory') AS is_laboratory, r.kind, d.reference, d.analyte,
    d.method, d.digestion, d.unit, d.reported, if(d.qualifier = '', d.number, NULL) AS value, r.expected, r.sd, r.z, r.tier,
    CASE
        WHEN r.tier = 'information' THEN 'not_evaluated'
        WHEN r.tier = 'support' AND r.ruling = 'fail' THEN 'warn'
        ELSE r.ruling
    END AS outcome
FROM rulings r
JOIN determinations d USING (batch, position, place);

CREATE TABLE verdicts AS
SELECT batch,
    CASE WHEN bool_or(outcome = 'fail' AND NOT is_laboratory) THEN 'fail'
        WHEN count(*) FILTER (kind = 'crm' AND outcome <> 'not_evaluated' AND NOT is_laboratory) = 0
            OR count(*) FILTER (kind = 'blank' AND outcome <> 'not_evaluated' AND NOT is_laboratory) = 0
            THEN 'not_evaluated'
        WHEN bool_or(outcome IN ('warn', 'fail')) THEN 'warn' ELSE 'pass' END AS outcome,
    count(*) FILTER (outcome = 'pass') AS passed, count(*) FILTER (outcome = 'warn') AS warned,
    count(*) FILTER (outcome = 'fail') AS failed, count(*) FILTER (outcome = 'not_evaluated') AS not_evaluated
FROM qc_results GROUP BY batch;
