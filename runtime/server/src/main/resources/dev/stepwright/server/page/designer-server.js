// What the designer asks of the server: actions of its own, which change nothing, and the operations of the API, as any other client does.
async function post(path, headers, body) {
  const answer = await fetch(path, {method: 'POST', headers, body: JSON.stringify(body)}).catch(() => {
    throw new Error('The server does not answer. Is it running?');
  });
  const json = await answer.json().catch(() => ({message: `The server answered with status ${answer.status} and no JSON.`}));
  if (json.__type?.endsWith('MissingAuthenticationTokenException')) {
    throw new Error('Your session has ended. Sign in on another page; what you have here stays.');
  }
  if (!answer.ok) {
    throw new Error(json.message || json.__type);
  }
  return json;
}

export const ask = (what, body) => post('/designer/' + what, {'Content-Type': 'application/json'}, body);
export const call = (operation, body) =>
  post('/', {'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AWSStepFunctions.' + operation}, body);
