package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Right;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Lets a request through to its page if the person has the right that opens it. */
public class Doorkeeper extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(Doorkeeper.class.getName());

  @Inject private transient Me me;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource")) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Page> page = Page.at(path);
    if (page.isEmpty()) {
      tellIfForgotten(request, path);
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<Right> right = page.get().right();
    if (right.isPresent() && !me.has(right.get())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  private static void tellIfForgotten(HttpServletRequest request, String path) throws IOException {
    String file = path.endsWith(".xhtml") ? path : path + ".xhtml";
    if (request.getServletContext().getResource(file) != null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-4002 {0} has no right in Page, so nobody may open it",
          file);
    }
  }
}
