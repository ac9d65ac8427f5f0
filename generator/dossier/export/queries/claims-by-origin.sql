-- Which claims share an origin?
-- Origins are named after a source or an actor; each claim of an origin is listed with the number of all its claims.
WITH rooted AS (
    SELECT dossier, id, text, explode(roots) AS root FROM claims WHERE claims.by = 'source'
),
named AS (
    SELECT records.identity AS origin, rooted.dossier, rooted.id, rooted.text
    FROM rooted
    JOIN records ON records.dossier = rooted.dossier AND records.key = rooted.root
),
counted AS (
    SELECT origin, count(*) AS claims, count(DISTINCT dossier) AS dossiers FROM named GROUP BY origin
)
SELECT named.origin, counted.claims, counted.dossiers, named.dossier, named.id, named.text
FROM named
JOIN counted ON counted.origin = named.origin
WHERE counted.claims > 1
ORDER BY counted.dossiers DESC, counted.claims DESC, named.origin, named.dossier, named.id
LIMIT 100
