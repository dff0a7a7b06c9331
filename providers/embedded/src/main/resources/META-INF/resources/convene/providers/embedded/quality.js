// How much is sent to each peer. In a mesh every browser encodes and uploads once per peer, so each share shrinks as the
// room grows: about 1.7 Mbit/s of camera upload for two people, 2.5 Mbit/s in all for six.

const CAMERA = [
  { upTo: 1, limits: { maxBitrate: 1_700_000, scaleResolutionDownBy: 1 } },
  { upTo: 3, limits: { maxBitrate: 800_000, scaleResolutionDownBy: 1.5 } },
  { upTo: Infinity, limits: { maxBitrate: 500_000, scaleResolutionDownBy: 2 } },
];
const SCREEN = [
  { upTo: 1, limits: { maxBitrate: 3_000_000, maxFramerate: 15 } },
  { upTo: 3, limits: { maxBitrate: 1_800_000, maxFramerate: 15 } },
  { upTo: Infinity, limits: { maxBitrate: 1_000_000, maxFramerate: 10 } },
];

/** Sets the limits of all links for as many peers as there are. */
export function shareBandwidth(links) {
  links.forEach(link => {
    limit(link.sender('camera'), CAMERA, links.length);
    limit(link.sender('screen'), SCREEN, links.length);
  });
}

function limit(sender, table, peers) {
  const parameters = sender?.getParameters();
  if (!parameters?.encodings?.length) {
    return;
  }
  Object.assign(parameters.encodings[0], table.find(row => peers <= row.upTo).limits);
  // Refused while a negotiation is under way: the next change of the room or the connection sets it again.
  sender.setParameters(parameters).catch(() => null);
}
