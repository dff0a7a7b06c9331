/** What was recorded from the predecessor, replayed against this server. */
package dev.convene.server.golden;
