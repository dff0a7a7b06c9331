package dev.convene.starter.security;

import java.util.List;

/** For callers of a test who may do everything there is to do, in their own tenant. */
public final class EveryPermission {

    private EveryPermission() {}

    public static List<String> keys() {
        return Permission.allKeys();
    }
}
