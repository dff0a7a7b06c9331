package dev.convene.core.meeting;

/** Who may come in, when, and how many. */
public record JoinRules(JoinPolicy policy, Quotas quotas) {

    /** As {@link JoinPolicy#DEFAULT} says, as many as come. */
    public static final JoinRules DEFAULT = new JoinRules(JoinPolicy.DEFAULT, Quotas.NONE);
}
