package dev.convene.core.provider;

/** Something that one provider can and another cannot do; asked for at create time, refused there by name. */
public enum Capability {
    /** Media that no server can read. */
    END_TO_END_ENCRYPTION("endToEndEncryption"),
    /** Recording on the provider's side. */
    ARCHIVING("enableArchiving");

    private final String option;

    Capability(String option) {
        this.option = option;
    }

    /** The option of the API that needs it. */
    public String option() {
        return option;
    }
}
