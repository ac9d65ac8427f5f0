// Read a BibTeX file with Citation.js and print its entries as CSL-JSON.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

process.stdout.write(JSON.stringify(new Cite(readFileSync(process.argv[2], "utf-8")).data));
