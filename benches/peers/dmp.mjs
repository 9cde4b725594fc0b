// Characters of two files compared by diff-match-patch, made readable by its own clean-up: node dmp.mjs OLD NEW
import { readFileSync } from "node:fs";
import DiffMatchPatch from "diff-match-patch";

const [old, new_] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const differ = new DiffMatchPatch();
const diffs = differ.diff_main(old, new_);
differ.diff_cleanupSemantic(diffs);
const marks = { 1: ["{+", "+}"], "-1": ["[-", "-]"], 0: ["", ""] };
process.stdout.write(diffs.map(([op, text]) => marks[op][0] + text + marks[op][1]).join(""));
