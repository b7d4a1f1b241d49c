// The page at /designer: a text, its picture, and what is known of it. It asks /designer/picture and /designer/change,
// which change nothing, and the operations of the API, as any other client does.
const byId = (id) => document.getElementById(id);
const text = byId('text');
const picture = byId('picture');
const ROLE = 'arn:aws:iam::123456789012:role/stepwright';
const NEW = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Start",
  "States": {
    "Start": {
      "Type": "Pass",
      "End": true
    }
  }
}
`;

/** The types of states whose work is not done when one of them is tried. */
const WORKING = ['Task', 'Parallel', 'Map'];

let arn = decodeURIComponent(location.pathname.replace(/^\/designer\/?/, ''));
let saved = NEW;
let states = [];
let chosen = null;
let asked = 0;
let timer = 0;

/** What stands in the field for the input of a run as long as the user has written nothing there. */
let skeleton = '{}';

async function post(path, headers, body) {
  const answer = await fetch(path, {method: 'POST', headers, body: JSON.stringify(body)});
  const json = await answer.json();
  if (!answer.ok) {
    throw new Error(json.message || json.__type);
  }
  return json;
}

const ask = (what, body) => post('/designer/' + what, {'Content-Type': 'application/json'}, body);
const call = (operation, body) =>
  post('/', {'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AWSStepFunctions.' + operation}, body);

function tell(message, isBad) {
  byId('told').textContent = message;
  byId('told').classList.toggle('bad', !!isBad);
}

/** Runs what a button is for, and tells what went wrong. */
const on = (id, event, action) => byId(id).addEventListener(event, async () => {
  try {
    await action();
  } catch (problem) {
    tell(problem.message, true);
  }
});

async function draw() {
  const number = ++asked;
  const drawn = await ask('picture', {definition: text.value, type: byId('type').value});
  if (number !== asked) {
    return; // a later text has been asked about
  }
  picture.classList.toggle('old', !drawn.svg);
  if (drawn.svg) {
    picture.innerHTML = drawn.svg;
    states = drawn.states;
    picture.querySelectorAll('[data-state]').forEach(focusable);
    suggest(drawn.input);
    choose(chosen);
  }
  byId('findings').replaceChildren(...drawn.findings.map(finding));
}

/** Lets the keyboard reach a state in the picture. */
function focusable(state) {
  state.setAttribute('tabindex', '0');
  state.setAttribute('role', 'button');
}

function suggest(input) {
  if (byId('input').value === skeleton) {
    byId('input').value = input;
  }
  skeleton = input;
}

function finding(found) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = found.severity;
  button.textContent = `${found.line}:${found.column} ${found.severity} [${found.rule}] ${found.message}`;
  button.addEventListener('click', () => show(found.line, found.column));
  item.append(button);
  return item;
}

function show(line, column) {
  const before = text.value.split('\n').slice(0, line - 1);
  const start = before.reduce((length, each) => length + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start + column - 1, start + column - 1);
  const height = text.scrollHeight / text.value.split('\n').length;
  text.scrollTop = Math.max(0, height * (line - 5));
}

function choose(name) {
  const state = states.find((each) => each.name === name);
  if (name !== chosen) {
    byId('tried').hidden = true;
  }
  chosen = state ? name : null;
  byId('state').hidden = !state;
  byId('hint').hidden = !!state;
  picture.querySelectorAll('.chosen').forEach((each) => each.classList.remove('chosen'));
  if (!state) {
    return;
  }
  picture.querySelectorAll('[data-state]').forEach((each) => each.classList.toggle('chosen', each.dataset.state === name));
  byId('title').textContent = `${state.type} ${name}`;
  byId('rename').value = name;
  byId('leading').hidden = state.last;
  byId('working').hidden = !WORKING.includes(state.type);
  const others = states.filter((each) => each.scope === state.scope).map((each) => new Option(each.name));
  byId('next').replaceChildren(new Option(state.type === 'Choice' ? 'no default' : 'end', ''), ...others);
  byId('next').value = state.next || '';
}

/** Puts in a text, where it differs from the one that is there, such that the browser can undo it. */
function replaceText(definition) {
  const old = text.value;
  const most = Math.min(old.length, definition.length);
  let start = 0;
  while (start < most && old[start] === definition[start]) {
    start++;
  }
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === definition[definition.length - 1 - end]) {
    end++;
  }
  // No half of a character that is two units long.
  if (/[\uD800-\uDBFF]/.test(old.charAt(start - 1))) {
    start--;
  }
  if (/[\uDC00-\uDFFF]/.test(old.charAt(old.length - end))) {
    end--;
  }
  const part = definition.slice(start, definition.length - end);
  text.focus();
  text.setSelectionRange(start, old.length - end);
  document.execCommand(part ? 'insertText' : 'delete', false, part);
}

async function change(what) {
  const changed = await ask('change', {definition: text.value, state: chosen, ...what});
  chosen = changed.state || null;
  replaceText(changed.definition);
  tell('');
}

async function save() {
  const definition = text.value;
  if (arn) {
    await call('UpdateStateMachine', {stateMachineArn: arn, definition});
  } else {
    const made = await call('CreateStateMachine',
      {name: byId('name').value, type: byId('type').value, roleArn: ROLE, definition});
    arn = made.stateMachineArn;
    history.replaceState(null, '', '/designer/' + arn);
    belong();
  }
  saved = definition;
  tell('Saved.');
}

/** The page belongs to a machine now. */
function belong() {
  byId('name').disabled = byId('type').disabled = true;
  byId('machine').href = '/machines/' + arn;
  byId('machine').hidden = false;
}

async function run() {
  if (!arn || text.value !== saved) {
    await save();
  }
  const request = {stateMachineArn: arn, input: byId('input').value};
  if (byId('type').value === 'STANDARD') {
    location.assign('/executions/' + (await call('StartExecution', request)).executionArn);
    return;
  }
  tell('Runs...');
  print('output', await call('StartSyncExecution', request), ['status', 'output', 'error', 'cause']);
  tell('');
}

async function tryState() {
  const request = {definition: text.value, stateName: chosen, roleArn: ROLE, input: byId('example').value};
  if (!byId('working').hidden) {
    request.mock = {result: byId('result').value, fieldValidationMode: 'NONE'};
  }
  print('tried', await call('TestState', request), ['status', 'output', 'error', 'cause', 'nextState']);
  tell('');
}

function print(id, answer, members) {
  byId(id).hidden = false;
  byId(id).textContent = members.filter((member) => answer[member] !== undefined)
    .map((member) => `${member}: ${answer[member]}`).join('\n');
}

text.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => draw().catch((problem) => tell(problem.message, true)), 200);
});
picture.addEventListener('click', (event) => {
  const state = event.target.closest('[data-state]');
  choose(state && state.dataset.state);
  const known = states.find((each) => each.name === chosen);
  if (known) {
    show(known.line, known.column);
  }
});
picture.addEventListener('keydown', (event) => {
  const state = event.target.closest('[data-state]');
  if (state && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    choose(state.dataset.state);
    byId('rename').focus();
  }
});
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    byId('save').click();
  }
});
window.addEventListener('beforeunload', (event) => {
  if (text.value !== saved) {
    event.preventDefault();
  }
});
for (const form of document.forms) {
  form.addEventListener('submit', (event) => event.preventDefault());
}
on('type', 'change', draw);
on('save', 'click', save);
on('start', 'click', run);
on('try', 'click', tryState);
on('rename', 'change', () => change({change: 'RENAME', name: byId('rename').value}));
on('next', 'change', () => change({change: 'LEAD_TO', next: byId('next').value || undefined}));
on('before', 'click', () => change({change: 'ADD_BEFORE', type: byId('kind').value}));
on('after', 'click', () => change({change: 'ADD_AFTER', type: byId('kind').value}));
on('remove', 'click', () => change({change: 'REMOVE'}));

async function open() {
  text.value = NEW;
  if (arn) {
    const machine = await call('DescribeStateMachine', {stateMachineArn: arn});
    byId('name').value = machine.name;
    byId('type').value = machine.type;
    belong();
    text.value = machine.definition;
  }
  saved = text.value;
  document.title = byId('name').value + ' - Designer';
  await draw();
}

open().catch((problem) => tell(problem.message, true));
