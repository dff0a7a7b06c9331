/** Archives: the service's own record of every recording, kept true by what the providers report. */
@NullMarked
package dev.convene.core.archive;

import org.jspecify.annotations.NullMarked;
