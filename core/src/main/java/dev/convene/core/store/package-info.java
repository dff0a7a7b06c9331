/** What the stores of all packages have in common. */
@NullMarked
package dev.convene.core.store;

import org.jspecify.annotations.NullMarked;
