/** Vonage Video on both its platforms: rooms, join tokens, webhooks and archives. */
@NullMarked
package dev.convene.provider.vonage;

import org.jspecify.annotations.NullMarked;
