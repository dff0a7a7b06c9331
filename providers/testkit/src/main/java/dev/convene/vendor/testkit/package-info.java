/** Vendors on loopback, which keep state and answer like the real ones. For tests of providers. */
@NullMarked
package dev.convene.vendor.testkit;

import org.jspecify.annotations.NullMarked;
