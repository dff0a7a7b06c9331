package dev.convene.starter.security;

import java.util.Map;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Answers as what their JSON says. */
final class Answers {

    private Answers() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(MvcTestResult answer) {
        return JsonMapper.shared().readValue(answer.getResponse().getContentAsByteArray(), Map.class);
    }

    /** The predecessor's message. */
    static Object message(MvcTestResult answer) {
        return ((Map<?, ?>) json(answer).get("error")).get("message");
    }
}
