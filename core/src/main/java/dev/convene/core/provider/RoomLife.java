package dev.convene.core.provider;

/** How long a provider's room is there. */
public enum RoomLife {
    /** From its opening until it is closed, however long nobody is in it. */
    UNTIL_CLOSED,
    /**
     * Only while somebody is in it, and for minutes around that: it is opened when people come, and another may have to
     * follow it under the same link.
     */
    WHILE_USED
}
