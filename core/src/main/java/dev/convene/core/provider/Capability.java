package dev.convene.core.provider;

/** Something that one provider can and another cannot do; what asks for it is refused by name. */
public enum Capability {
    /** Media that no server can read. */
    END_TO_END_ENCRYPTION("endToEndEncryption"),
    /** Recording on the provider's side, from the start of a meeting or on demand: it has an {@link Archiver}. */
    ARCHIVING("enableArchiving"),
    /** An archive as one file a stream. */
    INDIVIDUAL_ARCHIVES("outputMode=individual"),
    /** People in an archive can be arranged. */
    ARCHIVE_LAYOUT("layout"),
    /** Archives can be kept in an S3 bucket. */
    STORAGE_S3("name=AWSS3"),
    /** Archives can be kept in an Azure container. */
    STORAGE_AZURE("name=AZURE"),
    /** The provider enforces who only sends or only receives ({@link Role}). */
    ROLES("role");

    private final String option;

    Capability(String option) {
        this.option = option;
    }

    /** The option of the API that needs it. */
    public String option() {
        return option;
    }
}
