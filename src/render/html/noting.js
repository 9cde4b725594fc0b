// What a reader keeps of a page: which changes were seen, and a note for each. It stays in the storage of the browser, if that has one for
// this page; nothing is sent anywhere.
"use strict";
const noting = (() => {
  const key = `rature ${location.pathname} ${document.title}`;
  const kept = { seen: {}, notes: {} };
  try {
    Object.assign(kept, JSON.parse(localStorage.getItem(key)) ?? {});
  } catch { /* A page without storage forgets. */ }
  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch { /* The same. */ }
  }
  // Sets what `kept[of]` has of the paragraph `id`, or takes it away.
  function set(of, id, value) {
    if (value) kept[of][id] = value;
    else delete kept[of][id];
    keep();
  }
  // A line for each note, in the order of `rows`, as a file to save.
  function save(title, rows) {
    const noted = rows.filter((row) => kept.notes[row.id]);
    const lines = noted.map((row) => `- ${row.label}: ${kept.notes[row.id].replace(/\s*\n\s*/g, " ")}`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`# ${title}\n\n${lines.join("\n")}\n`], { type: "text/markdown" }));
    link.download = "notes.md";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  return { kept, set, save };
})();
