/** Meetings on LiveKit, as its operator and their clients see them. LiveKit is a stub on loopback. */
package dev.convene.server.livekit;
