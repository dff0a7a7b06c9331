package dev.convene.core.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a provider keeps archives from now on, if not with itself. No secrets: these are in the provider's settings. */
public sealed interface StorageTarget {

    /** What a provider must offer for it. */
    Capability capability();

    /** Whether the provider keeps an archive that cannot be carried there, instead of losing it. */
    boolean keptOnFailure();

    /**
     * An S3 bucket, or one of a service with the same interface.
     *
     * @param region null for the provider's default
     * @param endpoint of the service, or the bucket's own URL where the provider takes that (Twilio's {@code AwsS3Url});
     *     null for AWS
     */
    record S3(
            String bucket,
            @Nullable String region,
            @Nullable URI endpoint,
            boolean keptOnFailure) implements StorageTarget {

        @Override
        public Capability capability() {
            return Capability.STORAGE_S3;
        }
    }

    /**
     * A container of an Azure storage account; which container is in the provider's settings.
     *
     * @param domain null for Azure's own
     */
    record Azure(String accountName, @Nullable String domain, boolean keptOnFailure) implements StorageTarget {

        @Override
        public Capability capability() {
            return Capability.STORAGE_AZURE;
        }
    }
}
