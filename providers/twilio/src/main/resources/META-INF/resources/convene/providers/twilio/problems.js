// Twilio's errors (https://www.twilio.com/docs/video/troubleshooting/error-codes) as what the join page knows.

const ROOM_COMPLETED = 53118;
const ROOM_NOT_FOUND = 53106;
const DUPLICATE_IDENTITY = 53205;

const CODES = new Map([
  [20104, ['token-expired', 'The time to join with this link is over. Try again.']],
  [20105, ['token-invalid', 'The clock of this server or of Twilio is wrong.']],
  [53105, ['room-full', 'The meeting is full.']],
  // the meeting goes on in another room, for which a new token is needed
  [ROOM_NOT_FOUND, ['token-expired', 'The meeting has moved on. Try again.']],
  [ROOM_COMPLETED, ['token-expired', 'The meeting has moved on. Try again.']],
]);

/** Why Twilio did not let us in. */
export function refused(error) {
  const invalid = error.code > 20100 && error.code < 20108;
  const [code, message] =
    CODES.get(error.code) ??
    (invalid ? ['token-invalid', 'The invitation is not valid.'] : ['unavailable', 'Twilio cannot be reached. Try again.']);
  return Object.assign(new Error(message), { code, cause: error });
}

/** Why we are out, as an event of the call. `hasEnded` asks the server whether the meeting has. */
export async function over(error, hasEnded) {
  if (error?.code === DUPLICATE_IDENTITY) {
    return { type: 'error', code: 'replaced', message: 'You joined from another window.', fatal: true };
  }
  const ended = await hasEnded().catch(() => false);
  if (ended) {
    return { type: 'ended' };
  }
  if (error?.code === ROOM_COMPLETED) {
    return { type: 'error', code: 'room-closed', message: 'The room was closed. Join again.', fatal: true };
  }
  const lost = error && !(error.code >= 53200 && error.code < 53300);
  return lost
    ? { type: 'error', code: 'connection-lost', message: 'The connection was lost. Join again.', fatal: true }
    : { type: 'removed' };
}
