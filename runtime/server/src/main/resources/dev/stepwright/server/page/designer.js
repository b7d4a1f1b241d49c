// The page at /designer: a text, its picture, the fields of a state, and what is known of them.
import {WayDrag} from './designer-drag.js';
import {DefinitionFields} from './designer-fields.js';
import {Machine, NEW, tried} from './designer-machine.js';
import {DefinitionPicture} from './designer-picture.js';
import {ask} from './designer-server.js';
import {innermost, newName, place, waysFor} from './designer-states.js';
import {DefinitionText, listed} from './designer-text.js';
import {asTree, walk} from './designer-tree.js';

const byId = (id) => document.getElementById(id);
const text = new DefinitionText(byId('text'), byId('lines'), byId('gutter'), (found) => reveal(found));
const frame = byId('picture');
const picture = new DefinitionPicture(frame, byId('scale'));
const fields = new DefinitionFields(byId('fields'), (change) => attempt(() => inOrder(() => changeField(change))));
const machine = new Machine(decodeURIComponent(location.pathname.replace(/^\/designer\/?/, '')));
new WayDrag(byId('palette'), frame, byId('held'), (what, way) => attempt(() =>
  change({change: what.type ? 'ADD_ON_WAY' : 'MOVE', ...what, ...way})));
/** The types of states whose work is not done when one of them is tried. */
const WORKING = ['Task', 'Parallel', 'Map'];

let states = [];
let placed = null; // the text in which the states have their places
let isShownLater = false; // whether the text is to show the chosen state as soon as that has its place in it
let ways = []; // onto which the chosen state can be moved
let findings = [];
let chosen = null;
let asked = 0;
let timer = 0;
let pause = 0;

/** The last change of many, each of which begins with the text that the one before it has left. */
let changes = Promise.resolve();

/** What stands in the fields for inputs as long as the user has written nothing there. */
const suggested = {input: '{}', example: '{}'};

function tell(message, isBad) {
  byId('told').textContent = message;
  byId('told').classList.toggle('bad', !!isBad);
}

/** Tells what went wrong with an action, and gives whether nothing did. */
async function attempt(action) {
  try {
    await action();
    return true;
  } catch (problem) {
    tell(problem.message, true);
    return false;
  }
}

/** Runs what a button is for. */
const on = (id, event, action) => byId(id).addEventListener(event, () => attempt(action));

const inOrder = (action) => (changes = changes.catch(() => {}).then(action));

async function draw() {
  const number = ++asked;
  const definition = text.value;
  frame.setAttribute('aria-busy', 'true');
  const drawn = await ask('picture', {definition, type: byId('type').value}).finally(() => {
    if (number === asked && definition === text.value) {
      frame.setAttribute('aria-busy', 'false');
    }
  });
  if (number !== asked || definition !== text.value) {
    return; // a later text has been asked about, or will be
  }
  frame.classList.toggle('old', !drawn.svg);
  text.mark(drawn.findings);
  byId('findings').replaceChildren(...drawn.findings.map((found) =>
    listed(found, () => text.show(found.line, found.column), (fix) => attempt(() => mend(definition, fix)))));
  byId('count').textContent = text.count();
  findings = drawn.findings;
  if (drawn.svg) {
    picture.show(drawn.svg);
    const renamed = newName(chosen, states, drawn.states);
    states = drawn.states;
    byId('empty').hidden = states.length > 0;
    chosen = renamed || chosen;
    asTree(frame.querySelector('svg'));
    place(states, text);
    placed = text.value;
    suggest('input', drawn.input);
    choose(chosen);
    if (isShownLater) {
      showInText();
    } else if (!renamed) {
      chooseAtCursor();
    }
    showChosen();
    await showFields();
  }
}

/** Shows the fields of the chosen state, or of the machine. */
async function showFields() {
  const [definition, name] = [text.value, chosen];
  const at = chosenState()?.at || '';
  const shown = await ask('fields', {definition, at});
  if (definition !== text.value || name !== chosen) {
    return;
  }
  fields.show(shown.html);
  const inner = states.filter((state) => state.at.startsWith(at + '/')).map((state) => state.at + '/');
  fields.mark(findings.filter((found) => !inner.some((state) => (found.at + '/').startsWith(state))));
  suggest('example', shown.example);
  byId('incoming').hidden = !name || !shown.paths.length;
  byId('known').replaceChildren(...shown.paths.map(known));
  byId('paths').replaceChildren(...shown.paths.map(({path}) => new Option(path)));
}

