/** Variables in a {@code .env} file, as the predecessor has them. */
@NullMarked
package dev.convene.server.dotenv;

import org.jspecify.annotations.NullMarked;
