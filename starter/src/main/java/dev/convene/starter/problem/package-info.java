/** What goes wrong, in the one form in which it goes over the wire. */
@NullMarked
package dev.convene.starter.problem;

import org.jspecify.annotations.NullMarked;
