package dev.convene.store.jpa;

import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.IdempotencyKeys;
import dev.convene.core.meeting.MeetingLink;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keys in {@code convene_idempotency_key}; done is a key whose link has a meeting. */
final class JpaIdempotencyKeys implements IdempotencyKeys {

    private final JpaTransaction transaction;

    JpaIdempotencyKeys(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Claim claim(IdempotencyKey key, MeetingLink link, Instant now) {
        return transaction.call(entities -> {
            IdempotencyKeyEntity row = locked(entities, key);
            if (row == null) {
                row = row(key, link, now);
                entities.persist(row);
                return new Claim.Won(link, row.claimedAt);
            }
            Claim claim = claim(entities, row, key, now);
            entities.flush();
            entities.detach(row);
            return claim;
        });
    }

    @Override
    public void release(IdempotencyKey key, Claim.Won claim) {
        transaction.run(entities -> {
            IdempotencyKeyEntity row = locked(entities, key);
            if (row != null && row.claimedAt.equals(claim.at()) && !isDone(entities, row)) {
                entities.remove(row);
            }
        });
    }

    @Override
    public void forgetBefore(Instant time) {
        transaction.run(entities -> entities.createQuery("delete from ConveneIdempotencyKey where claimedAt < :time")
                .setParameter("time", time)
                .executeUpdate());
    }

    private static Claim claim(EntityManager entities, IdempotencyKeyEntity row, IdempotencyKey key, Instant now) {
        if (!row.fingerprint.equals(key.fingerprint())) {
            return new Claim.Reused();
        }
        if (isDone(entities, row)) {
            return new Claim.Done(new MeetingLink(row.link));
        }
        if (row.claimedAt.isAfter(now.minus(LEASE))) {
            return new Claim.InFlight();
        }
        row.claimedAt = kept(now);
        return new Claim.Won(new MeetingLink(row.link), row.claimedAt);
    }

    private static boolean isDone(EntityManager entities, IdempotencyKeyEntity row) {
        return entities.createQuery("select count(*) from ConveneMeeting where link = :link", Long.class)
                        .setParameter("link", row.link)
                        .getSingleResult()
                > 0;
    }

    private static @Nullable IdempotencyKeyEntity locked(EntityManager entities, IdempotencyKey key) {
        return entities.find(IdempotencyKeyEntity.class, id(key), LockModeType.PESSIMISTIC_WRITE);
    }

    private static IdempotencyKeyEntity row(IdempotencyKey key, MeetingLink link, Instant now) {
        var row = new IdempotencyKeyEntity();
        row.key = id(key);
        row.fingerprint = key.fingerprint();
        row.link = link.value();
        row.claimedAt = kept(now);
        return row;
    }

    /** As the databases keep it, so that a claim is known again. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static IdempotencyKeyEntity.Key id(IdempotencyKey key) {
        return new IdempotencyKeyEntity.Key(key.tenant().value(), key.value());
    }
}
