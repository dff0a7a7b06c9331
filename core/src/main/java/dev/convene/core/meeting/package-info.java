/** Meetings: their schedule, options and life, and who may come in. Rules are in the records; the ports are interfaces. */
@NullMarked
package dev.convene.core.meeting;

import org.jspecify.annotations.NullMarked;
