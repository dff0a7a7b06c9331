/** The settings under {@code convene.*}, and the check that names every wrong one before anything starts. */
@NullMarked
package dev.convene.starter.settings;

import org.jspecify.annotations.NullMarked;
