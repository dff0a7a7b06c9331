package dev.convene.core.meeting;

/** What the application around the meetings decides about them: their links, who may come in, when, and how many. */
public record MeetingRules(LinkGenerator links, JoinPolicy joinPolicy, Quotas quotas, Hooks hooks) {

    /** As {@link JoinPolicy#DEFAULT} says, as many as come. */
    public static final MeetingRules DEFAULT =
            new MeetingRules(LinkGenerator.nanoid(), JoinPolicy.DEFAULT, Quotas.NONE, Hooks.NONE);
}
