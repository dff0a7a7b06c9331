package dev.convene.core.provider;

/** How people are arranged in a composed archive. The names are Vonage's layout types. */
public enum ArchiveLayout {
    /** Everybody as large as fits. */
    BEST_FIT("bestFit"),
    /** One large, others over it. */
    PICTURE_IN_PICTURE("pip"),
    /** One large, others below. */
    HORIZONTAL_PRESENTATION("horizontalPresentation"),
    /** One large, others beside. */
    VERTICAL_PRESENTATION("verticalPresentation");

    private final String value;

    ArchiveLayout(String value) {
        this.value = value;
    }

    /** The layout in its form on the wire. */
    public String value() {
        return value;
    }
}
