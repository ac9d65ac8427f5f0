-- Which actors are the same in several dossiers?
-- They are if they share an identifier in `same_as`, such as that of a Wikidata item.
WITH identified AS (
    SELECT dossier, key, label, explode(same_as) AS identifier FROM records WHERE kind = 'actor'
)
SELECT
    identifier,
    count(DISTINCT dossier) AS dossiers,
    min(concat(dossier, '/', key)) AS one_of_them,
    min(label) AS first_label,
    max(label) AS last_label
FROM identified
GROUP BY identifier
HAVING count(DISTINCT dossier) > 1
ORDER BY dossiers DESC, identifier
LIMIT 100
