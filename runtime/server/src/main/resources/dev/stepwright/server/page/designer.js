// The page at /designer: a text, its picture, and what is known of it. It asks /designer/picture and /designer/change,
// which change nothing, and the operations of the API, as any other client does.
import {DefinitionText} from './designer-text.js';

const byId = (id) => document.getElementById(id);
const text = new DefinitionText(byId('text'), byId('lines'), byId('gutter'), (found) => reveal(found));
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
let pause = 0;

/** What stands in the field for the input of a run as long as the user has written nothing there. */
let skeleton = '{}';

async function post(path, headers, body) {
  const answer = await fetch(path, {method: 'POST', headers, body: JSON.stringify(body)}).catch(() => {
    throw new Error('The server does not answer. Is it running?');
  });
  const json = await answer.json().catch(() => ({message: `The server answers ${answer.status}, and nothing that can be read.`}));
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
  const definition = text.value;
  const drawn = await ask('picture', {definition, type: byId('type').value});
  if (number !== asked || definition !== text.value) {
    return; // a later text has been asked about, or will be
  }
  picture.classList.toggle('old', !drawn.svg);
  if (drawn.svg) {
    const isFirst = !picture.firstChild;
    picture.innerHTML = drawn.svg;
    if (isFirst) {
      // The start is in the middle, not at the left edge, of a picture that is wider than its frame.
      picture.scrollLeft = (picture.scrollWidth - picture.clientWidth) / 2;
    }
    states = drawn.states;
    drawnStates().forEach((state) => state.setAttribute('role', 'button'));
    place();
    suggest(drawn.input);
    choose(chosen);
    showChosen();
  }
  text.mark(drawn.findings);
  byId('findings').replaceChildren(...drawn.findings.map(finding));
  byId('count').textContent = count(drawn.findings);
}

const drawnStates = () => [...picture.querySelectorAll('[data-state]')];

/** Finds where in the text each state begins and ends. */
function place() {
  const definition = text.value;
  const starts = text.starts();
  const ends = text.objects();
  for (const state of states) {
    state.start = starts[state.line - 1] + state.column - 1;
    state.end = ends.get(definition.indexOf('{', state.start + JSON.stringify(state.name).length)) || state.start;
  }
}

/** Chooses the state in whose text the cursor is; the innermost one. */
function chooseAtCursor() {
  const at = byId('text').selectionStart;
  const around = states.filter((state) => state.start <= at && at < state.end);
  if (document.activeElement === byId('text') && around.length) {
    choose(around.reduce((inner, state) => (state.start > inner.start ? state : inner)).name);
    showChosen();
  }
}

/** Moves the picture, and nothing around it, so that the chosen state can be seen; one that fills the frame stays where it is. */
function showChosen() {
  const state = drawnStates().find((each) => each.dataset.state === chosen);
  if (!state) {
    return;
  }
  const [frame, box] = [picture, state].map((each) => each.getBoundingClientRect());
  if ((box.top < frame.top) !== (box.bottom > frame.bottom)) {
    picture.scrollTop += box.top - frame.top - 20;
  }
  if ((box.left < frame.left) !== (box.right > frame.right)) {
    picture.scrollLeft += (box.left + box.right - frame.left - frame.right) / 2;
  }
}

function count(findings) {
  const told = ['error', 'warning', 'hint'].map((severity) => [findings.filter((each) => each.severity === severity).length, severity])
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? '' : 's'}`);
  return told.join(', ') || 'Nothing is wrong.';
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
  button.dataset.line = found.line;
  button.addEventListener('click', () => text.show(found.line, found.column));
  item.append(button);
  return item;
}

/** Leads from a mark in the text to what is told of it. */
function reveal(found) {
  const button = byId('findings').querySelector(`[data-line="${found.line}"]`);
  button.scrollIntoView({block: 'nearest'});
  button.focus();
}

function choose(name) {
  const state = states.find((each) => each.name === name);
  if (name !== chosen) {
    byId('tried').hidden = true;
  }
  chosen = state ? name : null;
  byId('state').hidden = !state;
  byId('hint').hidden = !!state;
  const drawn = drawnStates();
  drawn.forEach((each, i) => {
    const isChosen = each.dataset.state === chosen;
    each.classList.toggle('chosen', isChosen);
    each.setAttribute('aria-pressed', isChosen);
    // One of them is reached by Tab, the others from there by the arrow keys.
    each.setAttribute('tabindex', isChosen || !state && i === 0 ? '0' : '-1');
  });
  if (!state) {
    return;
  }
  byId('title').textContent = `${state.type} ${name}`;
  byId('rename').value = name;
  byId('leading').hidden = state.last;
  byId('working').hidden = !WORKING.includes(state.type);
  const others = states.filter((each) => each.scope === state.scope).map((each) => new Option(each.name));
  byId('next').replaceChildren(new Option(state.type === 'Choice' ? 'no default' : 'end', ''), ...others);
  byId('next').value = state.next || '';
}

async function change(what) {
  const changed = await ask('change', {definition: text.value, state: chosen, ...what});
  const from = document.activeElement;
  chosen = changed.state || null;
  text.replace(changed.definition);
  if (chosen) {
    // Out of the text, whose cursor may stand in another state now, and back to where the user was.
    (from.closest('#state') ? from : byId('rename')).focus();
  }
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

byId('text').addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => draw().catch((problem) => tell(problem.message, true)), 200);
});
picture.addEventListener('click', (event) => {
  const state = event.target.closest('[data-state]');
  choose(state && state.dataset.state);
  const known = states.find((each) => each.name === chosen);
  if (known) {
    text.show(known.line, known.column);
  }
});
picture.addEventListener('keydown', (event) => {
  const state = event.target.closest('[data-state]');
  if (state && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    choose(state.dataset.state);
    byId('rename').focus();
  }
  const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
  if (state && step) {
    event.preventDefault();
    const all = drawnStates();
    all[(all.indexOf(state) + step + all.length) % all.length].focus();
  }
});
document.addEventListener('selectionchange', () => {
  clearTimeout(pause);
  pause = setTimeout(chooseAtCursor, 150);
});
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    const before = text.value.slice(0, byId('text').selectionStart);
    text.type('\n' + before.slice(before.lastIndexOf('\n') + 1).match(/^[ \t]*/)[0]);
  }
});
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    byId('save').click();
  }
  // In fields that is their own.
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.target.closest('input, textarea')) {
    event.preventDefault();
    byId(event.shiftKey ? 'redo' : 'undo').click();
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
for (const command of ['undo', 'redo']) {
  on(command, 'click', () => {
    byId('text').focus();
    document.execCommand(command);
  });
}
on('fit', 'click', () => byId('fit').setAttribute('aria-pressed', picture.classList.toggle('fit')));
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
