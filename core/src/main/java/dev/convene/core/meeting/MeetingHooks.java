package dev.convene.core.meeting;

/**
 * What an application does before and after meetings are created, started, edited and ended. Of several, all are asked, in
 * their order. Implementations are safe for use by many threads.
 *
 * <p>Before: may refuse by {@link MeetingProblem.Refused}, and then nothing is changed; any other exception fails the request
 * as well. It runs outside of Convene's transaction, and may be called for attempts that come to nothing, or twice at once for
 * two people who come first: it decides, and does nothing that would have to be undone.
 *
 * <p>After: runs once for each change, when it is committed, whoever made it and by whichever way; if the change is part of a
 * transaction of the application's, soon after that one, on another thread. What it throws is logged and changes nothing. It is
 * lost if the process is killed between the commit and the call.
 */
public interface MeetingHooks {

    /** Before the provider is asked for a room. */
    default void beforeCreate(Caller caller, NewMeeting wanted) {}

    default void afterCreate(Meeting created) {}

    /** Before the first person is let in, who is {@code first}. */
    default void beforeStart(Meeting meeting, Stamp first) {}

    default void afterStart(Meeting started) {}

    default void beforeEdit(Caller caller, Meeting meeting, MeetingEdit edit) {}

    /** Not called for an edit that makes no difference. */
    default void afterEdit(Meeting edited) {}

    /**
     * Before somebody ends it through the service. Not before it ends at its planned end, or because a moderator ended it in
     * the provider's room: that has happened when it is known.
     */
    default void beforeEnd(Caller caller, Meeting meeting) {}

    /** {@link History#modified()} says who ended it: nobody, if it was its planned end. */
    default void afterEnd(Meeting ended) {}
}
