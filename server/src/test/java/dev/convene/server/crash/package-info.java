/** The server killed while it works. */
package dev.convene.server.crash;