function known({path, kind}) {
  const row = document.createElement('tr');
  for (const [name, content] of [['th', path], ['td', kind]]) {
    row.append(Object.assign(document.createElement(name), {textContent: content}));
  }
  return row;
}

const chosenState = () => states.find((each) => each.name === chosen);
const drawnStates = () => [...frame.querySelectorAll('[data-state]')];

/** Chooses the state in whose text the cursor is; the innermost one. After a change, as soon as the states have their new places. */
function chooseAtCursor() {
  const at = byId('text').selectionStart;
  const around = innermost(states, at);
  if (document.activeElement === byId('text') && text.value === placed && around) {
    choose(around.name);
    showChosen();
  }
}

/** Shows the chosen state in the text; later, if the text has changed since the states got their places. */
function showInText() {
  const state = chosenState();
  isShownLater = !!state && text.value !== placed;
  if (state && !isShownLater) {
    text.show(state.line, state.column);
  }
}

function showChosen() {
  const state = drawnStates().find((each) => each.dataset.state === chosen);
  if (state) {
    picture.reveal(state);
  }
}

function suggest(id, input) {
  if (byId(id).value === suggested[id]) {
    byId(id).value = input;
  }
  suggested[id] = input;
}

/** Leads from a mark in the text to what is told of it. */
function reveal(found) {
  const button = byId('findings').querySelector(`[data-line="${found.line}"]`);
  button.scrollIntoView({block: 'nearest'});
  button.focus();
}

function choose(name) {
  const state = states.find((each) => each.name === name);
  const isOther = (state ? name : null) !== chosen;
  chosen = state ? name : null;
  if (isOther) {
    byId('tried').hidden = true;
    attempt(showFields);
  }
  byId('place').hidden = byId('trying').hidden = !state;
  byId('hint').hidden = !!state;
  const drawn = drawnStates();
  drawn.forEach((each, i) => {
    const isChosen = each.dataset.state === chosen;
    each.classList.toggle('chosen', isChosen);
    each.setAttribute('aria-selected', isChosen);
    // One of them is reached by Tab, the others from there by the arrow keys.
    each.setAttribute('tabindex', isChosen || !state && i === 0 ? '0' : '-1');
  });
  byId('title').textContent = state ? `${state.type} ${name}` : 'The machine';
  if (!state) {
    return;
  }
  byId('rename').value = name;
  byId('leading').hidden = state.last;
  byId('way').textContent = state.type === 'Choice' ? 'Default' : 'Then';
  byId('working').hidden = !WORKING.includes(state.type);
  const others = states.filter((each) => each.scope === state.scope).map((each) => new Option(each.name));
  byId('next').replaceChildren(new Option(state.type === 'Choice' ? 'no default' : 'end', ''), ...others);
  byId('next').value = state.next || '';
  showWays(state);
}

/** Lists the ways of the picture onto which a state can be moved. */
function showWays(state) {
  const told = waysFor(state, states, state.last ? [] : frame.querySelectorAll('.way'));
  const before = byId('onto').value;
  ways = [...told.values()];
  byId('onto').replaceChildren(...[...told.keys()].map((name) => new Option(name)));
  if (told.has(before)) {
    byId('onto').value = before;
  }
  byId('moving').hidden = !told.size;
}

/** Asks for a change of the text; once more if the user has typed there meanwhile, so that nothing typed is lost. */
async function changed(how, what) {
  const definition = text.value;
  const answer = await ask(how, {definition, ...what});
  return definition === text.value ? answer : changed(how, what);
}

/** Makes a change of the server's that mends a finding in a text. */
function mend(definition, fix) {
  if (definition !== text.value) {
    throw new Error('The text has changed meanwhile. Choose what mends it once more.');
  }
  const last = (one, other) => other.start - one.start;
  text.replace([...fix.changes].sort(last).reduce((mended, {start, end, written}) =>
    mended.slice(0, start) + written + mended.slice(end), definition));
  tell('');
}

/** Gives the focus back to where the user was; the text had it for a moment. */
function focusOn(element) {
  if (element === document.body) {
    document.activeElement.blur();
  } else {
    element.focus();
  }
}

