// Words of two files compared by jsdiff: node jsdiff.mjs OLD NEW
import { readFileSync } from "node:fs";
import { diffWords } from "diff";

const [old, new_] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const mark = (part) => (part.added ? `{+${part.value}+}` : part.removed ? `[-${part.value}-]` : part.value);
process.stdout.write(diffWords(old, new_).map(mark).join(""));
