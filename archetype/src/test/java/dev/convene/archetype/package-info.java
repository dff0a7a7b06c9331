/** Projects made from the archetype, built as their owners would. */
@NullMarked
package dev.convene.archetype;

import org.jspecify.annotations.NullMarked;
