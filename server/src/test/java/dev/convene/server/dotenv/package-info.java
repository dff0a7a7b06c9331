/** Variables in a file. */
package dev.convene.server.dotenv;
