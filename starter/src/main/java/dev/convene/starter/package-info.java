/** Wires Convene into a Spring Boot application. */
@NullMarked
package dev.convene.starter;

import org.jspecify.annotations.NullMarked;
