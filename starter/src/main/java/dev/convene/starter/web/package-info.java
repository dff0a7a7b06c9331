/** The REST API, the webhooks and the pages. Every problem becomes a status in {@link ProblemHandler}, nowhere else. */
@NullMarked
package dev.convene.starter.web;

import org.jspecify.annotations.NullMarked;
