// LiveKit's reasons (https://docs.livekit.io/reference/client-sdk-js/) as what the join page knows.

/** Why LiveKit did not let us in. */
export function refused({ ConnectionErrorReason }, error) {
  const known = new Map([
    // the meeting goes on in another room, for which a new token is needed
    [ConnectionErrorReason.ServiceNotFound, ['token-expired', 'The meeting has moved on. Try again.']],
    [ConnectionErrorReason.NotAllowed, ['token-expired', 'The invitation does not let you in any more. Try again.']],
    [ConnectionErrorReason.LeaveRequest, ['room-full', 'The meeting is full, or has just ended.']],
  ]);
  const [code, message] =
    (error.status === 404 ? known.get(ConnectionErrorReason.ServiceNotFound) : known.get(error.reason)) ??
    ['unavailable', 'LiveKit cannot be reached. Check your connection and try again.'];
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
