package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Bucket aws = new Bucket("recordings", "eu-central-1", null, "key", "a-secret-key");

    /** The example of AWS: docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. */
    @Test
    void aSignatureIsTheOneOfAmazonsExample() {
        var bucket = new Bucket(
                "examplebucket", "us-east-1", null, "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

        URI signed = bucket.sign(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Instant.parse("2013-05-24T00:00:00Z"),
                Duration.ofDays(1));

        assertThat(signed)
                .hasToString("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void aBucketHasItsAddress() {
        var other = new Bucket("recordings", "us-east-1", URI.create("http://s3:9000"), "key", "a-secret-key");

        assertThat(aws.signed("GET", "convene/a.mp4", NOON, Duration.ofMinutes(1))
                        .toString())
                .startsWith("https://recordings.s3.eu-central-1.amazonaws.com/convene/a.mp4?");
        assertThat(other.signed("GET", "convene/a.mp4", NOON, Duration.ofMinutes(1))
                        .toString())
                .startsWith("http://s3:9000/recordings/convene/a.mp4?");
        assertThat(aws.upload()).doesNotContainKeys("endpoint", "force_path_style");
        assertThat(other.upload()).containsEntry("endpoint", "http://s3:9000").containsEntry("force_path_style", true);
    }

    @Test
    void aBucketTellsNoSecret() {
        assertThat(aws).hasToString("Bucket[recordings]");
    }
}
