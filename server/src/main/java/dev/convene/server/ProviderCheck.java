package dev.convene.server;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a meeting needs of a provider, step by step. Tokens are not printed. */
final class ProviderCheck {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final VideoProvider provider;
    private final PrintStream out;

    ProviderCheck(VideoProvider provider, PrintStream out) {
        this.provider = provider;
        this.out = out;
    }

    /** Whether all went well. */
    boolean run() {
        RoomId room = null;
        boolean well = false;
        try {
            room = provider.openRoom(RoomSpec.plain());
            out.println("opened a room: " + room);
            provider.issueToken(room, grant());
            out.println("signed a join token for it");
            out.println("asked who is in it: " + provider.connectionsIn(room).size());
            well = true;
        } catch (ProviderFailure e) {
            tell(e);
        }
        well &= isClosed(room);
        out.println(well ? "All is well." : "This does not work yet.");
        return well;
    }

    private boolean isClosed(@Nullable RoomId room) {
        if (room == null) {
            return true;
        }
        try {
            provider.closeRoom(room);
            out.println("closed the room");
            return true;
        } catch (ProviderFailure e) {
            tell(e);
            return false;
        }
    }

    private void tell(ProviderFailure failure) {
        Throwable cause = failure.getCause();
        out.println("FAILED: " + failure.getMessage() + (cause == null ? "" : " (" + cause + ")"));
        out.println("To mend it: " + remedy(failure));
    }

    private String remedy(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.CredentialsRefused it ->
                "the credentials in convene." + it.provider()
                        + ".* are not the provider's; docs/providers.md says where"
                        + " they are found. A clock that is wrong by minutes makes them wrong too.";
            case ProviderFailure.Unavailable it ->
                "see whether this machine reaches " + it.provider() + " (proxy, firewall, convene." + it.provider()
                        + ".url) and whether it reports an outage, and try again.";
            default -> "the provider does not do what is asked of it; the reason in brackets is its own.";
        };
    }

    private static Grant grant() {
        Instant now = Instant.now();
        return new Grant(new Participant("check", "Check"), Role.PUBLISHER, now, now.plus(TOKEN_LIFE));
    }
}
