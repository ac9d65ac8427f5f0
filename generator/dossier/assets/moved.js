// Redirects from an old address, keeping the query and the passage that a plain refresh would drop.
location.replace(document.querySelector("a").href + location.search + location.hash);
