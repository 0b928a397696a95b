self.onmessage = ({ data }: MessageEvent<{ pattern: string; text: string }>) => {
  let found: boolean | null = null;
  try {
    found = new RegExp(data.pattern, 'u').test(data.text);
  } catch {
    // The expression needs more than there is.
  }
  self.postMessage(found);
};
