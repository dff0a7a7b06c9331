package dev.convene.core.provider;

/**
 * How far an archive is. The order is the order of life, so of two reports the later in it is the newer, whichever comes
 * first. {@code FAILED} is before {@code READY}: what was given up and turns up all the same is not lost.
 */
public enum ArchiveStatus {
    /** Asked for here; whether the provider knows of it is not known yet. */
    REQUESTED,
    /** The provider knows of it and does not record yet. */
    STARTING,
    /** Being recorded, or waiting for somebody to send. */
    ACTIVE,
    /** No longer recorded; the file is not made yet. */
    STOPPING,
    /** The file is being composed, or carried to its storage. */
    UPLOADING,
    /** There will be no file; the reason says why. */
    FAILED,
    /** The file is where it belongs. */
    READY,
    /** The file was there, and the provider has thrown it away. */
    EXPIRED,
    /** The file was deleted because somebody asked for it. */
    DELETED;

    /** Whether nothing more comes by itself, but for a file that expires. */
    public boolean isSettled() {
        return compareTo(FAILED) >= 0;
    }

    /** Whether it is, or may be, recording now. */
    public boolean isRecording() {
        return compareTo(STOPPING) < 0;
    }
}
