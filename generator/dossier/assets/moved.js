// Leads on from a page that has moved, and takes along what the refresh of the page leaves behind: the passage asked for.
location.replace(document.querySelector("a").href + location.search + location.hash);
