/** What providers report: taken once, and applied to attendance, archives and meetings in one transaction. */
@NullMarked
package dev.convene.core.event;

import org.jspecify.annotations.NullMarked;
