/** Checks a record with nothing but the file: the same program is in `docs/audit-record.md`, and is run by the tests. */
export const verificationRecipe = `import hashlib, html.parser, json, sys

class Page(html.parser.HTMLParser):
    found, box = [], None
    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        if tag == "pre" and ("data-hash" in facts or "data-fingerprint" in facts):
            self.box = [facts, ""]
    def handle_data(self, text):
        if self.box: self.box[1] += text
    def handle_endtag(self, tag):
        if tag == "pre" and self.box:
            self.found.append(self.box)
            self.box = None

page = Page()
page.feed(open(sys.argv[1], encoding="utf-8", newline="").read())
sha256 = lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest()
faults, last, entries, texts, named = [], None, 0, 0, set()
for facts, text in page.found:
    if "data-fingerprint" in facts: continue
    entries += 1
    entry = json.loads(text)
    if sha256(text) != facts["data-hash"]:
        faults.append("entry " + facts["data-seq"])
    if last and entry["seq"] == last["seq"] + 1 and entry["previousHash"] != last["hash"]:
        faults.append("the link from entry " + str(last["seq"]) + " to the next")
    last = {"seq": entry["seq"], "hash": facts["data-hash"]}
    named.update((str(entry.get("version")), entry["data"].get(name)) for name in ("contentHash", "outcomesHash"))
for facts, text in page.found:
    if "data-fingerprint" not in facts: continue
    texts += 1
    fingerprint = "sha256:" + sha256(text.removeprefix("\\n"))
    if fingerprint != facts["data-fingerprint"] or (facts["data-version"], fingerprint) not in named:
        faults.append(facts["data-of"])
print(entries, "entries and", texts, "texts and results checked:", "all as they were written" if not faults else "NOT as written: " + ", ".join(faults))
sys.exit(1 if faults else 0)
`;
