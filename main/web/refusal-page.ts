/** A small page that says one sentence; it needs nothing but itself. */
export function refusalPage(sentence: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>PromptForge</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; margin: 0 1.5rem; }
  h1 { font-size: 1.25rem; margin: 0 0 .25rem; }
  p { margin: 0; max-width: 34rem; }
</style>
<main><h1>PromptForge</h1><p>${sentence}</p></main>
</html>
`;
}
