package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.OidcOutcome;
import io.shopkeeper.platform.boundary.OidcSignIns;
import io.shopkeeper.platform.boundary.OidcStart;
import io.shopkeeper.platform.boundary.SignInWay;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends the browser to the identity provider, and takes it back from there. The way back has an
 * address of its own, which the provider must know: {@code /console/provider}.
 */
@WebServlet("/provider")
public class ProviderDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BEGUN = "shopkeeper.provider";

  @Inject private transient OidcSignIns providers;
  @Inject private transient Entrance entrance;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean back = request.getParameter("state") != null || request.getParameter("error") != null;
    if (back) {
      finish(request, response);
    } else {
      begin(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<OidcStart> start =
        providers.begin(PublicAddress.of(request) + request.getContextPath() + "/provider");
    if (start.isEmpty()) {
      refuse(request, response, "provider");
      return;
    }
    request.getSession().setAttribute(BEGUN, start.get());
    response.sendRedirect(start.get().url());
  }

  private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession(false);
    OidcStart start = session == null ? null : (OidcStart) session.getAttribute(BEGUN);
    if (start == null) {
      refuse(request, response, "state");
      return;
    }
    session.removeAttribute(BEGUN);
    OidcOutcome outcome =
        providers.finish(start, request.getParameter("state"), request.getParameter("code"));
    switch (outcome) {
      case OidcOutcome.Accepted accepted -> admit(request, response, accepted);
      case OidcOutcome.NoAccess none -> refuse(request, response, "access");
      case OidcOutcome.Failed failed -> refuse(request, response, failed.reason());
    }
  }

  private void admit(
      HttpServletRequest request, HttpServletResponse response, OidcOutcome.Accepted accepted)
      throws IOException {
    AuthenticationStatus status =
        entrance.admit(
            request, response, accepted.username(), accepted.roles(), SignInWay.PROVIDER);
    if (status == AuthenticationStatus.SUCCESS) {
      response.sendRedirect(request.getContextPath() + "/");
    } else if (status != AuthenticationStatus.SEND_CONTINUE) {
      throw new IllegalStateException("the server refused whom the shop let in: " + status);
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String fault)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/sign-in?fault=" + fault);
  }
}
