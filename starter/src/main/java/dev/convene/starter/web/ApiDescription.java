package dev.convene.starter.web;

import dev.convene.starter.problem.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** What the OpenAPI document says beyond the operations themselves. */
final class ApiDescription {

    private static final String CREDENTIAL = "accessToken";
    private static final String PROBLEM = "Problem";

    private ApiDescription() {}

    static OpenAPI start() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info()
                        .title("Convene")
                        .version("1")
                        .description("Meetings, join tokens, attendance and archives. Errors are problems (RFC 9457)."))
                .components(
                        new Components().addSecuritySchemes(CREDENTIAL, bearer).addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(CREDENTIAL));
    }

    /** Every operation may answer with a problem. */
    static Operation withProblems(Operation operation) {
        var content = new Content()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        var answer = new ApiResponse()
                .description("A problem: what, where, how to mend it")
                .content(content);
        operation.getResponses().addApiResponse("default", answer);
        return operation;
    }

    static void addProblemSchema(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        var schemas = api.getComponents().getSchemas();
        if (schemas == null || !schemas.containsKey(PROBLEM)) {
            api.getComponents().addSchemas(PROBLEM, problem());
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().format(null))
                .addProperty("detail", new StringSchema().description("For a person"))
                .addProperty("code", new StringSchema().description("Stable; the end of type"))
                .addProperty("error", new ObjectSchema().description("The predecessor's form of the same"));
    }
}
