// The console: sign-in, then one view per address: `#/` the meetings, `#/meetings/{link}` one meeting.
import { api } from '../api.js';
import { closeDialogs } from '../dialog.js';
import { button, el } from '../dom.js';
import { showMessage } from '../message.js';
import { themeButton } from '../theme.js';
import { showList } from './list.js';
import { showMeeting } from './meeting.js';
import { person, startSession } from './session.js';
import { showSignedOut } from './sign-in.js';

let leaveView = () => {};

/** Shows the view the address names; the view before it stops its timers. */
function route() {
  if (oneTimeToken()) {
    return;
  }
  const link = /^#\/meetings\/([^/]+)$/.exec(location.hash)?.[1];
  closeDialogs();
  leaveView();
  leaveView = link ? showMeeting(decodeURIComponent(link)) : showList();
}

function showHeader() {
  const bar = document.getElementById('topbar');
  bar.replaceChildren(bar.querySelector('.brand'));
  if (person()) {
    bar.append(el('span', { class: 'who muted', id: 'signed-in-as' }, person().name ?? person().id));
  }
  bar.append(themeButton());
  if (person()) {
    bar.append(button('Sign out', { icon: 'sign-out', kind: 'ghost', id: 'sign-out', on: { click: signOut } }));
  }
}

async function signOut() {
  await api.signOut().catch(() => null);
  signedOut();
}

function signedOut(reason) {
  closeDialogs();
  leaveView();
  leaveView = () => {};
  window.removeEventListener('hashchange', route);
  startSession(null);
  showHeader();
  showSignedOut({ reason, onSignedIn: start });
}

/** A one-time link has its token in the fragment, which is never sent to the server; it leaves the address bar at once. */
async function useOneTimeLink() {
  const token = oneTimeToken();
  if (!token) {
    return null;
  }
  history.replaceState(null, '', location.pathname);
  return api.signIn({ token: decodeURIComponent(token) }).then(
    () => null,
    problem => problem,
  );
}

const oneTimeToken = () => /^#sign-in=(.+)$/.exec(location.hash)?.[1];

async function start() {
  leaveView();
  leaveView = () => {};
  window.removeEventListener('hashchange', route);
  try {
    const refused = await useOneTimeLink();
    const me = await api.me();
    if (me.signedIn) {
      signedIn(me);
    } else {
      signedOut(refused?.message);
    }
  } catch (problem) {
    showFailure(problem);
  }
}

function signedIn(me) {
  startSession(me, signedOut);
  showHeader();
  window.addEventListener('hashchange', route);
  route();
}

function showFailure(problem) {
  showHeader();
  showMessage({
    name: 'error',
    emblem: 'warning',
    tone: 'danger',
    title: 'The console could not be loaded',
    content: [problem.message],
    actions: [button('Try again', { kind: 'primary', on: { click: start } })],
  });
}

// Opened in a tab that shows the console already, the link changes nothing but the fragment.
window.addEventListener('hashchange', () => oneTimeToken() && start());
start();
