package dev.convene.starter.jdbc;

import dev.convene.core.attendance.Transaction;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database transaction. A conflict with another (deadlock, lost update) is tried again, unless a host's is open. */
final class JdbcTransaction implements Transaction {

    private static final int TRIES = 20;

    private final TransactionTemplate transactions;

    JdbcTransaction(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    @Override
    public void inOne(Runnable work) {
        int triesLeft = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        while (true) {
            try {
                transactions.executeWithoutResult(status -> work.run());
                return;
            } catch (ConcurrencyFailureException e) {
                if (--triesLeft == 0) {
                    throw e;
                }
            }
        }
    }
}
