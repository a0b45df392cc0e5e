package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.ClientAddress;
import io.shopkeeper.platform.boundary.RequestSource;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Sessions;
import io.shopkeeper.platform.boundary.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a request through to its page if the person's session goes on and the person has the right
 * that opens the page, both as of this moment.
 */
public class Doorkeeper extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(Doorkeeper.class.getName());

  /** Where somebody may go who has to set up a second factor first. */
  private static final Set<Page> ENROLLING =
      EnumSet.of(Page.SECOND_FACTOR, Page.PREFERENCES, Page.MISSING, Page.FORBIDDEN, Page.FAILED);

  @Inject private transient Me me;
  @Inject private transient Sessions sessions;
  @Inject private transient RequestSource source;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource")) {
      chain.doFilter(request, response);
      return;
    }
    source.set(AuditSource.CONSOLE, address(request));
    Optional<Page> page = Page.at(path);
    if (page.isEmpty()) {
      tellIfForgotten(request, path);
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (page.get().right().isEmpty() || admitted(request, response, page.get())) {
      chain.doFilter(request, response);
    }
  }

  /** The address of whoever sent a request. */
  static String address(HttpServletRequest request) {
    return ClientAddress.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
  }

  private boolean admitted(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException, ServletException {
    boolean active = isActive(request);
    Optional<Visitor> visitor =
        Entrance.token(request).flatMap(token -> sessions.visit(token, active));
    if (visitor.isEmpty()) {
      request.logout();
      Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
      sendTo(request, response, "/expired");
      return false;
    }
    me.enter(visitor.get());
    if (me.isMustEnrol() && !ENROLLING.contains(page)) {
      sendTo(request, response, "/second-factor");
      return false;
    }
    Right right = page.right().orElseThrow();
    if (!me.has(right)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    return true;
  }

  private static void sendTo(HttpServletRequest request, HttpServletResponse response, String page)
      throws IOException {
    String address = request.getContextPath() + page;
    if (isPartial(request)) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write("<partial-response><redirect url=\"" + address + "\"/></partial-response>");
    } else {
      response.sendRedirect(address);
    }
  }

  /** A page that asks by itself, by a poll or for its live part, keeps nobody signed in. */
  private static boolean isActive(HttpServletRequest request) throws IOException {
    if (request.getServletPath().startsWith("/live-") || request.getServletPath().equals("/bell")) {
      return false;
    }
    if (!isPartial(request)) {
      return true;
    }
    if (request.getCharacterEncoding() == null) {
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }
    String from = request.getParameter("jakarta.faces.source");
    return from == null || !from.substring(from.lastIndexOf(':') + 1).startsWith("poll");
  }

  private static boolean isPartial(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
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
