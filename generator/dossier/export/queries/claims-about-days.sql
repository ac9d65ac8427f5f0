-- What do all dossiers say about a week? The date of a claim's record may have meant any of its days.
SELECT dossier, date, id, text, origins
FROM claims
WHERE date_earliest <= DATE '2019-01-27' AND date_latest >= DATE '2019-01-21' AND claims.by = 'source'
ORDER BY date_earliest, dossier, id
LIMIT 100
