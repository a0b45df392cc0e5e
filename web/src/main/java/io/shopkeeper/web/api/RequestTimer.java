package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.IncomingRequests;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Times each request that found its resource. */
@Provider
@Priority(1)
public class RequestTimer implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGAN = RequestTimer.class.getName();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servlet;
  @Inject private RequestMetrics metrics;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGAN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGAN) instanceof Long began && resource.getResourceClass() != null) {
      servlet.setAttribute(
          IncomingRequests.ROUTE,
          resource.getResourceClass().getSimpleName()
              + "."
              + resource.getResourceMethod().getName());
      metrics.answered(
          resource.getResourceClass().getSimpleName(),
          request.getMethod(),
          response.getStatus(),
          (System.nanoTime() - began) / 1e9);
    }
  }
}
