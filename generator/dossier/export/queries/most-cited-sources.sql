-- Which sources carry most claims?
-- A source is the same in two dossiers if it has the same identity: a DOI, or the address where it was published.
WITH cited AS (
    SELECT dossier, explode(sources) AS source FROM claims WHERE claims.by = 'source'
)
SELECT
    records.identity,
    min(records.label) AS title,
    count(*) AS claims,
    count(DISTINCT cited.dossier) AS dossiers
FROM cited
JOIN records ON records.dossier = cited.dossier AND records.key = cited.source
GROUP BY records.identity
ORDER BY claims DESC, records.identity
LIMIT 20
