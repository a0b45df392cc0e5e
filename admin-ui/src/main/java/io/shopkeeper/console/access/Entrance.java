package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.AccessRules;
import io.shopkeeper.platform.boundary.OpenedSession;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.Sessions;
import io.shopkeeper.platform.boundary.SignInWay;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;

/** Opens and closes the session of a person, once the steps of signing in are done. */
@RequestScoped
public class Entrance {

  private static final String TOKEN = "shopkeeper.session";
  private static final String API_COOKIE = "SHOPKEEPER_API";
  private static final int SLACK_SECONDS = 300;

  @Inject private SecurityContext security;
  @Inject private Sessions sessions;
  @Inject private AccessRules rules;
  @Inject private People people;

  /** What the browser's session keeps of the person's. */
  static Optional<String> token(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(TOKEN));
  }

  /** Lets somebody in; the browser's session gets another id, so that nobody else knows it. */
  AuthenticationStatus admit(
      HttpServletRequest request,
      HttpServletResponse response,
      String username,
      Set<Role> roles,
      SignInWay way) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    OpenedSession opened =
        sessions.open(username, way, Doorkeeper.address(request), request.getHeader("User-Agent"));
    session.setAttribute(TOKEN, opened.token());
    // The shop's own rule ends the session; the server's only must not be first.
    session.setMaxInactiveInterval((int) rules.get().idle().toSeconds() + SLACK_SECONDS);
    setApiCookie(request, response, opened.token());
    people.preferences(username).ifPresent(found -> ReaderCookies.write(request, response, found));
    return security.authenticate(
        request,
        response,
        AuthenticationParameters.withParams()
            .newAuthentication(true)
            .credential(new AdmittedCredential(username, roles)));
  }

  /** The person leaves. */
  void leave(HttpServletRequest request, HttpServletResponse response) throws ServletException {
    token(request).ifPresent(sessions::leave);
    setApiCookie(request, response, "");
    request.logout();
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
  }

  /**
   * With it the console's pages may call the REST interface; other sites cannot make it be sent.
   */
  private static void setApiCookie(
      HttpServletRequest request, HttpServletResponse response, String token) {
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=/api; HttpOnly; SameSite=Strict%s%s"
            .formatted(
                API_COOKIE,
                token,
                request.isSecure() ? "; Secure" : "",
                token.isEmpty() ? "; Max-Age=0" : ""));
  }
}
