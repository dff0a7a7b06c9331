/** Meetings on Vonage, which is a stub on loopback. */
package dev.convene.server.vonage;
