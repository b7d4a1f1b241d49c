// The picture of a definition to those who do not see it, or have no mouse: a tree whose items are the states.

/** Has each state found in a picture, and those within a state as a group of that one. */
export function asTree(svg) {
  svg.setAttribute('role', 'tree');
  for (const state of svg.querySelectorAll('[data-state]')) {
    state.setAttribute('role', 'treeitem');
    if (state.parentElement.closest('[data-state]')) {
      const group = document.createElementNS(svg.namespaceURI, 'g');
      group.setAttribute('role', 'group');
      state.replaceWith(group);
      group.append(state);
    }
  }
}

/** Leads from one of all states to the next or the one before, by the arrow keys. */
export function walk(event, state, all) {
  const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
  if (step) {
    event.preventDefault();
    all[(all.indexOf(state) + step + all.length) % all.length].focus();
  }
}
