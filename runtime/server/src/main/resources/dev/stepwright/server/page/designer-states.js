// What is found among the states of a definition, as the server tells of them: name, scope, at, line, column and more.

/** Returns the name that a state has got where all others have kept theirs, as when a change of its name is taken back. */
export function newName(old, before, after) {
  const index = before.findIndex((each) => each.name === old);
  const isRenamed = index >= 0 && before.length === after.length
    && before.every((each, i) => (each.name === after[i].name) === (i !== index));
  return isRenamed ? after[index].name : null;
}

/** Notes where in the text each state begins and ends. */
export function place(states, text) {
  const definition = text.value;
  const starts = text.starts();
  const ends = text.objects();
  for (const state of states) {
    state.start = starts[state.line - 1] + state.column - 1;
    state.end = ends.get(definition.indexOf('{', state.start + JSON.stringify(state.name).length)) || state.start;
  }
}

/** Returns the innermost state around a place of the text, if there is one. */
export function innermost(states, at) {
  return states.filter((state) => state.start <= at && at < state.end)
    .reduce((inner, state) => (!inner || state.start > inner.start ? state : inner), null);
}

/** Returns those of the drawn ways onto which a state can be moved, by what they are called: not those that it is on, nor those within it. */
export function waysFor(state, states, drawn) {
  const own = states.filter((each) => each === state || each.at.startsWith(state.at + '/')).map((each) => each.name);
  const told = new Map();
  for (const {dataset: {from, to}, classList} of drawn) {
    const caught = classList.contains('catch');
    if (!own.includes(from) && !own.includes(to)) {
      told.set(`${from ?? 'start'} \u2192 ${to ?? 'end'}${caught ? ' (Catch)' : ''}`, {from, to, caught});
    }
  }
  return told;
}
