package io.shopkeeper.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is done around every request of every module that answers any: a name and a trace. */
@ApplicationScoped
public class IncomingRequests {

  /** Request attribute under which an answering part says what it is, without any id in it. */
  public static final String ROUTE = "io.shopkeeper.route";

  private static final String HEADER = "X-Request-Id";
  private static final int FIRST_SERVER_ERROR = 500;

  @Inject private Tracing tracing;

  /** Answers a request by the rest of the chain. */
  public void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (Tracing.Span span = tracing.request(request.getMethod(), request::getHeader)) {
      String id =
          RequestId.accept(request.getHeader(HEADER)).or(span::traceId).orElseGet(RequestId::make);
      response.setHeader(HEADER, id);
      span.fact("shopkeeper.request.id", id);
      span.fact("http.request.method", request.getMethod());
      RequestId.Scope scope = RequestId.open(id);
      try {
        chain.doFilter(request, response);
      } catch (IOException | ServletException | RuntimeException problem) {
        span.failed(problem);
        throw problem;
      } finally {
        scope.close();
        describe(span, request, response);
      }
    }
  }

  private static void describe(
      Tracing.Span span, HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(ROUTE) instanceof String route) {
      span.name(request.getMethod() + " " + route);
      span.fact("http.route", route);
    }
    span.fact("http.response.status_code", Integer.toString(response.getStatus()));
    if (response.getStatus() >= FIRST_SERVER_ERROR) {
      span.fact("error.type", Integer.toString(response.getStatus()));
    }
  }
}
