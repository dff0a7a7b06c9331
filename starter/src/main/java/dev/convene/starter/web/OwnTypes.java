package dev.convene.starter.web;

import org.springframework.core.ResolvableType;

/** Tells Convene's controllers and answers from those of the application around it. */
final class OwnTypes {

    private static final String PACKAGE = "dev.convene.starter.";

    private OwnTypes() {}

    static boolean contain(Class<?> type) {
        return type.getName().startsWith(PACKAGE);
    }

    /** A list of ours is ours too. */
    static boolean contain(ResolvableType type) {
        return contain(type.toClass())
                || (type.hasGenerics() && contain(type.getGeneric(0).toClass()));
    }
}