const change = (what) => inOrder(async () => {
  const answer = await changed('change', {state: chosen || undefined, ...what});
  const from = document.activeElement;
  chosen = answer.state || null;
  fields.hold(() => text.replace(answer.definition));
  if (chosen) {
    // Out of the text, whose cursor may stand in another state now, and back to where the user was.
    (from.closest('#state') ? from : byId('rename')).focus();
  }
  tell('');
});

async function changeField(what) {
  const {definition} = await changed('field', what);
  const from = document.activeElement;
  fields.hold(() => {
    text.replace(definition);
    focusOn(from);
  });
  tell('');
}

async function save() {
  await fields.flush();
  await machine.save(byId('name').value, byId('type').value, text.value);
  belong();
  tell('Saved.');
}

/** The page belongs to a machine now. */
function belong() {
  history.replaceState(null, '', '/designer/' + machine.arn);
  byId('name').disabled = byId('type').disabled = true;
  byId('machine').href = '/machines/' + machine.arn;
  byId('machine').hidden = false;
}

async function run() {
  await fields.flush();
  if (!machine.arn || text.value !== machine.saved) {
    await save();
  }
  if (byId('type').value === 'STANDARD') {
    location.assign('/executions/' + (await machine.start(byId('input').value)).executionArn);
    return;
  }
  tell('Runs...');
  print('output', await machine.runSync(byId('input').value), ['status', 'output', 'error', 'cause']);
  tell('');
}

async function tryState() {
  await fields.flush();
  const result = byId('working').hidden ? undefined : byId('result').value;
  print('tried', await tried(text.value, chosen, byId('example').value, result),
    ['status', 'output', 'error', 'cause', 'nextState']);
  tell('');
}

async function layout() {
  await fields.flush();
  const {definition} = await changed('layout');
  fields.hold(() => text.replace(definition));
  tell('');
}

function print(id, answer, members) {
  byId(id).hidden = false;
  byId(id).textContent = members.filter((member) => answer[member] !== undefined)
    .map((member) => `${member}: ${answer[member]}`).join('\n');
}

byId('text').addEventListener('input', () => {
  tell(''); // it was of the text before
  frame.setAttribute('aria-busy', 'true'); // the picture and the findings are, too
  clearTimeout(timer);
  timer = setTimeout(() => attempt(draw), 200);
});
frame.addEventListener('click', (event) => {
  const state = event.target.closest('[data-state]');
  choose(state && state.dataset.state);
  showInText();
});
frame.addEventListener('keydown', (event) => {
  const state = event.target.closest('[data-state]');
  if (state && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    choose(state.dataset.state);
    byId('rename').focus();
  }
  if (state) {
    walk(event, state, drawnStates());
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
  if (text.value !== machine.saved) {
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
on('larger', 'click', () => picture.larger());
on('smaller', 'click', () => picture.smaller());
on('fit', 'click', () => picture.fit());
on('actual', 'click', () => picture.actual());
on('whole', 'click', () => choose(null));
on('type', 'change', draw);
// There is no arrow yet onto which a state could be dragged.
on('first', 'click', () => change({change: 'ADD_FIRST', type: 'Pass', name: 'Start'}));
on('layout', 'click', layout);
on('save', 'click', save);
on('start', 'click', run);
on('try', 'click', tryState);
on('rename', 'change', () => change({change: 'RENAME', name: byId('rename').value}));
on('next', 'change', () => change({change: 'LEAD_TO', next: byId('next').value || undefined}));
on('move', 'click', () => change({change: 'MOVE', ...ways[byId('onto').selectedIndex]}));
on('before', 'click', () => change({change: 'ADD_BEFORE', type: byId('kind').value}));
on('after', 'click', () => change({change: 'ADD_AFTER', type: byId('kind').value}));
on('copy', 'click', () => change({change: 'COPY'}));
on('remove', 'click', () => change({change: 'REMOVE'}));

async function open() {
  text.value = NEW;
  if (machine.arn) {
    const {name, type, definition} = await machine.open();
    byId('name').value = name;
    byId('type').value = type;
    belong();
    text.value = definition.trim().includes('\n') ? definition : (await ask('layout', {definition})).definition;
  }
  machine.saved = text.value;
  document.title = byId('name').value + ' - Designer';
  await draw();
}

attempt(open).then(() => frame.setAttribute('aria-busy', 'false'));
