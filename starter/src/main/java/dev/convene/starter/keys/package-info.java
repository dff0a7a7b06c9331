/** The public keys that access tokens are verified by: where they come from, and how long they are kept. */
@NullMarked
package dev.convene.starter.keys;

import org.jspecify.annotations.NullMarked;
