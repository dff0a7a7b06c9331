package dev.convene.core.audit;

/** Whether the log shows people's names; their ids it always does. */
public enum PersonNames {
    SHOWN,
    HIDDEN
}
