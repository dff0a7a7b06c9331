package dev.convene.starter.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.convene.core.archive.ArchiveProblem;
import dev.convene.core.archive.ArchiveProblem.WrongStatus;
import dev.convene.starter.problem.Problem;
import java.util.Locale;

/** What each problem of an archive is on the wire, with the predecessor's words where it has some. */
final class ArchiveProblems {

    private ArchiveProblems() {}

    static Problem of(ArchiveProblem problem) {
        return switch (problem) {
            case ArchiveProblem.Unknown it ->
                Problem.of(NOT_FOUND, "archive-unknown", "There is no archive with this id.")
                        .saying("Archive Not Found");
            case ArchiveProblem.NotLive it ->
                Problem.of(
                        CONFLICT,
                        "meeting-not-live",
                        "Nobody has joined this meeting yet; start to record when somebody is in it.");
            case WrongStatus it -> wrongStatus(it);
        };
    }

    private static Problem wrongStatus(WrongStatus problem) {
        String status = problem.status().name().toLowerCase(Locale.ROOT);
        String which = switch (problem.wanted()) {
            case STOP -> "only one that is being recorded can be stopped.";
            case ARRANGE -> "only a composed one that is being recorded can be arranged.";
            case DELETE -> "stop it before you delete it.";
            case DOWNLOAD -> "there is no file of it at the provider now.";
        };
        return Problem.of(CONFLICT, "archive-status", "This archive is " + status + "; " + which)
                .with("archiveStatus", status);
    }
}
