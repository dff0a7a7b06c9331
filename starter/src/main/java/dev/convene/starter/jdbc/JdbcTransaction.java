package dev.convene.starter.jdbc;

import dev.convene.core.store.Transaction;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database transaction. A conflict with another (deadlock, lost update) is tried again, unless a host's is open. */
final class JdbcTransaction implements Transaction {

    private static final int TRIES = 20;

    private final TransactionTemplate transactions;
    private final AfterCommit afterCommit = new AfterCommit();

    private JdbcTransaction(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /** With a transaction manager of its own. */
    static JdbcTransaction on(DataSource dataSource) {
        return of(new JdbcTransactionManager(dataSource), Dialect.of(dataSource));
    }

    static JdbcTransaction of(PlatformTransactionManager transactions, Dialect dialect) {
        var template = new TransactionTemplate(transactions);
        template.setIsolationLevel(dialect.isolation());
        return new JdbcTransaction(template);
    }

    @Override
    public void inOne(Runnable work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Part of the one that is open: whoever opened it decides what a problem means for it.
            work.run();
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
                return afterCommit.of(() -> transactions.executeWithoutResult(status -> work.run()));
            } catch (ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
