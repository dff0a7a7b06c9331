package dev.convene.store.jpa;

import dev.convene.core.store.Transaction;
import dev.convene.starter.jdbc.AfterCommit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction, of which the host's is one. A conflict with another (deadlock, lost update, the same new key) is tried
 * again, unless a host's transaction is open: then whoever opened it decides what a problem means for it.
 */
final class JpaTransaction implements Transaction {

    private static final int TRIES = 20;

    private final AfterCommit afterCommit = new AfterCommit();
    private final EntityManager entities;
    private final TransactionTemplate transactions;
    private final PersistenceExceptionTranslator translator;

    JpaTransaction(
            EntityManager entities, TransactionTemplate transactions, PersistenceExceptionTranslator translator) {
        this.entities = entities;
        this.transactions = transactions;
        this.translator = translator;
    }

    @Override
    public void inOne(Runnable work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            translated(work);
        } else {
            tried(work).forEach(Runnable::run);
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        afterCommit.run(work);
    }

    /** @return what waited for the commit */
    private List<Runnable> tried(Runnable work) {
        for (int tried = 1; true; tried++) {
            try {
                return afterCommit.of(() -> translated(() -> transactions.executeWithoutResult(status -> work.run())));
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * What the work finds out, in one transaction. What it read is not kept in memory, where a later look would find it
     * instead of what another has made of it meanwhile.
     */
    <T> T call(Function<EntityManager, T> work) {
        var result = new AtomicReference<@Nullable T>();
        inOne(() -> {
            result.set(work.apply(entities));
            entities.flush();
        });
        return Objects.requireNonNull(result.get());
    }

    void run(Consumer<EntityManager> work) {
        call(it -> {
            work.accept(it);
            return true;
        });
    }

    private void translated(Runnable work) {
        try {
            work.run();
        } catch (PersistenceException e) {
            throw translated(e);
        }
    }

    private RuntimeException translated(PersistenceException e) {
        if (e instanceof ConstraintViolationException violation
                && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
            return new DuplicateKeyException("Another transaction has just kept the same key", e);
        }
        return Objects.requireNonNullElse(translator.translateExceptionIfPossible(e), e);
    }
}
