/** A predecessor's operator moves over. */
package dev.convene.server.predecessor;
