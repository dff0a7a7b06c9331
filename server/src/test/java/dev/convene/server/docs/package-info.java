/** What of the documentation is made from the code, and kept equal to it. */
package dev.convene.server.docs;
