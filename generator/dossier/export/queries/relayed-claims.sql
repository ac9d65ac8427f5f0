-- Which claims are in several documents, but go back to one origin? They look better supported than they are.
SELECT dossier, id, text, documents
FROM claims
WHERE documents > 1 AND origins = 1
ORDER BY documents DESC, dossier, id
LIMIT 100
