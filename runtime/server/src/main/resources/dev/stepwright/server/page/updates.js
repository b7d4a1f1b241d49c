// Keeps the page of something that runs up to date: asks for it again and changes what is another. What one reads, types, has opened or chosen stays.
const every = 1000 * Number(document.currentScript.dataset.every);
const isElement = node => node.nodeType === Node.ELEMENT_NODE;

// By what a node is found again among its neighbours: those of the same key are taken in order.
function key(node) {
  const title = isElement(node) && node.matches('h2, details') ? (node.querySelector('summary') ?? node).textContent : '';
  return [node.nodeName, node.id || title].join(' ');
}

function become(shown, now) {
  if (isElement(shown)) {
    attributes(shown, now);
    children(shown, now);
  } else if (shown.data !== now.data) {
    shown.data = now.data;
  }
}

function attributes(shown, now) {
  for (const {name} of [...shown.attributes, ...now.attributes]) {
    const value = now.getAttribute(name);
    const isOwn = name === 'open' && shown.nodeName === 'DETAILS';
    if (isOwn || value === shown.getAttribute(name)) {
      continue;
    }
    if (value === null) {
      shown.removeAttribute(name);
    } else {
      shown.setAttribute(name, value);
    }
  }
}

function children(shown, now) {
  const old = new Map();
  for (const node of shown.childNodes) {
    const same = old.get(key(node)) ?? [];
    same.push(node);
    old.set(key(node), same);
  }
  const pairs = [...now.childNodes].map(node => [old.get(key(node))?.shift(), node]);
  [...old.values()].flat().forEach(node => node.remove());
  let at = shown.firstChild;
  for (const [same, node] of pairs) {
    if (same) {
      become(same, node);
    }
    if (same && same === at) {
      at = at.nextSibling;
    } else {
      shown.insertBefore(same ?? node, at);
    }
  }
}

// Stands above the page, which stays as it is, while nobody is signed in; the link leads to the form and back.
const ended = document.createElement('p');
ended.className = 'problem';
ended.setAttribute('role', 'alert');
ended.append('Your session has ended. This page shows its last answer. ', document.createElement('a'));
ended.lastChild.textContent = 'Sign in';

function tellEnded(address) {
  ended.lastChild.href = address;
  if (!ended.isConnected) {
    document.body.prepend(ended);
  }
}

// A page that takes long to make or to show is asked for less often: most of the time is left for other things.
const pause = took => Math.max(every, 4 * took);

async function update() {
  let runs = true;
  const begin = performance.now();
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) {
        tellEnded(answer.url);
      } else {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        become(document.querySelector('main'), page.querySelector('main'));
        runs = page.querySelector('script[data-every]') !== null;
        ended.remove();
      }
      document.body.classList.remove('lost');
    } catch (problem) {
      console.warn(problem); // the server is away, and may come back
      document.body.classList.add('lost');
    }
  }
  if (runs) {
    setTimeout(update, pause(performance.now() - begin));
  }
}
setTimeout(update, every);
