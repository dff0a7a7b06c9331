package dev.convene.provider.twilio;

import com.twilio.rest.video.v1.CompositionSettings;
import com.twilio.rest.video.v1.CompositionSettingsCreator;
import com.twilio.rest.video.v1.RecordingSettings;
import com.twilio.rest.video.v1.RecordingSettingsCreator;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.StorageTarget.S3;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where Twilio keeps files from now on, for the whole account and for recordings and compositions apart
 * (https://www.twilio.com/docs/video/tutorials/storing-aws-s3). It cannot compose what it does not keep itself, so recordings
 * stay with it and only the composed files go to the bucket, unless the operator wants the recordings there.
 */
final class TwilioStorage {

    private static final String WHAT = "store archives in S3";

    private final TwilioCalls calls;
    private final @Nullable String credentialSid;
    private final boolean recordingsToo;

    /**
     * @param credentialSid of the AWS keys that Twilio was given; null if none are known
     * @param recordingsToo whether recordings go to the bucket, which then are the archives
     */
    TwilioStorage(TwilioCalls calls, @Nullable String credentialSid, boolean recordingsToo) {
        this.calls = calls;
        this.credentialSid = credentialSid;
        this.recordingsToo = recordingsToo;
    }

    void storeIn(S3 bucket) {
        String credential = credentialSid;
        if (credential == null) {
            throw new Conflict(
                    TwilioProvider.NAME,
                    WHAT,
                    "convene.twilio.aws-credential-sid, the SID of AWS keys kept at Twilio, is not set",
                    null);
        }
        URI url = url(bucket);
        String name = "Convene: " + bucket.bucket();
        calls.call(WHAT, client -> {
            RecordingSettingsCreator settings = RecordingSettings.creator(name).setAwsStorageEnabled(recordingsToo);
            if (recordingsToo) {
                settings.setAwsS3Url(url).setAwsCredentialsSid(credential);
            }
            return settings.create(client);
        });
        calls.call(WHAT, client -> {
            CompositionSettingsCreator settings =
                    CompositionSettings.creator(name).setAwsStorageEnabled(true);
            return settings.setAwsS3Url(url).setAwsCredentialsSid(credential).create(client);
        });
    }

    /** The bucket's own URL: as it was given, or AWS's. */
    private static URI url(S3 bucket) {
        if (bucket.endpoint() != null) {
            return bucket.endpoint();
        }
        String region = bucket.region() == null ? "" : bucket.region() + ".";
        return URI.create("https://" + bucket.bucket() + ".s3." + region + "amazonaws.com/");
    }
}
