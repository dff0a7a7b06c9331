package dev.convene.starter.security;

/** What it takes to make a request. */
sealed interface Access {

    /** Everybody may, and who it is does not matter. */
    record Open() implements Access {}

    /** Everybody may; who is signed in is known as such. */
    record Recognised() implements Access {}

    /** Only a caller who holds the permission may. */
    record Permitted(Permission permission) implements Access {}

    /** There is no such operation. */
    record Unknown() implements Access {}
}
