package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.NotModerator;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.meeting.Visitor;
import dev.convene.core.provider.Role;
import dev.convene.testkit.TestConvene;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleIsDecidedByTheServerTest {

    private static final Caller CREATOR = member("alice");
    private static final Caller MEMBER = member("bob");
    private static final Caller HOLDER_OF_THE_PERMISSION = new Caller(TENANT, "carol", "Carol", true);

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(CREATOR, NewMeeting.plain());

    @Test
    void theCreatorMayAskToModerate() {
        assertThat(issued(CREATOR, Role.MODERATOR)).isEqualTo(Role.MODERATOR);
    }

    @Test
    void whoHoldsThePermissionMayAskToModerate() {
        assertThat(issued(HOLDER_OF_THE_PERMISSION, Role.MODERATOR)).isEqualTo(Role.MODERATOR);
    }

    @Test
    void anyOtherMemberIsRefusedAndDoesNotStartTheMeeting() {
        assertThatThrownBy(() -> issued(MEMBER, Role.MODERATOR)).isInstanceOf(NotModerator.class);

        assertThat(convene.meetings().get(CREATOR, meeting.link())).isEqualTo(meeting);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MODERATOR")
    void everyMemberMayAskForLess(Role role) {
        assertThat(issued(MEMBER, role)).isEqualTo(role);
    }

    @Test
    void whoDoesNotAskDoesNotModerateEvenTheirOwn() {
        assertThat(issued(CREATOR, TokenRequest.plain())).isEqualTo(Role.PUBLISHER);
    }

    @Test
    void namingTheCreatorDoesNotMakeAModerator() {
        var request =
                new TokenRequest(Optional.of(Role.MODERATOR), Optional.of("alice"), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> issued(MEMBER, request)).isInstanceOf(NotModerator.class);
    }

    @Test
    void byTheLinkTheCreatorAndTheHolderOfThePermissionModerate() {
        assertThat(joined(Optional.of(CREATOR))).isEqualTo(Role.MODERATOR);
        assertThat(joined(Optional.of(HOLDER_OF_THE_PERMISSION))).isEqualTo(Role.MODERATOR);
    }

    @Test
    void byTheLinkEverybodyElsePublishes() {
        assertThat(joined(Optional.of(MEMBER))).isEqualTo(Role.PUBLISHER);
        assertThat(joined(Optional.empty())).isEqualTo(Role.PUBLISHER);
    }

    @Test
    void aPersonOfAnotherTenantDoesNotModerateWhateverTheyHoldOrAreCalled() {
        assertThat(joined(Optional.of(new Caller(OTHER_TENANT, "alice", "Alice", true))))
                .isEqualTo(Role.PUBLISHER);
    }

    private Role issued(Caller caller, Role role) {
        return issued(
                caller, new TokenRequest(Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Role issued(Caller caller, TokenRequest request) {
        var admission = convene.joins().issueToken(caller, meeting.link(), request);
        return convene.provider().decode(admission.token()).orElseThrow().role();
    }

    private Role joined(Optional<Caller> caller) {
        var admission = convene.joins().join(meeting.link(), new Visitor(caller, "Somebody", Optional.empty()));
        return convene.provider().decode(admission.token()).orElseThrow().role();
    }
}
