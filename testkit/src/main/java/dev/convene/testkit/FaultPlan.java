package dev.convene.testkit;

import dev.convene.core.provider.ProviderEvent;
import java.util.HashMap;
import java.util.Map;

/** How likely each fault is for each kind of event. Immutable. */
public final class FaultPlan {

    /** What may happen to a report on its way. */
    public enum Fault {
        /** It never comes. */
        DROP,
        /** It comes up to four times more. */
        REPEAT,
        /** It changes its place with another that is sent at the same time. */
        REORDER,
        /** It comes with those that are sent next, or when all that is late arrives. */
        DELAY,
        /** Someone without the key sends a false one beside it. */
        FORGE
    }

    private record Case(Class<? extends ProviderEvent> kind, Fault fault) {}

    private final Map<Case, Double> odds;

    private FaultPlan(Map<Case, Double> odds) {
        this.odds = Map.copyOf(odds);
    }

    /** Everything comes once and in order. */
    public static FaultPlan none() {
        return new FaultPlan(Map.of());
    }

    /** The fault happens to every kind of event with the probability {@code odds}, 0 to 1. */
    @SuppressWarnings("unchecked")
    public FaultPlan with(Fault fault, double odds) {
        FaultPlan plan = this;
        for (Class<?> kind : ProviderEvent.class.getPermittedSubclasses()) {
            plan = plan.with((Class<? extends ProviderEvent>) kind, fault, odds);
        }
        return plan;
    }

    /** The fault happens to events of that kind with the probability {@code odds}, 0 to 1. */
    public FaultPlan with(Class<? extends ProviderEvent> kind, Fault fault, double odds) {
        if (odds < 0 || odds > 1) {
            throw new IllegalArgumentException("Odds are 0 to 1: " + odds);
        }
        var changed = new HashMap<>(this.odds);
        changed.put(new Case(kind, fault), odds);
        return new FaultPlan(changed);
    }

    double odds(ProviderEvent event, Fault fault) {
        return odds.getOrDefault(new Case(event.getClass(), fault), 0.0);
    }
}
