package dev.convene.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, which a test makes from the controllers and the build packs, and Swagger UI to try it. */
@RestController
class ApiPages implements WebMvcConfigurer {

    private static final String SWAGGER_UI = "swagger-ui";
    private static final ClassPathResource DOCUMENT = new ClassPathResource("api/openapi.json");

    /** Its server is this one, under whatever path it is. */
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document(HttpServletRequest request) throws IOException {
        try (InputStream content = DOCUMENT.getInputStream()) {
            var document = (ObjectNode) JsonMapper.shared().readTree(content);
            String path = request.getContextPath();
            document.withArray("servers").removeAll().addObject().put("url", path.isEmpty() ? "/" : path);
            return document;
        }
    }

    /** The predecessor's page had a slash at its end. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/explorer", "/swagger-ui/index.html");
        registry.addRedirectViewController("/explorer/", "/swagger-ui/index.html");
    }

    /** Ours come first: the page begins with a script that says where the description is. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String version = new WebJarVersionLocator().version(SWAGGER_UI);
        registry.addResourceHandler("/swagger-ui/**")
                .addResourceLocations(
                        "classpath:/swagger-ui/",
                        "classpath:/META-INF/resources/webjars/%s/%s/".formatted(SWAGGER_UI, version));
    }
}
