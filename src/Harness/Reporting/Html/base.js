'use strict';
const marks = { pass: '✓', lenient: '~', fail: '✗', error: '!', inconclusive: '?', below: '▽', known: '•', flaky: '≈', 'not-observable': '–', skip: '»', none: ' ' };

/** Makes an element; properties with a hyphen are attributes, strings among the children are text. */
function make(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'class') element.className = value;
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key.includes('-') || key === 'role' || key === 'for') element.setAttribute(key, value === true ? '' : value);
    else element[key] = value;
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

function mark(word) {
  return make('span', { class: `mark s-${word}`, title: word }, make('span', { 'aria-hidden': 'true' }, marks[word]), make('span', { class: 'hidden' }, word));
}

function plural(count, noun) { return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`; }

function soon(action) {
  let waiting = 0;
  return () => { clearTimeout(waiting); waiting = setTimeout(action, 120); };
}
