package dev.convene.starter.web;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.core.provider.WebhookRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the providers' reports. The answer is sent when they are stored. */
@RestController
@Tag(name = "Webhooks")
@SecurityRequirements
class WebhookController {

    private final Map<String, WebhookReceiver> receivers;
    private final ProviderName preferred;
    private final ProviderEvents events;
    private final MeterRegistry metrics;
    private final int maxBytes;

    WebhookController(
            Collection<WebhookReceiver> receivers,
            WebhookSettings settings,
            ProviderEvents events,
            MeterRegistry metrics) {
        this.receivers =
                receivers.stream().collect(Collectors.toMap(it -> it.name().value(), Function.identity()));
        this.preferred = settings.preferred();
        this.events = events;
        this.metrics = metrics;
        this.maxBytes = settings.maxBytes();
    }

    @Operation(summary = "Report events of the default provider", description = "The predecessor's path.")
    @PostMapping("/webhooks/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(HttpServletRequest request) throws IOException, NotAuthentic, Unreadable {
        receive(receivers.get(preferred.value()), request);
    }

    @Operation(summary = "Report events of a provider", description = "Authenticated in the provider's own way.")
    @PostMapping("/webhooks/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@PathVariable String provider, HttpServletRequest request)
            throws IOException, NotAuthentic, Unreadable {
        receive(receivers.get(provider), request);
    }

    private void receive(@Nullable WebhookReceiver receiver, HttpServletRequest request)
            throws IOException, NotAuthentic, Unreadable {
        if (receiver == null) {
            throw new NoSuchReceiver();
        }
        String outcome = "failed";
        try {
            List<ProviderEvent> reported = receiver.receive(webhook(request));
            events.report(receiver.name(), reported);
            outcome = "stored";
        } catch (NotAuthentic | Unreadable e) {
            outcome = e instanceof NotAuthentic ? "not-authentic" : "unreadable";
            throw e;
        } finally {
            metrics.counter("convene.webhooks", "provider", receiver.name().value(), "outcome", outcome)
                    .increment();
        }
    }

    private WebhookRequest webhook(HttpServletRequest request) throws IOException {
        byte[] body = JsonBodies.bytes(request.getInputStream(), maxBytes);
        var headers = new TreeMap<String, List<String>>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return new WebhookRequest(url(request), headers, body);
    }

    private static URI url(HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            return new URI(request.getRequestURL() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new BadRequest("malformed-url", "The webhook's address is not well-formed after the question mark.");
        }
    }

    /** No provider of that name takes webhooks here. */
    static final class NoSuchReceiver extends RuntimeException {}
}
