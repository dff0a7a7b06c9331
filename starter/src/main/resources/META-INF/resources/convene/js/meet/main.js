// The join page from the link to the last screen: look the meeting up, get ready, be in the call, and after it.
import { api } from '../api.js';
import { announce } from '../feedback.js';
import { themeButton } from '../theme.js';
import { inCall } from './call.js';
import { forgetInvitation, invitation } from './invitation.js';
import { LocalMedia } from './media.js';
import { waitForOpening } from './opening.js';
import { showPrejoin } from './prejoin.js';
import { showEnded, showGuestsRefused, showLeft, showRemoved, showTrouble, showUnknown } from './states.js';

const link = decodeURIComponent(location.pathname.split('/').filter(Boolean).pop() ?? '');
const media = new LocalMedia();
let stopScreen = () => {};

/** Asks for the meeting and shows the screen that fits. */
async function arrive({ waited = false } = {}) {
  stopScreen();
  stopScreen = () => {};
  let info;
  try {
    info = await api.lookUp(link);
  } catch (problem) {
    failed(problem);
    return;
  }
  if (waited && info.state === 'open') {
    announce('The meeting is open. You can join now.', { urgent: true });
  }
  show(info);
}

function failed(problem) {
  if (problem.status === 404) {
    showUnknown();
  } else {
    showTrouble({ title: 'The meeting could not be loaded', problem, onRetry: arrive });
  }
}

function show(info) {
  if (info.state === 'ended') {
    showEnded(info);
  } else if (info.state === 'not-open') {
    stopScreen = waitForOpening({ info, link, ask: () => arrive({ waited: true }) });
  } else if (!info.allowGuests && !info.signedIn && !invitation(link)) {
    showGuestsRefused();
  } else {
    getReady(info);
  }
}

function getReady(info, problem) {
  stopScreen = showPrejoin({ info, media, invited: Boolean(invitation(link)), join: name => enter(info, name), problem });
  if (!media.tracks.audio && !media.tracks.video) {
    media.open();
  }
}

/** Resolves once the call is on; rejects with what to tell the person. */
async function enter(info, name) {
  let admission;
  try {
    admission = await admit(info, name);
    const call = await inCall({ info, link, media, admission, renewToken: () => admit(info, name).then(({ token }) => token) });
    stopScreen();
    stopScreen = () => {};
    call.over.then(outcome => after(info, name, outcome));
  } catch (problem) {
    if (!turnedAway(info, problem, admission)) {
      throw problem;
    }
  }
}

/** The token the person brought, or one that the server gives now. */
async function admit(info, name) {
  const token = invitation(link);
  return token ? { token, provider: info.provider } : api.join(link, name);
}

/** Problems that have a screen of their own. */
function turnedAway(info, problem, admission) {
  const invited = admission && invitation(link);
  if (invited && /^token-/.test(problem.code)) {
    forgetInvitation(link);
    problem.message = 'Your invitation is not valid any more. You can join under a name instead.';
    getReady(info, problem);
    return true;
  }
  const screens = {
    'meeting-unknown': showUnknown,
    'meeting-ended': arrive,
    'room-closed': () => showEnded(info),
    'guests-not-allowed': showGuestsRefused,
    'meeting-not-open': arrive,
  };
  const screen = screens[problem.code];
  if (screen) {
    stopScreen();
    screen();
    media.close();
  }
  return Boolean(screen);
}

function after(info, name, { why, problem }) {
  media.close();
  const screens = {
    left: () => showLeft({ info, onRejoin: () => rejoin(info, name) }),
    ended: () => showEnded({ ...info, endTime: null }),
    removed: showRemoved,
    failed: () => showTrouble({ title: 'The call was interrupted', problem, onRetry: () => rejoin(info, name) }),
  };
  screens[why]();
}

/** Straight back in, with the same name and devices. */
async function rejoin(info, name) {
  const button = document.activeElement;
  button.disabled = true;
  await media.open();
  try {
    await enter(info, name);
  } catch (problem) {
    getReady(info, problem);
  }
}

document.getElementById('topbar').append(themeButton());
arrive();
