/** Code that checks that a message comes from the registry, ready to be pasted. */
export const verifySnippets = [
  {
    id: 'typescript',
    label: 'TypeScript',
    code: `// npm install standardwebhooks
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET ?? '');

// \`body\` is the text as it came: verify it before it is read as JSON.
export function readMessage(body: string, headers: Record<string, string>) {
  return webhook.verify(body, headers); // throws where the signature is not right
}`,
  },
  {
    id: 'python',
    label: 'Python',
    code: `# pip install standardwebhooks
import os

from standardwebhooks import Webhook

webhook = Webhook(os.environ["WEBHOOK_SECRET"])


# \`body\` is the text as it came: verify it before it is read as JSON.
def read_message(body, headers):
    return webhook.verify(body, headers)  # raises where the signature is not right`,
  },
] as const;
