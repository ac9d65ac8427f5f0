-- What do all dossiers say about a week? The date of a claim's record may have meant any of its days.
SELECT dossier, date, id, text, origins
FROM claims
WHERE date IS NOT NULL AND claims.by = 'source'
  AND (date_earliest IS NULL OR date_earliest <= DATE '2019-01-27')
  AND (date_latest IS NULL OR date_latest >= DATE '2019-01-21')
  AND NOT (date_earliest IS NULL AND date_latest IS NULL)
ORDER BY date_earliest NULLS LAST, dossier, id
LIMIT 100
