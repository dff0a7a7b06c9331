/** The embedded provider: browser to browser, signalled by Convene itself. */
@NullMarked
package dev.convene.provider.embedded;

import org.jspecify.annotations.NullMarked;
