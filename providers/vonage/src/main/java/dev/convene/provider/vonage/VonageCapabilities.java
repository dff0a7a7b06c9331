package dev.convene.provider.vonage;

import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.RoomLife;
import java.util.EnumSet;

/** What Vonage can do with these settings. */
final class VonageCapabilities {

    private VonageCapabilities() {}

    static Capabilities of(VonageProvider.Offer offer) {
        EnumSet<Capability> supported = EnumSet.of(Capability.ROLES);
        if (offer.routed()) {
            supported.add(Capability.END_TO_END_ENCRYPTION);
            supported.add(Capability.ARCHIVING);
            supported.add(Capability.INDIVIDUAL_ARCHIVES);
            supported.add(Capability.ARCHIVE_LAYOUT);
            supported.addAll(offer.storage().capabilities());
        }
        return new Capabilities(
                supported, offer.maxParticipants(), ConnectionData.MAX_IDENTITY_LENGTH, RoomLife.UNTIL_CLOSED);
    }
}
