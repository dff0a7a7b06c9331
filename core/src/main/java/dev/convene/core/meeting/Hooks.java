package dev.convene.core.meeting;

import dev.convene.core.store.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** All hooks of an application, in their order. */
public final class Hooks {

    public static final Hooks NONE = new Hooks(List.of(), Runnable::run);

    private static final Logger LOG = System.getLogger(Hooks.class.getName());

    private final List<MeetingHooks> all;
    private final Consumer<Runnable> afterCommit;

    /** @param transaction that of the store which the meetings are kept in */
    public Hooks(List<MeetingHooks> all, Transaction transaction) {
        this(all, transaction::afterCommit);
    }

    private Hooks(List<MeetingHooks> all, Consumer<Runnable> afterCommit) {
        this.all = List.copyOf(all);
        this.afterCommit = afterCommit;
    }

    Meetings watching(Meetings meetings) {
        return isEmpty() ? meetings : new WatchedMeetings(meetings, this);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void before(Consumer<MeetingHooks> step) {
        all.forEach(step);
    }

    void after(Consumer<MeetingHooks> step) {
        afterCommit.accept(() -> all.forEach(hooks -> {
            try {
                step.accept(hooks);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A hook failed after the change it was told of, which stands", e);
            }
        }));
    }
}
