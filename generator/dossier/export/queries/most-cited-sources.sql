-- Which sources carry most claims?
-- A source is the same one in two dossiers if both give the address where it was published.
WITH cited AS (
    SELECT dossier, explode(sources) AS source FROM claims WHERE claims.by = 'source'
)
SELECT
    coalesce(records.original_url, concat(cited.dossier, '/', cited.source)) AS source_address,
    min(records.label) AS title,
    count(*) AS claims,
    count(DISTINCT cited.dossier) AS dossiers
FROM cited
JOIN records ON records.dossier = cited.dossier AND records.key = cited.source
GROUP BY coalesce(records.original_url, concat(cited.dossier, '/', cited.source))
ORDER BY claims DESC, source_address
LIMIT 20
