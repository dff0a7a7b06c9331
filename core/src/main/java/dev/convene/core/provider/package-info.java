/**
 * The SPI: what carries a meeting's media, and what it reports. Adapter writers need this package and nothing else of
 * core.
 */
@NullMarked
package dev.convene.core.provider;

import org.jspecify.annotations.NullMarked;
