package dev.convene.core.archive;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.provider.ArchiveStatus;

/** Why an archive does not do what it was asked. Each case carries its data; none knows an HTTP status. */
public abstract sealed class ArchiveProblem extends RuntimeException {

    private ArchiveProblem(String message) {
        super(message);
    }

    /** There is no such archive, or not for this tenant, or it is deleted. */
    public static final class Unknown extends ArchiveProblem {
        public Unknown(String id) {
            super("There is no archive " + id);
        }
    }

    /** Nobody has joined the meeting yet: there is nothing to record. */
    public static final class NotLive extends ArchiveProblem {
        public NotLive(MeetingLink link) {
            super("Nobody has joined the meeting " + link + " yet");
        }
    }

    /** The archive is in no status for it. */
    public static final class WrongStatus extends ArchiveProblem {
        private final ArchiveStatus status;
        private final Wanted wanted;

        public WrongStatus(Archive archive, Wanted wanted) {
            super("Archive " + archive.key() + " is " + archive.status());
            this.status = archive.status();
            this.wanted = wanted;
        }

        public ArchiveStatus status() {
            return status;
        }

        public Wanted wanted() {
            return wanted;
        }

        /** What it was asked for. */
        public enum Wanted {
            /** For one that the provider records. */
            STOP,
            /** For one that is composed and that the provider records. */
            ARRANGE,
            /** For one that is not recorded any more. */
            DELETE,
            /** For one whose files are at the provider. */
            DOWNLOAD
        }
    }
}
