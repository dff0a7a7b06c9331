/** Access tokens that callers show, and which of them are no good any more. */
@NullMarked
package dev.convene.core.access;

import org.jspecify.annotations.NullMarked;
