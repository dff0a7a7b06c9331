/** What arrived from one peer, summed over its streams (https://www.w3.org/TR/webrtc-stats/#inboundrtpstats-dict*). */
export async function summary(peerId, pc) {
  const inbound = [...(await pc.getStats()).values()].filter(entry => entry.type === 'inbound-rtp');
  const sum = (kind, field) =>
    inbound.filter(entry => entry.kind === kind).reduce((total, entry) => total + (entry[field] ?? 0), 0);
  return {
    peerId,
    connectionState: pc.connectionState,
    framesDecoded: sum('video', 'framesDecoded'),
    audioBytesReceived: sum('audio', 'bytesReceived'),
  };
}
