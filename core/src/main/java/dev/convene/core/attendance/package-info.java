/** Who was in a meeting and when, from what the providers report in any order, any number of times. */
@NullMarked
package dev.convene.core.attendance;

import org.jspecify.annotations.NullMarked;
