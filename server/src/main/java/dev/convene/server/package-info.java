/** The runnable server: the starter with every provider. */
@NullMarked
package dev.convene.server;

import org.jspecify.annotations.NullMarked;
