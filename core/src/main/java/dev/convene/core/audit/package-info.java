/** Who changed what, in a log that shows if somebody changed it afterwards. */
@NullMarked
package dev.convene.core.audit;

import org.jspecify.annotations.NullMarked;
