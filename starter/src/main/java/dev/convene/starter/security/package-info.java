/** Who may do what: bearer tokens, the console's sign-in, permissions, headers and rate limits. */
@NullMarked
package dev.convene.starter.security;

import org.jspecify.annotations.NullMarked;
