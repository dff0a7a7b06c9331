package dev.convene.provider.livekit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.Rooms;
import dev.convene.provider.livekit.JoinTokens.Holder;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where the browser client asks for what a moderator may do, with {@code Authorization: Bearer} and the join token: {@code POST
 * …/end}, and {@code POST …/remove/{connection}}. Answers 204, or 403 for a token that is not a moderator's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ModerationConfiguration {

    private static final String PATH = "/convene/livekit/moderation";
    private static final String BEARER = "Bearer ";

    @Bean
    Moderation.Core livekitModerationCore(Rooms rooms, ProviderEvents events) {
        return new Moderation.Core(rooms, events);
    }

    @Bean
    Moderation livekitModeration(
            JoinTokens tokens, LiveKitRooms rooms, Moderation.Core core, ObjectProvider<Clock> clock) {
        return new Moderation(tokens, rooms, core, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RouterFunction<ServerResponse> livekitModerationRoutes(Moderation moderation) {
        return RouterFunctions.route()
                .POST(PATH + "/end", request -> asModerator(moderation, request, moderation::end))
                .POST(PATH + "/remove/{connection}", request -> {
                    var connection = new ConnectionId(request.pathVariable("connection"));
                    return asModerator(moderation, request, it -> moderation.remove(it, connection));
                })
                .build();
    }

    private static ServerResponse asModerator(Moderation moderation, ServerRequest request, Consumer<Holder> action) {
        Optional<Holder> moderator = Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip())
                .flatMap(moderation::moderator);
        if (moderator.isEmpty()) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.FORBIDDEN, "Only a moderator may do this, with a join token that has not expired.");
            return ServerResponse.status(HttpStatus.FORBIDDEN).body(problem);
        }
        action.accept(moderator.get());
        return ServerResponse.noContent().build();
    }
}
