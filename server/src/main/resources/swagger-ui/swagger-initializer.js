// in place of Swagger UI's own, which opens an example: https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/
window.onload = () => {
  window.ui = SwaggerUIBundle({ url: '../openapi.json', dom_id: '#swagger-ui', deepLinking: true });
};
