/** The variables of the predecessor's environment and {@code .env}, as the settings they are here. */
@NullMarked
package dev.convene.server.variables;

import org.jspecify.annotations.NullMarked;
