package dev.convene.provider.embedded;

/** What somebody sends right now, as their own browser says. */
record MediaState(boolean audio, boolean video, boolean screen) {

    static final MediaState OFF = new MediaState(false, false, false);
}
