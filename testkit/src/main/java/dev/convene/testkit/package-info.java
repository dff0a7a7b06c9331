/** Compatibility kits, fakes and a settable clock for tests. */
@NullMarked
package dev.convene.testkit;

import org.jspecify.annotations.NullMarked;
