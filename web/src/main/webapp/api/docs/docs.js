window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#interface', deepLinking: true });
