// Who is signed in, and what they may do. The server decides again on every request; this only hides what would be refused.
import { announce, toast } from '../feedback.js';

let me = null;
let onSignedOut = () => {};

export function startSession(signedIn, whenSignedOut = () => {}) {
  me = signedIn;
  onSignedOut = whenSignedOut;
}

export const person = () => me;

export const may = permission => me?.permissions?.includes(permission) ?? false;

/** Shows a problem of an action the person took; a session that has run out leads back to the sign-in. */
export function report(problem) {
  if (!leftSignedOut(problem)) {
    toast(problem.message, { milliseconds: 7000 });
  }
}

/** True if the problem is that nobody is signed in any more, in which case the sign-in is shown now. */
export function leftSignedOut(problem) {
  if (problem.status !== 401) {
    return false;
  }
  announce('You are signed out.', { urgent: true });
  onSignedOut('Your session has ended. Sign in again to go on.');
  return true;
}
