/** What people do, in real browsers against a real server. */
package dev.convene.server.e2e;
