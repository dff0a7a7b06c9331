package dev.convene.provider.vonage;

import dev.convene.core.provider.Capability;
import dev.convene.core.provider.StorageTarget;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for storages of the operator's own, and the body that hands them to OpenTok. See <a
 * href="https://tokbox.com/developer/rest/#set_storage">Setting archive storage</a>. Thread-safe.
 *
 * @param settable false where the storage is set in the vendor's dashboard and nowhere else
 */
record VonageStorage(
        boolean settable, @Nullable S3Keys s3, @Nullable AzureKeys azure) {

    record S3Keys(
            String accessKey, String secretKey, @Nullable String encryption) {

        @Override
        public String toString() {
            return "S3Keys";
        }
    }

    record AzureKeys(String accountKey, String container) {

        @Override
        public String toString() {
            return "AzureKeys";
        }
    }

    Set<Capability> capabilities() {
        var supported = EnumSet.noneOf(Capability.class);
        if (settable && s3 != null) {
            supported.add(Capability.STORAGE_S3);
        }
        if (settable && azure != null) {
            supported.add(Capability.STORAGE_AZURE);
        }
        return supported;
    }

    /** @throws UnsupportedOperationException saying where the storage is set instead */
    Map<String, Object> body(StorageTarget target) {
        if (!settable) {
            throw new UnsupportedOperationException(
                    "The storage of archives is set in Vonage's dashboard, in the video settings of the application");
        }
        return switch (target) {
            case StorageTarget.S3 it when s3 != null -> body("s3", s3(it, s3), it);
            case StorageTarget.Azure it when azure != null -> body("azure", azure(it, azure), it);
            case StorageTarget.S3 it ->
                throw new UnsupportedOperationException(
                        "Set convene.vonage.storage.s3.access-key and .secret-key first");
            case StorageTarget.Azure it ->
                throw new UnsupportedOperationException(
                        "Set convene.vonage.storage.azure.account-key and .container first");
        };
    }

    private static Map<String, Object> body(String type, Map<String, Object> config, StorageTarget target) {
        return Map.of("type", type, "config", config, "fallback", target.keptOnFailure() ? "opentok" : "none");
    }

    private static Map<String, Object> s3(StorageTarget.S3 target, S3Keys keys) {
        var config = new LinkedHashMap<String, Object>();
        config.put("bucket", target.bucket());
        config.put("accessKey", keys.accessKey());
        config.put("secretKey", keys.secretKey());
        if (target.endpoint() != null) {
            config.put("endpoint", target.endpoint().toString());
        }
        if (keys.encryption() != null) {
            config.put("sse", keys.encryption());
        }
        return config;
    }

    private static Map<String, Object> azure(StorageTarget.Azure target, AzureKeys keys) {
        var config = new LinkedHashMap<String, Object>();
        config.put("accountName", target.accountName());
        config.put("accountKey", keys.accountKey());
        config.put("container", keys.container());
        if (target.domain() != null) {
            config.put("domain", target.domain());
        }
        return config;
    }
}
