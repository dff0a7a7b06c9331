package dev.convene.starter.web;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Convene's operations in the OpenAPI document, if the application makes one by springdoc; the server does. */
@Configuration(proxyBeanMethods = false)
@Lazy
@ConditionalOnClass(OpenApiCustomizer.class)
class ApiDescriptionConfiguration {

    /** An application that embeds Convene has a title of its own. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty("convene.security.whole-application")
    OpenAPI conveneApiDescription() {
        return ApiDescription.start();
    }

    @Bean
    OperationCustomizer conveneOperations() {
        return (operation, handler) ->
                OwnTypes.contain(handler.getBeanType()) ? ApiDescription.withProblems(operation) : operation;
    }

    @Bean
    OpenApiCustomizer conveneProblemSchema() {
        return ApiDescription::addProblemSchema;
    }
}
