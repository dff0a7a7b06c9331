/** The predecessor's variables. */
package dev.convene.server.variables;
