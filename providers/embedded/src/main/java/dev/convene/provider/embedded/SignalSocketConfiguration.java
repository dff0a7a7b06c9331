package dev.convene.provider.embedded;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * The signalling socket in a servlet application. The mapping is made by hand: {@code @EnableWebSocket} would bring a
 * {@code TaskScheduler} of its own, before which Spring Boot's steps back (spring-projects/spring-boot#28449).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignalSocketConfiguration {

    static final String PATH = "/convene/embedded/signal";

    /** After controllers, before static resources. */
    private static final int ORDER = 1;

    @Bean
    HandlerMapping embeddedSignalMapping(Signalling signalling, EmbeddedProperties properties) {
        var handler = new WebSocketHttpRequestHandler(new SignalSocketHandler(signalling));
        // a request without an Origin is no page of another site; the token decides in any case
        handler.setHandshakeInterceptors(List.of(new OwnPages(properties.allowedOrigins())));
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of(PATH, handler));
        mapping.setOrder(ORDER);
        return mapping;
    }

    @Bean
    SmartLifecycle embeddedSignalLifecycle(Signalling signalling) {
        return new SignalLifecycle(signalling);
    }

    /** An origin that is not well-formed is another. */
    private static final class OwnPages extends OriginHandshakeInterceptor {

        OwnPages(List<String> others) {
            super(others);
        }

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes)
                throws Exception {
            try {
                return super.beforeHandshake(request, response, handler, attributes);
            } catch (IllegalArgumentException e) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                return false;
            }
        }
    }
}
