package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.IncomingRequests;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Names and times every request, before any other filter. */
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient IncomingRequests requests;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    requests.handle(request, response, chain);
  }
}
