// LiveKit's reasons (https://docs.livekit.io/reference/client-sdk-js/) as what the join page knows.

const FULL = ['room-full', 'The meeting is full, or its server is too busy. Try again.'];
const MOVED = ['token-expired', 'The meeting has moved on. Try again.'];
const UNREACHABLE = ['unavailable', 'LiveKit cannot be reached. Check your connection and try again.'];

/** Why LiveKit did not let us in. */
export function refused({ ConnectionErrorReason, DisconnectReason }, error) {
  const left = new Map([
    [DisconnectReason.JOIN_FAILURE, FULL],
    [DisconnectReason.PARTICIPANT_REMOVED, ['removed', 'You were removed from the meeting.']],
    [DisconnectReason.ROOM_DELETED, MOVED],
  ]);
  const refusals = new Map([
    [ConnectionErrorReason.ServiceNotFound, MOVED],
    // the server answers and takes the token, and all the same does not let us in
    [ConnectionErrorReason.WebSocket, FULL],
    [ConnectionErrorReason.NotAllowed, ['token-expired', 'The invitation does not let you in any more. Try again.']],
  ]);
  const [code, message] =
    (error.reason === ConnectionErrorReason.LeaveRequest && left.get(error.context)) ||
    (error.status === 404 ? MOVED : refusals.get(error.reason)) ||
    UNREACHABLE;
  return Object.assign(new Error(message), { code, cause: error });
}

/** Why we are out, as an event of the call. `hasEnded` asks the server whether the meeting has. */
export async function over({ DisconnectReason }, reason, hasEnded) {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) {
    return { type: 'error', code: 'replaced', message: 'You joined from another window.', fatal: true };
  }
  if (await hasEnded().catch(() => false)) {
    return { type: 'ended' };
  }
  if (reason === DisconnectReason.PARTICIPANT_REMOVED) {
    return { type: 'removed' };
  }
  const closed = reason === DisconnectReason.ROOM_DELETED || reason === DisconnectReason.ROOM_CLOSED;
  return closed
    ? { type: 'error', code: 'room-closed', message: 'The room was closed. Join again.', fatal: true }
    : { type: 'error', code: 'connection-lost', message: 'The connection was lost. Join again.', fatal: true };
}
