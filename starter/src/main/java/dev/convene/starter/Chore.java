package dev.convene.starter;

import java.time.Duration;

/** Something that {@link Housekeeping} does again and again, each time so long after the last time ended. */
record Chore(Duration every, Runnable work) {}
