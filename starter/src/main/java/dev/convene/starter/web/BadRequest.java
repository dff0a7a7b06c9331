package dev.convene.starter.web;

/** A request that makes no sense, in the words in which the predecessor says so where it does. */
final class BadRequest extends RuntimeException {

    private final String code;

    BadRequest(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
