/** Says in words why an answer of a receiver is no success; the delivery has its status, for whoever runs the receiver. */
export function describeAnswer(status: number): string {
  return `${chooseWords(status)}.`;
}

function chooseWords(status: number): string {
  if (status >= 300 && status < 400)
    return 'The receiver pointed to another address, to which nothing is sent';
  if (status === 401 || status === 403) return 'The receiver refused the message';
  if (status === 404 || status === 405) return 'Nothing at this address takes messages';
  if (status === 410) return 'The receiver is gone';
  if (status === 413) return 'The message was too long for the receiver';
  if (status === 429) return 'The receiver got too many messages at once';
  if (status === 503) return 'The receiver was not available';
  if (status >= 500) return 'Something went wrong at the receiver';
  return 'The receiver did not understand the message';
}
