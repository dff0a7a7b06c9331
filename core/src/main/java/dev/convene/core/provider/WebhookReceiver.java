package dev.convene.core.provider;

import java.util.List;

/** Turns a provider's webhook into events. Implementations are safe for use by many threads. */
public interface WebhookReceiver {

    ProviderName name();

    /**
     * Authenticates the raw bytes first, in constant time, and only then parses, ignoring what it does not know.
     *
     * @return what is reported; empty for a kind that is of no interest
     * @throws NotAuthentic if the request does not prove to come from the provider
     * @throws Unreadable if it does, but makes no sense
     */
    List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable;

    /** The request does not prove to come from the provider. The message is for our log, not for the sender. */
    final class NotAuthentic extends Exception {
        public NotAuthentic(String reason) {
            super(reason);
        }
    }

    /** Authentic, but not in the form the provider documents. The message names what is wrong. */
    final class Unreadable extends Exception {
        public Unreadable(String reason) {
            super(reason);
        }
    }
}
