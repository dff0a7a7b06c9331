package dev.convene.testkit;

import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.archive.ArchiveService;
import dev.convene.core.attendance.Attendance;
import dev.convene.core.attendance.AttendanceReconciler;
import dev.convene.core.attendance.AttendanceService;
import dev.convene.core.event.EventInbox;
import dev.convene.core.meeting.Admission;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Hooks;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingRules;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Quotas;
import dev.convene.core.meeting.Visitor;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.core.provider.WebhookRequest;
import java.util.List;
import java.util.Optional;

/** All of core on the stores of a test, with one {@link FakeProvider} and a {@link SettableClock}. */
public final class TestConvene {

    private final Stores stores;
    private final SettableClock clock = new SettableClock();
    private final FakeProvider provider;
    private final Providers providers;
    private MeetingRules rules = MeetingRules.DEFAULT;

    public TestConvene(Stores stores) {
        this(stores, RoomLife.UNTIL_CLOSED);
    }

    private TestConvene(Stores stores, RoomLife roomLife) {
        this.stores = stores;
        this.provider = new FakeProvider(clock, roomLife);
        this.providers = new Providers(List.of(provider), provider.name());
    }

    public static TestConvene inMemory() {
        return new TestConvene(Stores.inMemory());
    }

    /** With a provider that closes a room which nobody uses. */
    public static TestConvene withRoomsThatLiveWhileUsed(Stores stores) {
        return new TestConvene(stores, RoomLife.WHILE_USED);
    }

    /** From now on these hooks are asked and told, in this order. */
    public void hook(MeetingHooks... hooks) {
        var all = new Hooks(List.of(hooks), stores.transaction());
        rules = new MeetingRules(rules.links(), rules.joinPolicy(), rules.quotas(), all);
    }

    public Stores stores() {
        return stores;
    }

    public SettableClock clock() {
        return clock;
    }

    public FakeProvider provider() {
        return provider;
    }

    public MeetingService meetings() {
        return new MeetingService(watched(), providers, rules, clock);
    }

    public JoinService joins() {
        return new JoinService(watched(), providers, rules, clock);
    }

    public AttendanceService attendance() {
        return new AttendanceService(stores.visits(), stores.meetings());
    }

    /** As above, within these quotas. */
    public JoinService joins(Quotas quotas) {
        var limited = new MeetingRules(rules.links(), rules.joinPolicy(), quotas, rules.hooks());
        return new JoinService(watched(), providers, limited, clock);
    }

    public EventInbox inbox() {
        return new EventInbox(stores.forEvents(), watched().meetings(), ledger(), clock);
    }

    public ArchiveLedger ledger() {
        return new ArchiveLedger(stores.forArchives(), stores.meetings());
    }

    public ArchiveService archives() {
        return new ArchiveService(stores.forArchives(), stores.meetings(), providers, clock);
    }

    public ArchiveReconciler archiveReconciler() {
        return new ArchiveReconciler(stores.archives(), ledger(), providers, clock);
    }

    public MeetingSweeper sweeper() {
        return new MeetingSweeper(watched(), providers, clock);
    }

    public AttendanceReconciler reconciler() {
        return new AttendanceReconciler(stores.visits(), inbox(), providers, clock);
    }

    private MeetingStores watched() {
        return stores.forMeetings().watchedBy(rules.hooks());
    }

    /** A member of the tenant, without the permission to moderate. */
    public static Caller member(String id) {
        return new Caller(ExampleMeeting.TENANT, id, "Name of " + id, false);
    }

    /** The member opens the link and is let in by the provider. */
    public ConnectionId enter(Caller member, MeetingLink link) {
        Admission admission = joins().join(link, new Visitor(Optional.of(member), member.name(), Optional.empty()));
        return provider.join(admission.token()).orElseThrow();
    }

    public Attendance attendanceOf(Meeting meeting) {
        return attendance().attendance(new Caller(meeting.tenant(), "reader", "Reader", false), meeting.link());
    }

    /** Everything that the provider has to report arrives, once and in order. */
    public void deliverReports() {
        deliver(provider.takeReports());
    }

    /** The events arrive, signed. */
    public void deliver(List<ProviderEvent> events) {
        events.forEach(event -> deliver(provider.webhooks().signed(event)));
    }

    /** A webhook arrives; false if it is not authentic, and nothing is made of it. */
    public boolean deliver(WebhookRequest request) {
        try {
            inbox().report(provider.name(), provider.webhooks().receive(request));
            return true;
        } catch (NotAuthentic e) {
            return false;
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
